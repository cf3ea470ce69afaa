"""Catatan hasil reviu: each finding with condition, criterion and advice; the answer is left to the agency."""

from __future__ import annotations

from akuntabel.doctree.nodes import Block, Break, Document, Inline, Inlines, Orientation, Row, Section, Text
from akuntabel.findings import Temuan
from akuntabel.reports.reviu.bahan import BahanReviu, alinea, batas, dokumen, isian, judul, kesampingan, tanda_tangan
from akuntabel.reports.tabel import KIRI, TENGAH, baris, kepala, tabel, teks

NAMA = "Catatan Hasil Reviu"


def build(bahan: BahanReviu) -> Document:
    """One row for each finding, in the order of the document, numbered as everywhere."""
    blocks: tuple[Block, ...] = (
        *judul(NAMA, "catatan-hasil-reviu", bahan.laporan),
        isian(("Nomor dan tanggal surat tugas", "Disampaikan kepada", "Tanggal")),
        *_table(bahan),
        tanda_tangan("Pereviu"),
        batas(),
    )
    return dokumen(bahan, NAMA, (Section(blocks, Orientation.LEBAR),))


def _table(bahan: BahanReviu) -> list[Block]:
    if not bahan.hasil.temuan:
        return [alinea("Program tidak menemukan hal yang perlu dicatat. Catatan pereviu ditulis di sini.")]
    return [
        tabel(
            "Catatan atas laporan kinerja",
            "tabel-catatan",
            ((7, TENGAH), (78, KIRI), (48, KIRI), (36, KIRI), (28, KIRI), (22, KIRI)),
            kepala("No.", "Kondisi", "Kriteria", "Saran", "Tanggapan", "Status"),
            [_row(n, t) for n, t in enumerate(bahan.hasil.temuan, 1)],
            notes=_notes(bahan),
            small=True,
        )
    ]


def _notes(bahan: BahanReviu) -> tuple[str, ...]:
    own = f"Nomor baris ialah nomor baris teks {bahan.berkas} menurut perintah akuntabel teks."
    other = "Nomor baris pada berkas pembanding ialah nomor baris teks berkas itu; pada buku kerja, baris lembarnya."
    return (own, other) if bahan.pembanding else (own,)


def _row(number: int, finding: Temuan) -> Row:
    return baris(
        teks(number), _condition(finding), _criterion(finding), teks(finding.saran or "Periksa dan perbaiki."), (),
        _status(finding),
    )  # fmt: skip


def _condition(finding: Temuan) -> Inlines:
    values = (
        ("Kutipan", finding.kutipan.replace("\t", " | ")),
        ("Tertulis", finding.tertulis),
        ("Seharusnya", finding.seharusnya),
        ("Hitungan", finding.hitungan),
        *(("Bandingkan", f"{t.kutipan} ({t.lokasi})".replace("\t", " | ")) for t in finding.terkait),
        ("Dugaan penyebab", finding.dugaan_penyebab),
    )
    return _lines((("", finding.pesan), *values))


def _criterion(finding: Temuan) -> Inlines:
    return _lines((("", f"{finding.judul} ({finding.kode})."), ("Dasar", finding.dasar)))


def _status(finding: Temuan) -> Inlines:
    aside = kesampingan(finding)
    level = f"{finding.status}; {finding.tingkat.value}, {finding.keyakinan.value}"
    return _lines((("", level), ("Dikesampingkan", aside)))


def _lines(rows: tuple[tuple[str, str | None], ...]) -> Inlines:
    made: list[Inline] = []
    for name, value in rows:
        if value:
            made += [*((Break(),) if made else ()), *((Text(f"{name}: ", bold=True),) if name else ()), Text(value)]
    return tuple(made)
