"""Laporan hasil reviu: basis, scope, result in counts and the weightiest findings; the conclusion is left to APIP."""

from __future__ import annotations

from akuntabel.doctree.kata_reviu import kalimat_temuan, menurut_tingkat
from akuntabel.doctree.nodes import Block, Box, BoxKind, Document, ListBlock, ListKind, Paragraph, Section, Text
from akuntabel.findings import Hasil, Temuan, Tingkat
from akuntabel.reports.butir import tutup
from akuntabel.reports.reviu.bahan import (
    TITIK,
    BahanReviu,
    alinea,
    bagian,
    batas,
    dokumen,
    isian,
    judul,
    tanda_tangan,
)

NAMA = "Laporan Hasil Reviu"
_BASIS = ("perpres-29-2014", "permenpanrb-53-2014")


def build(bahan: BahanReviu) -> Document:
    """The report in the order in which it is read."""
    blocks: tuple[Block, ...] = (
        *judul(NAMA, "laporan-hasil-reviu", bahan.laporan),
        isian(("Nomor", "Tanggal", "Kepada")),
        bagian("Dasar", "dasar"),
        _basis(bahan),
        bagian("Tujuan dan ruang lingkup", "tujuan"),
        alinea(
            "Reviu memberikan keyakinan terbatas atas keakuratan, keandalan, dan keabsahan informasi kinerja dalam "
            f"{bahan.laporan}. Reviu bukan audit dan bukan evaluasi, dan tidak memberi nilai."
        ),
        alinea(_scope(bahan)),
        bagian("Hasil reviu", "hasil"),
        *_result(bahan),
        bagian("Simpulan", "simpulan"),
        Box(BoxKind.CATATAN, (alinea(f"Simpulan ditulis aparat pengawasan: {TITIK}"),)),
        tanda_tangan("Pimpinan aparat pengawasan"),
        batas(),
    )
    return dokumen(bahan, NAMA, (Section(blocks),))


def _basis(bahan: BahanReviu) -> Block:
    laws = [bahan.regulations.regulasi_by_kode(kode).label(long=True) for kode in _BASIS]
    lines = [*laws, f"Surat tugas nomor {TITIK} tanggal {TITIK}"]
    return ListBlock(ListKind.ANGKA, tuple((Paragraph(tutup((Text(line),))),) for line in lines))


def _scope(bahan: BahanReviu) -> str:
    rules = bahan.hasil.aturan
    applied = sum(a.hasil is not Hasil.TIDAK_BERLAKU for a in rules)
    return (
        f"Teks berkas {bahan.berkas} diperiksa dengan {len(rules)} aturan; {applied} di antaranya berlaku atas dokumen "
        f"ini. Pemeriksaan bukti dukung dan wawancara dilakukan pereviu: {TITIK}"
    )


def _result(bahan: BahanReviu) -> list[Block]:
    if not bahan.hasil.temuan:
        return [alinea("Program tidak menemukan hal yang perlu dicatat.")]
    lead = alinea(f"{kalimat_temuan(bahan.hasil.temuan)} Seluruhnya dimuat dalam catatan hasil reviu.")
    weighty = [t for t in menurut_tingkat(bahan.hasil.temuan) if t.tingkat is Tingkat.TINGGI and not t.kesampingan]
    if not weighty:
        return [lead, alinea("Tidak ada temuan terbuka bertingkat tinggi.")]
    items = tuple((Paragraph(tutup((Text(_line(bahan, t)),))),) for t in weighty)
    return [lead, alinea("Temuan terbuka bertingkat tinggi:"), ListBlock(ListKind.ANGKA, items)]


def _line(bahan: BahanReviu, finding: Temuan) -> str:
    sure = "" if finding.keyakinan.value == "pasti" else "mungkin; "
    return f"{finding.pesan.rstrip('.')} ({sure}{bahan.nomor([finding])})"
