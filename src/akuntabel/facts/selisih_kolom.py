"""Columns of differences and growth, with the two columns that they are computed from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import permutations

from akuntabel.facts.angka import Angka, JenisIsi
from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel


class CaraSelisih(StrEnum):
    """How a difference is computed from a first and a second value."""

    SELISIH = "selisih"
    MUTLAK = "mutlak"  # without its sign
    PERSEN = "persen"  # growth in percent of the first
    PERSEN_MUTLAK = "persen_mutlak"


@dataclass(frozen=True, slots=True)
class BarisSelisih:
    """A row of such a column."""

    baris: BarisTabel
    awal: Sel
    akhir: Sel
    selisih: Sel


@dataclass(frozen=True, slots=True)
class KolomSelisih:
    """A column of differences as it fits most rows. `cocok` counts the rows that it fits."""

    tabel: Tabel
    kolom: Kolom
    awal: Kolom
    akhir: Kolom
    cara: CaraSelisih
    baris: tuple[BarisSelisih, ...]
    cocok: int


_SKIP = (Peran.NOMOR, Peran.KODE, Peran.SELISIH)


def exact(way: CaraSelisih, first: Decimal, last: Decimal) -> Decimal | None:
    """The exact difference; None where growth from zero is not defined."""
    return _WAYS[way](first, last)


def _growth(first: Decimal, last: Decimal) -> Decimal | None:
    return None if first == 0 else (last - first) / abs(first) * 100


_WAYS: dict[CaraSelisih, Callable[[Decimal, Decimal], Decimal | None]] = {
    CaraSelisih.SELISIH: lambda a, b: b - a,
    CaraSelisih.MUTLAK: lambda a, b: abs(b - a),
    CaraSelisih.PERSEN: _growth,
    CaraSelisih.PERSEN_MUTLAK: lambda a, b: None if a == 0 else abs(b - a) / abs(a) * 100,
}


_LONGEST = 2000  # rows above which a table is no table of a report


def read_differences(tables: Iterable[Tabel]) -> tuple[KolomSelisih, ...]:
    """Every column of differences that fits a row by some pair of columns, or can be read in one way only."""
    read = [t for t in tables if len(t.baris) <= _LONGEST]
    return tuple(c for t in read for k in t.kolom if _is_difference(k) and (c := _best(t, k)))


def _is_difference(column: Kolom) -> bool:
    """A column of differences, or of efficiency in percent: capaian minus what was spent, where that fits."""
    efficiency = column.peran is Peran.PERSEN and "efisiensi" in column.teks.lower()
    return column.peran is Peran.SELISIH or efficiency


def _best(table: Tabel, column: Kolom) -> KolomSelisih | None:
    sources = [k for k in table.kolom if k.peran not in _SKIP and _is_numeric(table, k) and k.indeks != column.indeks]
    if len(sources) > _MOST:
        near = sorted(sources, key=lambda k: abs(k.indeks - column.indeks))[:_MOST]
        sources = [k for k in sources if k in near]
    found = [_made(table, column, a, b, way) for a, b in permutations(sources, 2) for way in CaraSelisih]
    scored = [c for c in found if c.cocok] or _only_reading(table, column, sources)
    return max(scored, key=lambda c: (c.cocok, -_order(c), -abs(c.akhir.indeks - column.indeks)), default=None)


_MOST = 8
_GAP = re.compile(r"\b(?:selisih|gap|deviasi)\b")


def _only_reading(table: Tabel, column: Kolom, sources: Sequence[Kolom]) -> list[KolomSelisih]:
    """A difference that fits no row but can be of two columns only, both percentages: "Capaian, Serapan, Selisih"."""
    if len(sources) != 2 or not _GAP.search(column.teks.lower()) or column.persen:
        return []
    cells = [r.sel[k.indeks].angka for r in table.rows(JenisBaris.ISI) for k in sources]
    if not all(n and n.persen for n in cells) or not all(k.indeks < column.indeks for k in sources):
        return []
    return [_made(table, column, sources[0], sources[1], CaraSelisih.MUTLAK)]


def _order(c: KolomSelisih) -> int:
    """A signed difference from left to right is the plainest reading."""
    return list(CaraSelisih).index(c.cara) * 2 + (c.awal.indeks > c.akhir.indeks)


def _is_numeric(table: Tabel, column: Kolom) -> bool:
    filled = [r.sel[column.indeks] for r in table.baris if r.sel[column.indeks].jenis is not JenisIsi.KOSONG]
    return bool(filled) and 10 * sum(c.jenis is JenisIsi.ANGKA for c in filled) >= 7 * len(filled)


def _made(table: Tabel, column: Kolom, first: Kolom, last: Kolom, way: CaraSelisih) -> KolomSelisih:
    rows = tuple(_rows(table, column, first, last))
    fits = sum(row_fits(r, way) for r in rows)
    return KolomSelisih(table, column, first, last, way, rows, fits)


def _rows(table: Tabel, column: Kolom, first: Kolom, last: Kolom) -> Iterator[BarisSelisih]:
    for row in table.rows(JenisBaris.ISI, JenisBaris.JUMLAH, JenisBaris.RATA_RATA):
        cells = row.sel[first.indeks], row.sel[last.indeks], row.sel[column.indeks]
        if all(c.nilai_ada for c in cells):
            yield BarisSelisih(row, *cells)


def row_fits(row: BarisSelisih, way: CaraSelisih) -> bool:
    """Whether a printed difference follows, within the rounding of its numbers."""
    a, b, d = row.awal.angka, row.akhir.angka, row.selisih.angka
    if not a or not b or not d or a.nilai is None or b.nilai is None or d.nilai is None:
        return False
    right = exact(way, a.nilai, b.nilai)
    if right is None:
        return False
    if way in (CaraSelisih.PERSEN, CaraSelisih.PERSEN_MUTLAK):
        return d.near(right) or (d.desimal > 1 and d.near(right / 100))
    return abs(d.nilai - right) <= sum(_slack((a, b, d)))


def _slack(numbers: Sequence[Angka]) -> list[Decimal]:
    return [n.ketelitian / 2 for n in numbers if n.desimal or n.skala] or [Decimal(0)]
