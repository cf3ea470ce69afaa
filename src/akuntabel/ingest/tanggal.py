"""Cells that hold dates."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

from akuntabel.grid.sheet import RawCell
from akuntabel.ingest.bacaan import Bacaan, bad

_EXAMPLE = "tulis misalnya 2025-12-31"


def read_date(cell: RawCell) -> Bacaan:
    """A date."""
    if isinstance(cell.value, datetime):
        return Bacaan(cell.value.date())
    if isinstance(cell.value, date):
        return Bacaan(cell.value)
    if isinstance(cell.value, Decimal):
        return bad("DATA-02", "adalah angka, bukan tanggal", "ubah format sel menjadi Tanggal, lalu tulis ulang")
    found = to_date(cell.text.strip())
    return Bacaan(found) if found else bad("DATA-02", "bukan tanggal", _EXAMPLE)


def to_date(text: str) -> date | None:
    """A date written as 2025-12-31 or 31/12/2025."""
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text) or re.fullmatch(r"(\d\d?)[/.-](\d\d?)[/.-](\d{4})", text)
    if match is None:
        return None
    a, b, c = map(int, match.groups())
    try:
        return date(a, b, c) if a > 31 else date(c, b, a)
    except ValueError:
        return None
