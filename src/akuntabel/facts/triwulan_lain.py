"""Realisasi of an indicator in quarterly reports: of each quarter, and cumulated to the end of the year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pengukuran import NilaiTabel

_QUARTERS = {"i": 1, "1": 1, "ii": 2, "2": 2, "iii": 3, "3": 3, "iv": 4, "4": 4, "pertama": 1, "kedua": 2,
             "ketiga": 3, "keempat": 4}  # fmt: skip
_TITLE = re.compile(r"\b(?:triwulan|tribulan|tw)\s*(iv|iii|ii|i|[1-4]|pertama|kedua|ketiga|keempat)\b", re.IGNORECASE)
_TO_DATE = re.compile(r"\b(?:s\.?\s?d\.?|s/d|sampai(?: dengan)?|kumulatif|akumulasi|total)(?=\W|$)", re.IGNORECASE)
_LAST = 4


@dataclass(frozen=True, slots=True)
class RealisasiTriwulan:
    """The values of one indicator: by quarter, and up to the end of the fourth."""

    triwulan: dict[int, NilaiTabel] = field(default_factory=dict)
    kumulatif: NilaiTabel | None = None

    def yearly(self) -> list[Decimal]:
        """What the year may be: the value to date, the fourth quarter, the sum, the mean or the highest of all four."""
        found = [self.kumulatif] if self.kumulatif else []
        found += [self.triwulan[_LAST]] if _LAST in self.triwulan else []
        values = [v.angka.nilai for v in found if v.angka and v.angka.nilai is not None]
        quarters = [v.angka.nilai for v in self.triwulan.values() if v.angka and v.angka.nilai is not None]
        if len(quarters) == _LAST:
            values += [sum(quarters, Decimal()), sum(quarters, Decimal()) / _LAST, max(quarters)]
        return values

    @property
    def lengkap(self) -> bool:
        """Whether the year follows from it, however the indicator is added up."""
        return self.kumulatif is not None or len(self.triwulan) == _LAST


def quarter_of(fakta: Fakta) -> int | None:
    """The quarter that the title of a report names."""
    match = _TITLE.search(fakta.identitas.judul)
    return _QUARTERS[match[1].lower()] if match else None


def quarterly(reports: Iterable[Fakta], values: Iterable[tuple[Fakta, NilaiTabel]]) -> RealisasiTriwulan:
    """The values of one indicator from all given reports together."""
    titles = {id(report): quarter_of(report) for report in reports}
    quarters: dict[int, NilaiTabel] = {}
    to_date: NilaiTabel | None = None
    for report, value in values:
        named = _QUARTERS.get(value.kolom.triwulan)
        quarter = named or titles.get(id(report))
        if value.besaran is not Peran.REALISASI or value.angka is None or value.angka.nilai is None or quarter is None:
            continue
        if not _TO_DATE.search(value.kolom.teks):
            quarters.setdefault(quarter, value)
        elif quarter == _LAST:
            to_date = to_date or value
    return RealisasiTriwulan(quarters, to_date)
