"""Rows of a survey table that give the sum of the scores of an element, how many answered, and its value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.facts.jumlahan import value_of
from akuntabel.facts.survei import element_code
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel

_SUM = re.compile(r"\b(?:jumlah|total|penjumlahan)\s+(?:skor|nilai|jawaban)\b")
_COUNT = re.compile(r"\bresponden\b|^n$|\(n\)")
_VALUE = re.compile(r"\b(?:nilai|nrr|rata-?rata|indeks)\b")
_HIGHEST = Decimal(4)  # an answer scores from 1 to 4
KONVERSI = Decimal(25)


@dataclass(frozen=True, slots=True)
class SkorUnsur:
    """One element: sum of scores, number of answers, value as printed (1 to 4, or 25 to 100)."""

    tabel: Tabel
    baris: BarisTabel
    skor: Sel
    banyak: Sel
    nilai: Sel

    @property
    def rerata(self) -> Decimal:
        """The mean score, from 1 to 4."""
        return value_of(self.skor) / value_of(self.banyak)

    @property
    def tepat(self) -> Decimal:
        """What the value is, on the scale on which it is printed."""
        return self.rerata if value_of(self.nilai) <= _HIGHEST else self.rerata * KONVERSI


def read_scores(tables: tuple[Tabel, ...]) -> tuple[SkorUnsur, ...]:
    """Every row of an element whose three numbers stand in columns of their own, in order."""
    return tuple(row for table in tables for row in _rows(table))


def _rows(table: Tabel) -> Iterator[SkorUnsur]:
    heads = [k.teks.lower() for k in table.kolom]
    sums = [n for n, head in enumerate(heads) if _SUM.search(head)]
    counts = [n for n, head in enumerate(heads) if _COUNT.search(head) and n not in sums]
    values = [n for n, head in enumerate(heads) if _VALUE.search(head) and n not in (*sums, *counts)]
    if not (len(sums) == len(counts) == 1 and values):
        return
    for row in table.rows(JenisBaris.ISI):
        cells = row.sel[sums[0]], row.sel[counts[0]], row.sel[values[0]]
        if any(element_code(c.teks) for c in row.sel[:3]) and all(c.angka and c.angka.nilai for c in cells):
            yield SkorUnsur(table, row, *cells)
