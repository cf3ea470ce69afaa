"""Numbers in the Indonesian form, 1.234,56: the one formatter and the one parser of the project.

Plain code instead of Babel: formatting is called thousands of times per report, Babel rounds half-even, and the
whole job is one exact rounding and the exchange of two marks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum

_WIDE = Context(prec=200, rounding=ROUND_HALF_UP)  # quantize must not fail on long exact quotients
_SWAP = str.maketrans(",.", ".,")
_MAX_LENGTH = 60


def round_half_up(value: Decimal, places: int) -> Decimal:
    """The value at `places` decimals, halves away from zero; never a negative zero.

    Raises ValueError for a value that is not finite.
    """
    if not value.is_finite():
        raise ValueError(f"bukan angka berhingga: {value}")
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)
    return abs(rounded) if rounded.is_zero() else rounded


def format_number(value: Decimal, places: int | None = None, group: bool = True) -> str:
    """'1.234,56'. `places` None prints the places the value has, without trailing zeros.

    Raises ValueError for a value that is not finite.
    """
    if places is None:
        exponent = value.normalize(_WIDE).as_tuple().exponent
        places = max(0, -exponent) if isinstance(exponent, int) else 0
    rounded = round_half_up(value, places)
    return format(rounded, ",f" if group else "f").translate(_SWAP)


def format_percent(value: Decimal, places: int | None = 2) -> str:
    """A value that is already in percent, '89,36%', closed up as the sign is written in Indonesian (CLDR id)."""
    return format_number(value, places) + "%"


def format_rupiah(value: Decimal, sen: bool | None = None) -> str:
    """'Rp18.113.302.758' (EYD: no space). `sen` None prints sen only where there are some; negative: '-Rp5.000'."""
    exact = round_half_up(value, 2)
    if sen is None:
        sen = exact != exact.to_integral_value()
    text = format_number(value, 2 if sen else 0)
    return f"-Rp{text[1:]}" if text.startswith("-") else f"Rp{text}"


class JenisBacaan(StrEnum):
    """What a text turned out to be."""

    ANGKA = "angka"
    KOSONG = "kosong"
    SALAH = "salah"


@dataclass(frozen=True, slots=True)
class ParsedNumber:
    """A text read as a number.

    `masalah` (Indonesian, without the text itself) and `saran` (how to write it) are given for `salah` and for an
    `ambiguous` number: one whose value is only the likely reading, so that the user must be asked.
    """

    kind: JenisBacaan
    value: Decimal | None = None
    masalah: str | None = None
    saran: str | None = None
    ambiguous: bool = False
    percent: bool = False
    rupiah: bool = False

    @property
    def is_certain(self) -> bool:
        """A number that needs no question."""
        return self.kind is JenisBacaan.ANGKA and not self.ambiguous


_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_DASHES = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2212", "------")
_FORMULA_ERROR = re.compile(r"#[A-Z0-9/_]+[!?]?|Err:\d+", re.IGNORECASE)
_SCIENTIFIC = re.compile(r"[+-]?\d+([.,]\d+)?E[+-]?\d+", re.IGNORECASE)
_MONEY = re.compile(r"(?:Rp\.?|IDR)\s*(?=[-+(\d.,])", re.IGNORECASE)
_PERCENT = re.compile(r"\s*(?:%|persen)$", re.IGNORECASE)
_NO_SEN = re.compile(r"(?<=[0-9])[.,]-{1,2}$")
_PLAIN = re.compile(r"\d+(?:,\d+)?", re.ASCII)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", re.ASCII)
_SPACED = re.compile(r"[1-9]\d{0,2}(?: \d{3})+(?:,\d+)?", re.ASCII)
_ENGLISH = re.compile(r"\d+\.\d+|[1-9]\d{0,2}(?:,\d{3})+\.\d+|[1-9]\d{0,2}(?:,\d{3}){2,}", re.ASCII)
_BAD_GROUPS = re.compile(r"\d+(?:\.\d+){2,}(?:,\d+)?|\d+\.\d+,\d+", re.ASCII)
_LAST_SHORT_GROUP = re.compile(r"([1-9]\d{0,2}(?:\.\d{3})+)\.(\d{1,2})", re.ASCII)
_WITH_UNIT = re.compile(r"([\d.,]*[0-9])\s*([^\W\d].*)")
_LOOKALIKE = str.maketrans("OoIlSBZ", "0011582")
_SCALE_WORDS = {"ribu": 3, "juta": 6, "miliar": 9, "milyar": 9, "triliun": 12, "rb": 3, "jt": 6}
_MONEY_WORDS = {**_SCALE_WORDS, "m": 9, "t": 12}  # beside Rp a letter is no unit of measure


def parse_number(text: str) -> ParsedNumber:
    """Read a text as an Indonesian number; never raises.

    Accepts 1.234,56; 80; -5; (1.250); Rp 1.234,-; 89,4 %. A dash alone is empty. A lone dot before three digits marks
    thousands; before any other count it is likely an English decimal point: read so, and `ambiguous`.
    """
    body = " ".join(_INVISIBLE.sub("", text).translate(_DASHES).split())
    if not body.strip("-"):
        return ParsedNumber(JenisBacaan.KOSONG)
    refused = _refuse(body)
    if refused:
        return refused
    negative, body = _strip_sign(body)
    money, body = _strip(_MONEY, body, at_start=True)
    percent, body = _strip(_PERCENT, body)
    if not negative:
        negative, body = _strip_sign(body)
    parsed = _read_digits(_NO_SEN.sub("", body), _MONEY_WORDS if money else _SCALE_WORDS)
    return replace(_negate(parsed) if negative else parsed, percent=percent, rupiah=money)


def _negate(parsed: ParsedNumber) -> ParsedNumber:
    value = None if parsed.value is None else -parsed.value
    return replace(parsed, value=value, saran=f"-{parsed.saran}" if parsed.saran else None)


def _wrong(masalah: str, saran: str | None = None) -> ParsedNumber:
    return ParsedNumber(JenisBacaan.SALAH, masalah=masalah, saran=saran)


def _refuse(body: str) -> ParsedNumber | None:
    """What a workbook leaves in a cell instead of a number."""
    if len(body) > _MAX_LENGTH:
        return _wrong("terlalu panjang untuk sebuah angka")
    if _FORMULA_ERROR.fullmatch(body):
        return _wrong("galat rumus dari lembar kerja")
    if body.startswith("="):
        return _wrong("rumus yang belum dihitung")
    if _SCIENTIFIC.fullmatch(body):
        return _wrong("notasi ilmiah; angka di belakangnya mungkin sudah terpotong")
    return None


def _strip_sign(body: str) -> tuple[bool, str]:
    if body.startswith("(") and body.endswith(")"):
        return True, body[1:-1].strip()
    return body.startswith("-"), body.lstrip("+-").strip() if body[:1] in "+-" and body[1:2] not in "+-" else body


def _strip(pattern: re.Pattern[str], body: str, *, at_start: bool = False) -> tuple[bool, str]:
    match = pattern.match(body) if at_start else pattern.search(body)
    return match is not None, pattern.sub("", body, count=1) if match else body


def _read_digits(body: str, scales: Mapping[str, int]) -> ParsedNumber:
    if _is_number(body):
        return ParsedNumber(JenisBacaan.ANGKA, _decimal(body))
    if _SPACED.fullmatch(body):
        return _likely(_decimal(body), "spasi di antara angka")
    if _ENGLISH.fullmatch(body):
        habit = "koma dipakai sebagai pemisah ribuan" if "," in body else "titik dipakai sebagai tanda desimal"
        return _likely(Decimal(body.replace(",", "")), habit)
    return _diagnose(body, scales)


def _decimal(body: str) -> Decimal:
    """A well-formed Indonesian number without sign."""
    return Decimal(re.sub(r"[.\s]", "", body).replace(",", "."))


def _likely(value: Decimal, masalah: str) -> ParsedNumber:
    places = -int(value.as_tuple().exponent)
    return ParsedNumber(JenisBacaan.ANGKA, value, masalah, format_number(value, places), ambiguous=True)


def _diagnose(body: str, scales: Mapping[str, int]) -> ParsedNumber:
    """Say why a text is no number, and how it was perhaps meant."""
    if _BAD_GROUPS.fullmatch(body):
        short = _LAST_SHORT_GROUP.fullmatch(body)
        return _wrong("pemisah ribuan tidak diikuti tiga angka", ",".join(short.groups()) if short else None)
    if re.fullmatch(r"[.,]?\d[\d.,]*", body, re.ASCII):
        return _wrong("tanda titik atau koma tidak pada tempatnya", _without_stray_marks(body))
    return _diagnose_letters(body, scales)


def _is_number(body: str) -> bool:
    return bool(_PLAIN.fullmatch(body) or _GROUPED.fullmatch(body))


def _without_stray_marks(body: str) -> str | None:
    inner = body.strip(".,")
    if body[0] in ".,":
        return f"0,{inner}" if inner.isdecimal() else None
    return inner if _is_number(inner) else None


def _diagnose_letters(body: str, scales: Mapping[str, int]) -> ParsedNumber:
    swapped = body.translate(_LOOKALIKE)
    if re.search(r"[0-9]", body) and _is_number(swapped):
        return _wrong("memuat huruf yang mirip angka", swapped)
    unit = _WITH_UNIT.fullmatch(body)
    if unit and _is_number(unit[1]):
        places = scales.get(unit[2].lower().rstrip("."))
        full = unit[1] if places is None else format_number(_decimal(unit[1]).scaleb(places))
        return _wrong(f"ada tulisan '{unit[2]}' di samping angka", full)
    return _wrong("bukan angka")
