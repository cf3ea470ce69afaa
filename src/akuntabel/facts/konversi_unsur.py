"""Rows of a survey table that print the mean score of an element and, beside it, the same times 25."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from akuntabel.facts.skor_unsur import KONVERSI
from akuntabel.facts.survei import element_code
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel

_LOWEST, _HIGHEST = Decimal(1), Decimal(4)  # an answer scores from 1 to 4
_ENOUGH = 3  # rows that fit, and more than those that do not, before two columns are score and conversion


@dataclass(frozen=True, slots=True)
class KonversiUnsur:
    """One element: its mean score (1 to 4) and the converted value (25 to 100), as printed."""

    tabel: Tabel
    baris: BarisTabel
    skor: Sel
    nilai: Sel

    @property
    def tepat(self) -> Decimal:
        """The converted value of the printed score."""
        return _value(self.skor) * KONVERSI

    @property
    def cocok(self) -> bool:
        """Whether the converted value follows from a score that is printed rounded or cut."""
        if self.skor.angka is None or self.nilai.angka is None:
            return False
        slack = self.skor.angka.ketelitian * KONVERSI + self.nilai.angka.ketelitian
        return abs(self.tepat - _value(self.nilai)) < slack


def read_conversions(tables: tuple[Tabel, ...]) -> Iterator[tuple[KonversiUnsur, ...]]:
    """The rows of each table whose columns are score and conversion, as most of its rows show."""
    for table in tables:
        rows = [r for r in table.rows(JenisBaris.ISI) if any(element_code(c.teks) for c in r.sel[:3])]
        if len(rows) < _ENOUGH:
            continue
        found = (tuple(_pairs(table, rows, a, b)) for a, b in permutations(range(len(table.kolom)), 2))
        best = max(found, key=_fitting, default=())
        if _fitting(best) >= _ENOUGH and 2 * _fitting(best) > len(best):
            yield best


def _fitting(pairs: tuple[KonversiUnsur, ...]) -> int:
    return sum(p.cocok for p in pairs)


def _pairs(table: Tabel, rows: list[BarisTabel], score: int, value: int) -> Iterator[KonversiUnsur]:
    for row in rows:
        pair = KonversiUnsur(table, row, row.sel[score], row.sel[value])
        printed = all(c.nilai_ada and not c.lanjutan for c in (pair.skor, pair.nilai))
        if printed and _LOWEST <= _value(pair.skor) <= _HIGHEST < _value(pair.nilai):
            yield pair


def _value(cell: Sel) -> Decimal:
    return (cell.angka.nilai if cell.angka else None) or Decimal()
