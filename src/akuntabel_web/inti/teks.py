"""Values of the contract -> what a page shows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

from akuntabel.bahasa.angka import format_number
from akuntabel.bahasa.tanggal import format_tanggal

KOSONG = "–"


def shown(value: object) -> str:
    """A value as people read it: 1.234,5; 31 Desember 2025; ya."""
    match value:
        case None | "":
            return KOSONG
        case bool():
            return "ya" if value else "tidak"
        case Decimal():
            return format_number(value)
        case date():
            return format_tanggal(value)
        case Enum():
            return str(value.value)
        case _:
            return str(value)


def title(nama: str) -> str:
    """The name of a column as a heading: `tanggal_rilis` -> `Tanggal rilis`."""
    return nama.replace("_", " ").capitalize()
