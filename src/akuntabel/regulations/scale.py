"""Ordered classes of a value: predikat of capaian, AKIP grades, mutu of the survey."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import ClassVar

from pydantic import ConfigDict

from akuntabel.bahasa.angka import format_number, round_half_up
from akuntabel.regulations.dasar import Entri


@dataclass(frozen=True, slots=True, kw_only=True)
class Kelas:
    """One class of a scale. A bound of None is no bound; `rentang_teks` is the interval as it is printed."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    kode: str
    nama: str
    lower: Decimal | None = None
    lower_inclusive: bool = False
    upper: Decimal | None = None
    upper_inclusive: bool = False
    rentang_teks: str
    sebutan_lain: tuple[str, ...] = ()
    persepsi: int | None = None
    makna: str = ""

    def holds(self, value: Decimal) -> bool:
        """Whether a value lies inside the bounds."""
        above = self.lower is None or value > self.lower or (self.lower_inclusive and value == self.lower)
        below = self.upper is None or value < self.upper or (self.upper_inclusive and value == self.upper)
        return above and below


@dataclass(frozen=True, slots=True, kw_only=True)
class Skala(Entri):
    """A scale: classes from lowest to highest that cover the whole line with no gap and no overlap.

    `desimal` is the number of places to which a value is rounded before look-up. `terkecil` and `terbesar` are the
    ends of the possible values, where there are such ends.
    """

    kelompok: str
    desimal: int
    kelas: tuple[Kelas, ...]
    terkecil: Decimal | None = None
    terbesar: Decimal | None = None

    def __post_init__(self) -> None:
        if not self.kelas or self.kelas[0].lower is not None or self.kelas[-1].upper is not None:
            raise ValueError(f"skala {self.kode} tidak menutup seluruh garis bilangan")
        for below, above in pairwise(self.kelas):
            if below.upper is None or below.upper != above.lower or below.upper_inclusive == above.lower_inclusive:
                raise ValueError(f"skala {self.kode}: {below.kode} dan {above.kode} bercelah atau bertumpang tindih")

    def is_possible(self, value: Decimal) -> bool:
        """Whether a value lies between the ends of the scale."""
        low, high = self.terkecil, self.terbesar
        return (low is None or value >= low) and (high is None or value <= high)


def classify(skala: Skala, value: Decimal) -> Kelas:
    """The class of a value, looked up after half-up rounding at the precision of the scale.

    Raises ValueError for a value that is not finite.
    """
    rounded = round_half_up(value, skala.desimal)
    return next(k for k in skala.kelas if k.holds(rounded))


def range_text(
    lower: Decimal | None, upper: Decimal | None, *, lower_inclusive: bool, upper_inclusive: bool, desimal: int
) -> str:
    """An interval in the values that can be printed at `desimal` places: '76,00 sampai 90,99', '91,00 atau lebih'."""
    step = Decimal(1).scaleb(-desimal)
    low = None if lower is None else format_number(lower if lower_inclusive else lower + step, desimal)
    high = None if upper is None else format_number(upper if upper_inclusive else upper - step, desimal)
    if low is None or high is None:
        return f"{high} atau kurang" if low is None else f"{low} atau lebih"
    return low if low == high else f"{low} sampai {high}"
