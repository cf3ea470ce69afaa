"""What reading a cell gave: a value, a complaint, or both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

CellResult = str | int | Decimal | bool | date | StrEnum | None


@dataclass(frozen=True, slots=True)
class Bacaan:
    """A value and, where something is wrong, the code of the finding, what is wrong, and what to write.

    With a complaint and no value the cell is bad; with both the value is taken as read.
    """

    value: CellResult = None
    kode: str | None = None
    apa: str = ""
    saran: str = ""
    seharusnya: str | None = None


def bad(kode: str, apa: str, saran: str) -> Bacaan:
    """A cell that cannot be used."""
    return Bacaan(kode=kode, apa=apa, saran=saran)
