"""The matrix of indicators reached and not."""

from __future__ import annotations

from collections.abc import Iterable

from akuntabel.doctree.nodes import Table
from akuntabel.reports.bagian.kelompok import Kelompok
from akuntabel.reports.bahan import Bahan
from akuntabel.reports.tabel import KIRI, TENGAH, baris, kepala, sumber, tabel, teks


def reached_table(bahan: Bahan, groups: Iterable[Kelompok]) -> Table:
    """One row per indicator with its status and predikat."""
    rows = [
        baris(teks(i.nama), bahan.cell(bahan.fid("status", i.kode)), bahan.cell(bahan.fid("predikat", i.kode)))
        for g in groups
        for i in g.indikator
    ]
    return tabel(
        f"Matriks Ketercapaian Indikator Tahun {bahan.tahun}",
        "tabel-matriks",
        ((52, KIRI), (30, TENGAH), (24, TENGAH)),
        kepala("Indikator", "Hasil", "Predikat"),
        rows,
        source=sumber(bahan),
    )
