"""One cell of a worksheet: its exact value, and what stands in the way of one."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache

from lxml import etree

from akuntabel.bahasa.angka import format_number
from akuntabel.grid.arsip import local
from akuntabel.grid.sheet import CellValue, Masalah, RawCell
from akuntabel.readers.xlsx.buku import Buku, Format, string_of, unescape

# A workbook computes with 15 significant digits and writes up to 17; the last ones are noise (0,1 + 0,2).
_DIGITS = Context(prec=15, rounding=ROUND_HALF_UP)
_EPOCH_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook knows no time zones
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_FIRST_SERIAL, _LAST_SERIAL = 60, 2_958_465
_REF = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_LARGEST = 400


def position(element: etree._Element, row: int, before: int) -> tuple[int, int]:
    """Row and column from 1; a cell without a reference follows the one before it."""
    match = _REF.fullmatch(element.get("r", ""))
    return (int(match[2]), _column(match[1])) if match else (row, before + 1)


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    """The number of a column from its letters: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def read_cell(element: etree._Element, row: int, column: int, book: Buku) -> RawCell | None:
    """The cell, or None when it holds nothing."""
    parts = {local(child): child for child in element}
    kind = element.get("t", "n")
    raw = parts["v"].text or "" if "v" in parts else ""
    if "f" in parts and not raw and kind not in ("str", "inlineStr"):
        formula = f"={parts['f'].text or ''}"
        return RawCell(None, formula, row, column, masalah=Masalah.FORMULA_TANPA_NILAI)
    if kind == "inlineStr":
        return _text(string_of(parts["is"]) if "is" in parts else "", row, column)
    return _value(kind, raw, element.get("s", "0"), (row, column), book) if raw else None


def _value(kind: str, raw: str, style: str, place: tuple[int, int], book: Buku) -> RawCell | None:
    """The cell of a stored value by the kind of its storage."""
    match kind:
        case "s":
            return _shared(raw, place, book)
        case "str":
            return _text(unescape(raw), *place)
        case "b":
            return RawCell(raw in ("1", "true"), "ya" if raw in ("1", "true") else "tidak", *place)
        case "e":
            return RawCell(None, raw, *place, masalah=Masalah.GALAT)
        case "d":
            return _iso(raw, *place)
        case _:
            return _number(raw, style, *place, book)


def _shared(raw: str, place: tuple[int, int], book: Buku) -> RawCell | None:
    """A shared string; a number beyond the list is an error of the file."""
    index = int(raw) if raw.isascii() and raw.isdigit() else len(book.strings)
    if index < len(book.strings):
        return _text(book.strings[index], *place)
    return RawCell(None, "#GALAT!", *place, masalah=Masalah.GALAT)


def _text(text: str, row: int, column: int) -> RawCell | None:
    return RawCell(text, text, row, column) if text else None


def _iso(raw: str, row: int, column: int) -> RawCell:
    try:
        value: CellValue = datetime.fromisoformat(raw).date()
    except ValueError:
        value = raw
    return RawCell(value, raw, row, column)


def _number(raw: str, style: str, row: int, column: int, book: Buku) -> RawCell:
    if style == "0" and len(raw) <= _DIGITS.prec and raw.isascii() and raw.isdigit():
        whole = Decimal(raw)
        return RawCell(whole, str(whole), row, column)  # most cells of a large table; the rest only costs time
    try:
        exact = Decimal(raw.strip())
    except InvalidOperation:
        return RawCell(raw, raw, row, column)
    if not exact.is_finite() or abs(exact.adjusted()) > _LARGEST:
        return RawCell(raw, raw, row, column)
    index = int(style) if style.isascii() and style.isdigit() else 0
    shown = book.formats[index] if index < len(book.formats) else Format.ANGKA
    if shown is Format.TANGGAL and (day := _date(exact, epoch1904=book.epoch1904)):
        return RawCell(day, day.isoformat(), row, column)
    value = _DIGITS.plus(exact)
    if shown is Format.PERSEN:
        return RawCell(value, f"{format_number(value * 100, group=False)}%", row, column, persen=True)
    return RawCell(value, format_number(value, group=False), row, column)


def _date(serial: Decimal, *, epoch1904: bool) -> date | None:
    """The day of a serial number; None for what is no day (a time, or beyond the calendar)."""
    if not _FIRST_SERIAL <= serial <= _LAST_SERIAL:
        return None
    return ((_EPOCH_1904 if epoch1904 else _EPOCH_1900) + timedelta(days=int(serial))).date()
