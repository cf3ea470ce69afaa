"""Dates, months, periods and Roman numerals as official Indonesian documents write them."""

from __future__ import annotations

import re
from datetime import date

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

# Spellings met in documents beside the full names and their first three letters.
_VARIANTS = {"pebruari": 2, "peb": 2, "agt": 8, "ags": 8, "sept": 9, "nopember": 11, "nop": 11}
_MONTH_BY_NAME = (
    {name.lower(): n for n, name in enumerate(BULAN, 1)}
    | {name[:3].lower(): n for n, name in enumerate(BULAN, 1)}
    | _VARIANTS
)
_DAY_NAME = re.compile(rf"(?:{'|'.join(HARI)}|jum'at|ahad)\s*,?\s+", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", re.ASCII)
_WORDS = re.compile(r"(\d{1,2})[\s-]+([A-Za-z]+)\.?[\s-]+(\d{4})", re.ASCII)
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def format_tanggal(day: date, *, hari: bool = False) -> str:
    """'5 Februari 2026', or with the day of the week 'Kamis, 5 Februari 2026'."""
    text = f"{day.day} {BULAN[day.month - 1]} {day.year}"
    return f"{HARI[day.weekday()]}, {text}" if hari else text


def parse_tanggal(text: str) -> date | None:
    """Read 2026-02-05, 5 Februari 2026, 05-02-2026 or 5/2/2026 (day first); None for anything else.

    A year of two digits is not read: its century would be a guess.
    """
    body = _DAY_NAME.sub("", " ".join(text.split()), count=1)
    if match := _ISO.fullmatch(body):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC.fullmatch(body):
        return _date(int(match[4]), int(match[3]), int(match[1]))
    if match := _WORDS.fullmatch(body):
        return _date(int(match[3]), parse_bulan(match[2]) or 0, int(match[1]))
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def parse_bulan(text: str) -> int | None:
    """The number of a month by name, short name or common variant; None for anything else."""
    return _MONTH_BY_NAME.get(text.strip().rstrip(".").lower())


def format_rentang_tanggal(start: date, end: date) -> str:
    """'5 s.d. 9 Februari 2026', '28 Januari s.d. 3 Februari 2026', '30 Desember 2025 s.d. 2 Januari 2026'.

    Raises ValueError when the end lies before the start.
    """
    if end < start:
        raise ValueError(f"akhir rentang {end} mendahului awalnya {start}")
    if start == end:
        return format_tanggal(end)
    first = str(start.day)
    if (start.year, start.month) != (end.year, end.month):
        first += f" {BULAN[start.month - 1]}"
    if start.year != end.year:
        first += f" {start.year}"
    return f"{first} s.d. {format_tanggal(end)}"


def format_rentang_bulan(first: int, last: int, year: int) -> str:
    """'Oktober s.d. Desember 2025'; one month alone is 'Oktober 2025'. Months are 1 to 12."""
    tail = f"{BULAN[last - 1]} {year}"
    return tail if first == last else f"{BULAN[first - 1]} s.d. {tail}"


def format_rentang_tahun(first: int, last: int) -> str:
    """'2025–2029'; one year alone is '2025'."""
    return str(first) if first == last else f"{first}–{last}"


def romawi(number: int) -> str:
    """Roman numeral of 1 to 3999. Raises ValueError outside."""
    if not 1 <= number <= 3999:
        raise ValueError(f"angka Romawi hanya untuk 1 sampai 3999, bukan {number}")
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def label_triwulan(number: int) -> str:
    """'Triwulan II' for 2. Raises ValueError outside 1 to 4."""
    return f"Triwulan {_part(number, 4)}"


def label_semester(number: int) -> str:
    """'Semester I' for 1. Raises ValueError outside 1 to 2."""
    return f"Semester {_part(number, 2)}"


def _part(number: int, parts: int) -> str:
    if not 1 <= number <= parts:
        raise ValueError(f"bagian tahun {number} tidak ada; pilih 1 sampai {parts}")
    return romawi(number)


def label_periode(code: str) -> str:
    """The label of a period code: tw2 'Triwulan II', sm1 'Semester I', b03 'Maret'. Raises ValueError for others."""
    match = re.fullmatch(r"(tw|sm|b)(\d{1,2})", code, re.ASCII)
    if not match:
        raise ValueError(f"periode tidak dikenal: {code!r}")
    kind, number = match[1], int(match[2])
    if kind == "tw":
        return label_triwulan(number)
    if kind == "sm":
        return label_semester(number)
    if not 1 <= number <= len(BULAN):
        raise ValueError(f"periode tidak dikenal: {code!r}")
    return BULAN[number - 1]
