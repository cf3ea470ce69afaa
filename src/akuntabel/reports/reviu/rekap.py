"""Rekapitulasi reviu: a table over several reviewed documents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from akuntabel.doctree.kata_reviu import banyak_temuan
from akuntabel.doctree.nodes import Cell, Document, Orientation, Row, Section, Text
from akuntabel.findings import HasilPemeriksaan
from akuntabel.reports.reviu.bahan import alinea, batas, judul
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, baris, kepala, tabel, teks

NAMA = "Rekapitulasi Reviu"
_COUNTS = ("tinggi", "sedang", "rendah", "pasti", "mungkin", "dikesampingkan")


def build(rows: Sequence[tuple[str, HasilPemeriksaan | str]], dated: date) -> Document:
    """`rows` are file names with their outcome, or with why they could not be reviewed."""
    failed = sum(isinstance(result, str) for _, result in rows)
    said = f"{failed} dokumen tidak dapat direviu." if failed else "Semua dokumen dapat direviu."
    widths = ((36, KIRI), (44, KIRI), (14, TENGAH), *(((17, KANAN),) * len(_COUNTS)))
    table = tabel(
        "Banyak temuan pada setiap dokumen",
        "tabel-rekap",
        widths,
        kepala("Berkas", "Instansi", "Tahun", *(name.capitalize() for name in _COUNTS)),
        [_row(name, result) for name, result in rows],
        small=True,
    )
    title = f"{NAMA} {len(rows)} Dokumen"
    blocks = (*judul(NAMA, "rekapitulasi-reviu", f"{len(rows)} dokumen"), alinea(said), table, batas())
    return Document(title, "", dated, (Section(blocks, Orientation.LEBAR),), subject=NAMA, header=title)


def _row(name: str, result: HasilPemeriksaan | str) -> Row:
    if isinstance(result, str):
        return Row((Cell(teks(name)), Cell((Text(result),), colspan=len(_COUNTS) + 2, align=KIRI)))
    counts = banyak_temuan(result.temuan)
    about = result.dokumen
    return baris(teks(name), teks(about.get("instansi")), teks(about.get("tahun")), *(teks(counts[c]) for c in _COUNTS))
