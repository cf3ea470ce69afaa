"""Means that tables print, below columns and beside rows, with the ways in which each may have been taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.facts.angka import Angka, JenisIsi
from akuntabel.facts.jenjang import nestings
from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel

_CAPS = tuple(map(Decimal, (100, 110, 120, 150)))
_NEVER = (Peran.NOMOR, Peran.KODE, Peran.SATUAN)


@dataclass(frozen=True, slots=True)
class Rerata:
    """A printed mean with its values; `cocok`: one of the usual ways gives it. `polos` is the plain mean.

    `garis` names the line of the table that means of one kind share: they confirm each other.
    """

    tabel: Tabel
    baris: BarisTabel
    sel: Sel
    nilai: tuple[Sel, ...]
    polos: Decimal
    cocok: bool
    garis: str
    kolom: Kolom


_LONGEST = 2000  # rows above which a table is no table of a report


def read_means(tables: Iterable[Tabel]) -> tuple[Rerata, ...]:
    """Every printed mean that has at least two values."""
    return tuple(m for t in tables if len(t.baris) <= _LONGEST for m in (*_down(t), *_across(t)))


def _down(table: Tabel) -> Iterator[Rerata]:
    for at, row in enumerate(table.baris):
        if row.jenis is not JenisBaris.RATA_RATA:
            continue
        for column in table.kolom:
            cell = row.sel[column.indeks]
            if cell.nilai_ada and column.peran not in _NEVER:
                mean = _mean_below(table, at, column, cell)
                if mean:
                    yield mean


def _mean_below(table: Tabel, at: int, column: Kolom, cell: Sel) -> Rerata | None:
    rows = [n for n in range(at) if table.baris[n].jenis is JenisBaris.ISI]
    last = max((n for n in range(at) if table.baris[n].jenis is JenisBaris.RATA_RATA), default=-1)
    sets = [[n for n in rows if n > last], rows, *(list(w.roots(rows)) for w in nestings(table))]
    sets = [s for s in sets if sum(table.baris[n].sel[column.indeks].nilai_ada for n in s) > 1]
    if not sets or not cell.angka:
        return None
    values = tuple(table.baris[n].sel[column.indeks] for n in sets[0])
    fits = any(_fits(cell.angka, [table.baris[n].sel[column.indeks] for n in s]) for s in sets)
    fits = fits or any(_weighted(cell.angka, table, s, column) for s in sets)
    return Rerata(table, table.baris[at], cell, values, _plain(values), fits, f"baris {at}", column)


def _across(table: Tabel) -> Iterator[Rerata]:
    for column in table.of(Peran.RATA_RATA):
        parts = _run_left(table, column.indeks)
        for row in table.rows(JenisBaris.ISI, JenisBaris.JUMLAH) if len(parts) > 1 else ():
            cell, values = row.sel[column.indeks], tuple(row.sel[c] for c in parts)
            if cell.angka and cell.nilai_ada and sum(v.nilai_ada for v in values) > 1:
                fits = _fits(cell.angka, values)
                yield Rerata(table, row, cell, values, _plain(values), fits, f"kolom {column.indeks}", column)


def _run_left(table: Tabel, end: int) -> list[int]:
    """The columns of numbers right before a column of means."""
    found: list[int] = []
    for c in range(end - 1, -1, -1):
        filled = [r.sel[c] for r in table.baris if r.sel[c].jenis is not JenisIsi.KOSONG]
        numeric = bool(filled) and 10 * sum(s.jenis in (JenisIsi.ANGKA, JenisIsi.STRIP) for s in filled) >= 8 * len(
            filled
        )
        if not numeric or table.kolom[c].peran in (*_NEVER, Peran.RATA_RATA, Peran.JUMLAH, Peran.TARGET):
            break
        found.insert(0, c)
    return found


def _numbers(cells: Iterable[Sel]) -> list[Decimal]:
    return [c.angka.nilai for c in cells if c.angka and c.angka.nilai is not None]


def _plain(cells: Sequence[Sel]) -> Decimal:
    values = _numbers(cells)
    return sum(values, Decimal()) / len(values) if values else Decimal(0)


def _fits(printed: Angka, cells: Sequence[Sel]) -> bool:
    """The mean of the filled cells, of all cells with dashes as zero, with a usual cap, or of the values above zero."""
    values = _numbers(cells)
    if not values:
        return False
    above = [v for v in values if v]
    pools = [values, above or values, *([min(v, cap) for v in values] for cap in _CAPS)]
    means = [sum(p, Decimal()) / len(p) for p in pools]
    means.append(sum(values, Decimal()) / len(cells))
    return any(printed.near(m) for m in means)


def _weighted(printed: Angka, table: Tabel, rows: Sequence[int], column: Kolom) -> bool:
    """The mean weighted by another column."""
    own = [table.baris[n].sel[column.indeks] for n in rows]
    for other in table.kolom:
        if other.indeks == column.indeks or other.peran in _NEVER:
            continue
        weights = [table.baris[n].sel[other.indeks] for n in rows]
        pairs = [
            (v.angka.nilai, w.angka.nilai)
            for v, w in zip(own, weights, strict=True)
            if v.angka and w.angka and v.angka.nilai is not None and w.angka.nilai is not None
        ]
        weight = sum((w for _, w in pairs), Decimal())
        if weight and printed.near(sum((v * w for v, w in pairs), Decimal()) / weight):
            return True
    return False
