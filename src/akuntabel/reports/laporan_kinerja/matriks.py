"""The matrix of indicators reached and not."""

from __future__ import annotations

from collections.abc import Iterable

from akuntabel.doctree.nodes import Table
from akuntabel.reports.bagian.kelompok import Kelompok
from akuntabel.reports.bagian.pengukuran import sumber_terukur
from akuntabel.reports.bahan import Bahan
from akuntabel.reports.tabel import KIRI, TENGAH, baris, kepala, tabel, teks


def reached_table(bahan: Bahan, groups: Iterable[Kelompok]) -> Table:
    """One row per indicator with its status and predikat."""
    shown = tuple(groups)
    rows = [
        baris(teks(i.nama), bahan.cell(bahan.fid("status", i.kode)), bahan.cell(bahan.fid("predikat", i.kode)))
        for g in shown
        for i in g.indikator
    ]
    return tabel(
        f"Matriks Ketercapaian Indikator Tahun {bahan.tahun}",
        "tabel-matriks",
        ((52, KIRI), (30, TENGAH), (24, TENGAH)),
        kepala("Indikator", "Hasil", "Predikat"),
        rows,
        source=sumber_terukur(bahan, shown),
    )
