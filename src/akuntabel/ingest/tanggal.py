"""Cells that hold dates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from akuntabel.bahasa.tanggal import parse_tanggal
from akuntabel.grid.sheet import RawCell
from akuntabel.ingest.bacaan import Bacaan, bad


def read_date(cell: RawCell) -> Bacaan:
    """A date."""
    if isinstance(cell.value, date):
        return Bacaan(cell.value)
    if isinstance(cell.value, Decimal):
        return bad("DATA-02", "adalah angka, bukan tanggal", "ubah format sel menjadi Tanggal, lalu tulis ulang")
    day = parse_tanggal(cell.text)
    return Bacaan(day) if day else bad("DATA-02", "bukan tanggal", "tulis misalnya 2025-12-31")
