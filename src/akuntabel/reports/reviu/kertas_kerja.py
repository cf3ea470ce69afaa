"""Kertas kerja reviu: who reviewed what, the checklist, what the rules answered, and room for the conclusion."""

from __future__ import annotations

from collections import Counter

from akuntabel.doctree.kata_reviu import (
    NAMA_HASIL,
    NAMA_JENIS,
    TANPA_KELOMPOK,
    PembandingDibaca,
    kalimat_temuan,
    kelompok_aturan,
    nama_jenis,
)
from akuntabel.doctree.nodes import Block, Box, BoxKind, Document, Paragraph, Row, RowKind, Section, Text
from akuntabel.findings import Hasil
from akuntabel.reports.reviu.bahan import TITIK, BahanReviu, alinea, bagian, batas, dokumen, identitas_baris, judul
from akuntabel.reports.reviu.jawaban import answers
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, baris, kelompok, kepala, tabel, teks

NAMA = "Kertas Kerja Reviu"
_PARTS = {"I": "I. Format", "II": "II. Mekanisme penyusunan", "III": "III. Substansi"}


def build(bahan: BahanReviu) -> Document:
    """Header, object, checklist, outcome of the rules, conclusion."""
    blocks: tuple[Block, ...] = (
        *judul(NAMA, "kertas-kerja-reviu", bahan.laporan),
        _header(bahan),
        bagian("Yang direviu", "objek"),
        _object(bahan),
        *_notes(bahan),
        bagian("Daftar uji", "daftar-uji"),
        *_checklist(bahan),
        bagian("Hasil pemeriksaan oleh program", "hasil"),
        *_outcome(bahan),
        bagian("Simpulan dan catatan pereviu", "simpulan"),
        Box(BoxKind.CATATAN, (alinea(f"Diisi pereviu: {TITIK}"),)),
        batas(),
    )
    return dokumen(bahan, NAMA, (Section(blocks),))


def _header(bahan: BahanReviu) -> Block:
    """What people fill in: nobody of them is known to the program."""
    rows = (
        ("Aparat pengawasan", TITIK),
        ("Objek reviu", bahan.laporan),
        ("Nomor dan tanggal surat tugas", TITIK),
        ("Nomor kertas kerja", TITIK),
        ("Disusun oleh, tanggal, paraf", TITIK),
        ("Direviu oleh, tanggal, paraf", TITIK),
    )
    return identitas_baris(rows)


def _object(bahan: BahanReviu) -> Block:
    about = bahan.hasil.dokumen
    pages = about.get("halaman")
    size = [f"{about.get('paragraf', 0)} alinea", f"{about.get('tabel', 0)} tabel", f"{about.get('angka', 0)} angka"]
    others = [_other(one) for one in bahan.pembanding]
    rows = (
        ("Berkas", f"{bahan.berkas} ({about.get('format', '')})"),
        ("Jenis yang dikenali", nama_jenis(about)),
        ("Yang terbaca", ", ".join([*([f"{pages} halaman"] if pages else []), *size])),
        ("Dokumen pembanding", "; ".join(others) or "tidak ada"),
    )
    return identitas_baris(rows)


def _other(one: PembandingDibaca) -> str:
    whose = "".join(f", {part}" for part in (one.instansi, f"tahun {one.tahun}" if one.tahun else None) if part)
    note = f"; tidak dibandingkan: {one.catatan}" if one.catatan else ""
    return f"{one.berkas} ({NAMA_JENIS.get(one.jenis, one.jenis)}{whose}{note})"


def _notes(bahan: BahanReviu) -> list[Block]:
    notes = bahan.hasil.dokumen.get("catatan", ())
    return [Box(BoxKind.INFO, tuple(alinea(f"Catatan pembacaan: {note}.") for note in notes))] if notes else []


def _checklist(bahan: BahanReviu) -> list[Block]:
    listed = answers(bahan)
    rows: list[Row] = []
    part = ""
    for one in listed:
        if one.butir.kelompok != part:
            part = one.butir.kelompok
            rows.append(kelompok((Text(_PARTS[part]),), 4))
        cells = (
            teks(one.butir.kode),
            teks(one.butir.nama),
            (Text(one.jawab),) if one.jawab else (),
            teks(one.petunjuk),
        )
        rows.append(baris(*cells))
    basis = dict.fromkeys(one.butir.dasar.label() for one in listed)
    table = tabel(
        "Daftar uji reviu atas laporan kinerja",
        "tabel-daftar-uji",
        ((9, TENGAH), (48, KIRI), (11, TENGAH), (52, KIRI)),
        kepala("No.", "Pernyataan", "Jawaban", "Petunjuk dari teks"),
        rows,
        notes=(
            f"Dasar: {'; '.join(basis)}. Susunan kata pernyataan bukan kutipan peraturan.",
            "Jawaban yang kosong diisi pereviu; jawaban yang terisi berasal dari teks laporan dan dapat diubahnya.",
        ),
        small=True,
    )
    return [table]


def _outcome(bahan: BahanReviu) -> list[Block]:
    lead = alinea(f"{kalimat_temuan(bahan.hasil.temuan)} Rinciannya ada pada catatan hasil reviu.")
    return [lead, *_by_group(bahan), *_not_applied(bahan)]


def _by_group(bahan: BahanReviu) -> list[Block]:
    groups = kelompok_aturan(bahan.hasil)
    found = Counter(groups[t.kode] for t in bahan.hasil.temuan if t.kode in groups)
    answered = Counter((a.kelompok or TANPA_KELOMPOK, a.hasil) for a in bahan.hasil.aturan)
    names = list(dict.fromkeys(groups.values()))
    rows = [baris(teks(name), *(teks(answered[name, kind]) for kind in Hasil), teks(found[name])) for name in names]
    totals = (sum(answered[name, kind] for name in names) for kind in Hasil)
    rows.append(baris(teks("Jumlah"), *(teks(n) for n in totals), teks(found.total()), kind=RowKind.JUMLAH))
    if not names:
        return []
    return [
        tabel(
            "Aturan dan temuan menurut kelompok",
            "tabel-kelompok",
            ((40, KIRI), (16, KANAN), (16, KANAN), (16, KANAN), (16, KANAN)),
            kepala("Kelompok aturan", *(f"Aturan {NAMA_HASIL[kind]}" for kind in Hasil), "Temuan"),
            rows,
        )
    ]


def _not_applied(bahan: BahanReviu) -> list[Block]:
    resting = [a for a in bahan.hasil.aturan if a.hasil is Hasil.TIDAK_BERLAKU]
    if not resting:
        return []
    return [
        tabel(
            "Aturan yang tidak berlaku",
            "tabel-tidak-berlaku",
            ((12, KIRI), (44, KIRI), (64, KIRI)),
            kepala("Kode", "Aturan", "Alasan"),
            [baris(teks(a.kode), teks(a.nama), teks(a.alasan)) for a in resting],
            small=True,
        ),
        Paragraph((Text("Aturan yang tidak berlaku bukan aturan yang lolos."),)),
    ]
