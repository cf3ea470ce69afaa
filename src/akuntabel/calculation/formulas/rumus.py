"""What a formula is: a pure function of Decimals with a name, an expression, a source and a start date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from akuntabel.regulations.dasar import Kepastian

SERATUS = Decimal(100)


@dataclass(frozen=True, slots=True)
class Rumus:
    """A named formula: source (`dasar`), how sure it is, and since when it holds."""

    kode: str
    nama: str
    ekspresi: str
    dasar: str
    sejak: date = date(2014, 4, 21)
    kepastian: Kepastian = Kepastian.PRAKTIK


@dataclass(frozen=True, slots=True)
class HasilRumus:
    """The outcome of a formula: a value, or None with the reason; `hitungan` is the sum with numbers in place."""

    nilai: Decimal | None
    hitungan: str = ""
    alasan: str | None = None


def angka(value: Decimal) -> str:
    """A number inside a sum: plain Indonesian form, all digits that are not trailing zeros."""
    text = f"{value.normalize():f}"
    whole, _, fraction = text.partition(".")
    sign, digits = ("−", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = f"{int(digits):,}".replace(",", ".")
    return sign + grouped + (f",{fraction}" if fraction else "")
