"""Values of indicators: a number, a date, yes or no, or a rank, told apart by what is written."""

from __future__ import annotations

import re
from datetime import date

from akuntabel.bahasa.tanggal import parse_tanggal
from akuntabel.grid.sheet import RawCell
from akuntabel.ingest.angka import read_decimal
from akuntabel.ingest.bacaan import Bacaan
from akuntabel.ingest.teks import read_text

# A rank (WTP, BB, Sangat Baik, Level 3) starts with a letter; what starts otherwise is meant as a number or date.
_RANK = re.compile(r"[^\W\d_][^%]*")
_MONEY = re.compile(r"(rp|idr)\.?\s*[-(\d]", re.IGNORECASE)


def read_value(cell: RawCell) -> Bacaan:
    """A value in its canonical form."""
    if isinstance(cell.value, bool):
        return Bacaan(cell.value)
    if isinstance(cell.value, date):
        return Bacaan(cell.value)
    text = cell.text.strip()
    if text.casefold() in ("ya", "tidak"):
        return Bacaan(text.casefold() == "ya")
    if isinstance(cell.value, str) and (day := parse_tanggal(text)):
        return Bacaan(day)
    if isinstance(cell.value, str) and _RANK.fullmatch(text) and not _MONEY.match(text):
        return read_text(cell)
    return read_decimal(cell)
