"""Cells that hold numbers: decimals, money, whole numbers, years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Context, Decimal

from akuntabel.bahasa.angka import JenisBacaan, ParsedNumber, format_number, parse_number, round_half_up
from akuntabel.grid.sheet import RawCell
from akuntabel.ingest.bacaan import Bacaan, bad

_EXAMPLE = "tulis misalnya 80 atau 80,5"
_WIDE = Context(prec=500)  # no digit that a person wrote is rounded away
_YEARS = range(1900, 2101)


def read_decimal(cell: RawCell) -> Bacaan:
    """A number, exact. A workbook's percentage counts as people see it: 0,0773 shown as 7,73 % is 7,73."""
    if isinstance(cell.value, bool):
        return bad("DATA-01", "bukan angka", _EXAMPLE)
    if isinstance(cell.value, date):
        return bad("DATA-01", "adalah tanggal, bukan angka", "ubah format sel menjadi Angka, lalu tulis ulang")
    if isinstance(cell.value, Decimal):
        return _from_workbook(cell, cell.value)
    return _from_text(parse_number(cell.text.lstrip("'")))


def _from_workbook(cell: RawCell, value: Decimal) -> Bacaan:
    if not cell.persen:
        return Bacaan(canonical(value))
    shown = canonical(value * 100)
    return Bacaan(
        shown,
        "DATA-22",
        f"berformat persen di Excel dan dibaca {format_number(shown, group=False)}",
        "ubah format sel menjadi Angka, lalu tulis tanpa tanda persen",
    )


def _from_text(parsed: ParsedNumber) -> Bacaan:
    if parsed.kind is JenisBacaan.KOSONG:
        return bad("DATA-01", "bukan angka", "kosongkan sel bila nilainya tidak ada")
    if parsed.value is None:
        return bad("DATA-01", _complaint(parsed), _advice(parsed.saran))
    value = canonical(parsed.value)
    if parsed.ambiguous:
        return Bacaan(
            value,
            "DATA-23",
            f"dapat dibaca dua cara ({parsed.masalah}), dibaca {parsed.saran}",
            f"tulis {format_number(value, group=False)}",
        )
    return Bacaan(value)


def _complaint(parsed: ParsedNumber) -> str:
    """What is wrong; a letter that looks like a digit is seen in the quote and the advice."""
    plain = parsed.masalah in (None, "bukan angka", "memuat huruf yang mirip angka")
    return "bukan angka" if plain else f"bukan angka ({parsed.masalah})"


def _advice(saran: str | None) -> str:
    if saran is None:
        return _EXAMPLE
    return f"tulis misalnya {saran} atau {saran},5" if saran.isdigit() else f"tulis misalnya {saran}"


def read_money(cell: RawCell) -> Bacaan:
    """Rupiah with at most two decimals; more are kept and said."""
    read = read_decimal(cell)
    if isinstance(read.value, Decimal) and read.kode is None and read.value != round_half_up(read.value, 2):
        return Bacaan(
            read.value, "DATA-28", "mempunyai lebih dari dua angka desimal", "bulatkan sampai sen, misalnya 1500,25"
        )
    return read


def read_whole(cell: RawCell) -> Bacaan:
    """A whole number."""
    read = read_decimal(cell)
    if not isinstance(read.value, Decimal):
        return read
    if read.value != read.value.to_integral_value():
        return bad("DATA-09", "bukan bilangan bulat", "tulis misalnya 12")
    return replace(read, value=int(read.value))


def read_year(cell: RawCell) -> Bacaan:
    """A year of four digits."""
    example = "tulis misalnya 2025"
    if isinstance(cell.value, date):
        return bad("DATA-09", "adalah tanggal, bukan tahun", f"ubah format sel menjadi Umum, lalu {example}")
    text = cell.text.strip().lstrip("'")
    if text.isascii() and text.isdigit() and int(text[:5]) in _YEARS:
        return Bacaan(int(text))
    return bad("DATA-09", "bukan tahun", example)


def canonical(value: Decimal) -> Decimal:
    """The same number in its one form: no trailing zeros, no exponent, no negative zero."""
    if value == 0:
        return Decimal(0)
    return Decimal(format(value.normalize(_WIDE), "f"))
