"""Values as they stand in messages: numbers, dates, shortened quotes and lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum

from akuntabel.bahasa.angka import format_number, format_rupiah
from akuntabel.bahasa.kalimat import join_list
from akuntabel.bahasa.tanggal import format_tanggal

tanggal = format_tanggal
join = join_list


def angka(value: Decimal | int) -> str:
    """A number, `1.234,5`, with the decimals that it has."""
    return format_number(Decimal(value))


def rupiah(value: Decimal) -> str:
    """An amount of money, `Rp1.234.567`."""
    return format_rupiah(value)


def cell_text(value: object) -> str:
    """A cell's value as a reader would write it."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Decimal):
        return angka(value)
    if isinstance(value, date):
        return tanggal(value)
    return str(value)


def short(text: str, width: int = 70) -> str:
    """A text on one line, cut at a word."""
    flat = " ".join(text.split())
    if len(flat) <= width:
        return flat
    return flat[:width].rsplit(" ", 1)[0] + " …"


def join_some(items: Iterable[str], most: int = 5) -> str:
    """The first few of a list, and how many more."""
    parts = list(items)
    if len(parts) <= most:
        return join(parts)
    return ", ".join(parts[:most]) + f", dan {len(parts) - most} lainnya"
