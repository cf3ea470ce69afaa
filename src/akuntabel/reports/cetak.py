"""How a figure is printed: one place for every format, so that the same figure shows the same digits everywhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from akuntabel.bahasa.angka import format_number, format_percent, format_rupiah, round_half_up
from akuntabel.bahasa.tanggal import format_tanggal
from akuntabel.bahasa.terbilang import terbilang, terbilang_rupiah
from akuntabel.calculation.besaran import BESARAN
from akuntabel.domain.figure import Figure, Keadaan

KEADAAN_TEKS = {
    Keadaan.KOSONG: "belum ada data",
    Keadaan.BELUM_LENGKAP: "belum lengkap",
    Keadaan.TIDAK_BERLAKU: "tidak berlaku",
    Keadaan.BELUM_RILIS: "belum dirilis",
    Keadaan.TAK_TERDEFINISI: "tidak dapat dihitung",
}
KEADAAN_SEL = {
    Keadaan.KOSONG: "belum ada",
    Keadaan.BELUM_LENGKAP: "belum lengkap",
    Keadaan.TIDAK_BERLAKU: "tb",
    Keadaan.BELUM_RILIS: "belum rilis",
    Keadaan.TAK_TERDEFINISI: "td",
}
KETERANGAN_SEL = {
    Keadaan.BELUM_LENGKAP: "belum lengkap: jumlahnya tidak dicetak karena sebagian nilainya belum ada",
    Keadaan.TIDAK_BERLAKU: "tb: tidak berlaku",
    Keadaan.TAK_TERDEFINISI: "td: tidak dapat dihitung karena pembaginya nol atau masukannya tidak terdefinisi",
}
BELUM_DINILAI, KARENA = "belum dapat dinilai", " karena "
_DINILAI = ("efisiensi",)  # judgements: what does not apply to them is that they cannot be made
_PERSEN = ("persen", "%")
_DUA = 2
_TIGA = 3
MINUS = "\N{MINUS SIGN}"  # a hyphen is no sign of a number
_DESIMAL_HITUNGAN = 6
_LONG = re.compile(rf"−?(?<![\d.,])\d[\d.]*,\d{{{_DESIMAL_HITUNGAN + 1},}}")

Printer = Callable[[Figure, Decimal], str]


def _plain(figure: Figure, value: Decimal) -> str:
    return format_number(value, figure.desimal)


def _nilai(figure: Figure, value: Decimal) -> str:
    """The number with its unit where the unit is short: percent closed up, money in rupiah, others bare."""
    if figure.satuan.casefold() in _PERSEN:
        return format_percent(value, figure.desimal)
    if figure.satuan == "rupiah":
        return format_rupiah(value)
    return format_number(value, figure.desimal)


def _uang(figure: Figure, value: Decimal) -> str:
    """Money without 'Rp', for table columns whose heading says it."""
    text = format_rupiah(value)
    return text.replace("Rp", "", 1)


FORMATS: dict[str, Printer] = {
    "nilai": _nilai,
    "angka": _plain,
    "bulat": lambda _f, v: format_number(v, 0),
    "dua_desimal": lambda _f, v: format_number(v, _DUA),
    "tiga_desimal": lambda _f, v: format_number(v, _TIGA),
    "poin": lambda _f, v: format_number(v, _DUA),
    "persen": lambda f, v: format_percent(v, _DUA if f.desimal is None else f.desimal),
    "rupiah": lambda _f, v: format_rupiah(v),
    "rupiah_bulat": lambda _f, v: format_rupiah(v, sen=False),
    "uang": _uang,
    "uang_bulat": lambda _f, v: format_rupiah(v, sen=False).replace("Rp", "", 1),
    "mutlak": lambda f, v: format_number(abs(v), f.desimal),
    "kata": lambda f, v: terbilang_rupiah(v) if f.satuan == "rupiah" else terbilang(v),
    "cacah": lambda _f, v: f"{format_number(v, 0)} ({terbilang(v)})",
    "teks": _nilai,
    "tercatat": lambda f, v: FORMATS[BESARAN[f.id.besaran].format](f, v),
}
TERCATAT = "tercatat"


def print_figure(figure: Figure, format_name: str | None = None) -> str:
    """The printed form of a figure; a named state in words where it has no value.

    `format_name` None takes the default of its kind; 'tercatat' prints what is recorded of a sum that is not complete.
    Raises KeyError for an unknown format.
    """
    value = figure.tercatat if format_name == TERCATAT and figure.tercatat is not None else figure.value
    if value is None:
        return print_state(figure)
    printer = FORMATS[format_name or BESARAN[figure.id.besaran].format]
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, Decimal):
        return printer(figure, value).replace("-", MINUS) if value < 0 else printer(figure, value)
    return format_tanggal(value) if isinstance(value, date) else value


def print_state(figure: Figure, *, short: bool = False) -> str:
    """The words for a figure without a value; `short` for a table cell."""
    if figure.id.besaran in _DINILAI and figure.keadaan is Keadaan.TIDAK_BERLAKU:
        return (figure.trace.catatan or BELUM_DINILAI).partition(KARENA)[0]
    return (KEADAAN_SEL if short else KEADAAN_TEKS)[figure.keadaan]


def print_sum(text: str) -> str:
    """A sum as it is printed: a number with many decimals is rounded, and says so: '≈9,097836'."""
    return _LONG.sub(_rounded, text)


def _rounded(match: re.Match[str]) -> str:
    sign, digits = ("−", match[0][1:]) if match[0].startswith("−") else ("", match[0])
    exact = Decimal(digits.replace(".", "").replace(",", "."))
    return f"≈{sign}{format_number(round_half_up(exact, _DESIMAL_HITUNGAN))}"


def print_origin(figure: Figure) -> str:
    """The printed form where a figure's origin is shown: beside 'belum lengkap' stands what is recorded."""
    known = f"; baru tercatat {print_figure(figure, TERCATAT)}" if figure.tercatat is not None else ""
    return print_figure(figure) + known
