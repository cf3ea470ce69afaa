"""Output targets of the action plan, quarter by quarter."""

from __future__ import annotations

from akuntabel.calculation.ledger import Ledger, cell
from akuntabel.calculation.realisasi import QUARTERS
from akuntabel.domain.figure import FigureId


def compute(book: Ledger) -> None:
    """Enter `target_aksi/KODE/TAHUN/twN` for every line; a quarter without target stays out."""
    for row in book.paket.rencana_aksi:
        values = (row.target_tw1, row.target_tw2, row.target_tw3, row.target_tw4)
        for quarter, value in zip(QUARTERS, values, strict=True):
            if value is not None:
                refs = cell("rencana_aksi", row.kunci, f"target_{quarter.value}")
                fid = FigureId("target_aksi", row.kode, book.tahun, quarter.value)
                book.data(fid, value, row.satuan or "", refs)
