"""Words that several rules print."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.bahasa.angka import format_number, round_half_up
from akuntabel.facts.angka import Angka
from akuntabel.facts.deret import Titik
from akuntabel.facts.kolom import Peran
from akuntabel.findings import Terkait
from akuntabel.review.bukti import proof

NAMA = {
    Peran.TARGET: "target",
    Peran.REALISASI: "realisasi",
    Peran.CAPAIAN: "capaian",
    Peran.DASAR: "data dasar",
    Peran.KEMAJUAN: "tingkat kemajuan",
    Peran.KEMAJUAN_DASAR: "kemajuan dari data dasar",
}


_LONGEST_TITLE = 90
_SHORT = 4  # digits of a number that is read without separators


def digits(value: Decimal, number: Angka | None = None, least: int = 2) -> str:
    """A value in Indonesian digits, at least with the places that a printed number has."""
    places = max(least, number.desimal if number else 0)
    return format_number(round_half_up(value, places), places)


def point_proof(point: Titik) -> Terkait:
    """The place of a value of a series."""
    return proof(point.sumber, point.tabel)


def as_percent(number: Angka) -> Decimal:
    """A capaian in percent, also where it is written as a fraction of one (0,94)."""
    value = number.nilai or Decimal(0)
    return value * 100 if not number.persen and 0 < abs(value) < 2 and number.desimal else value


def amount(text: str) -> str:
    """A printed amount; one of a sheet without separators gets them: 6987453300 is 6.987.453.300."""
    return f"{int(text):,}".replace(",", ".") if text.isdecimal() and len(text) > _SHORT else text


def short(text: str) -> str:
    """A title for a message; a long one is cut behind a word, and the cut is shown."""
    if len(text) <= _LONGEST_TITLE:
        return text
    return f"{text[:_LONGEST_TITLE].rpartition(' ')[0]} …"
