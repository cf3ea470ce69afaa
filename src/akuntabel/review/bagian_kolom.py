"""Columns of shares: which column of counts or money they are parts of."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from akuntabel.facts.jumlahan import additive, value_of
from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel

Shares = Sequence[tuple[BarisTabel, Sel]]
_ALL = Decimal(100)
_ENOUGH = 3
_PAIR = 2  # two shares, where the total row says that they are all
_EXACT = Decimal("0.01")
NEAR = Decimal(2)  # a total as near to a hundred as this is meant to be one


def whole_of(table: Tabel, cells: Shares) -> Kolom | None:
    """The column of counts or money whose sum most shares are parts of."""
    for column in table.kolom:
        parts = [r.sel[column.indeks] for r, _ in cells]
        whole = sum(map(value_of, parts), Decimal())
        if additive(table, column) and column.peran is not Peran.NOMOR and whole and len(set(map(value_of, parts))) > 1:
            fits = sum(share_fits(s, p, whole) for (_, s), p in zip(cells, parts, strict=True))
            said = _says_all(table, column, cells, whole)
            pair = len(cells) == _PAIR and said and fits and _precise(cells)
            if pair or (fits + said >= _ENOUGH and 2 * fits > len(cells)):
                return column
    return None


def _precise(cells: Shares) -> bool:
    """Shares printed so exactly that one which fits is no chance."""
    return all(s.angka and s.angka.ketelitian <= _EXACT for _, s in cells)


def groups_of(table: Tabel, share: Kolom) -> list[tuple[Shares, BarisTabel]]:
    """The rows above each of several total rows that set about a hundred into the column of shares, with that row."""
    groups: list[tuple[Shares, BarisTabel]] = []
    held: list[tuple[BarisTabel, Sel]] = []
    for row in table.rows(JenisBaris.ISI, JenisBaris.JUMLAH):
        cell = row.sel[share.indeks]
        if row.jenis is JenisBaris.ISI and cell.nilai_ada:
            held.append((row, cell))
        elif row.jenis is JenisBaris.JUMLAH:
            if held and cell.nilai_ada and abs(value_of(cell) - _ALL) <= NEAR:
                groups.append((tuple(held), row))
            held = []
    return groups if len(groups) > 1 else []


def whole_of_groups(table: Tabel, groups: Sequence[tuple[Shares, BarisTabel]]) -> Kolom | None:
    """The column of counts whose sums are the totals of all groups, and of which most shares are parts."""
    for column in table.kolom:
        sums = [sum((value_of(r.sel[column.indeks]) for r, _ in cells), Decimal()) for cells, _ in groups]
        totals = [value_of(row.sel[column.indeks]) for _, row in groups]
        if not additive(table, column) or column.peran is Peran.NOMOR or sums != totals or not all(sums):
            continue
        parted = [(s, r.sel[column.indeks], w) for (cells, _), w in zip(groups, sums, strict=True) for r, s in cells]
        fits = sum(share_fits(*p) for p in parted)
        if fits >= _ENOUGH and 2 * fits > len(parted):
            return column
    return None


def _says_all(table: Tabel, column: Kolom, cells: Shares, whole: Decimal) -> bool:
    """Whether the total row sets the sum of the column beside about a hundred."""
    totals = [(r.sel[column.indeks], r.sel[cells[0][1].kolom]) for r in table.rows(JenisBaris.JUMLAH)]
    return any(value_of(t) == whole and abs(value_of(s) - _ALL) <= NEAR for t, s in totals)


def share_fits(share: Sel, part: Sel, whole: Decimal) -> bool:
    """Whether a printed share is its part of the sum, in percent or as a fraction of one."""
    exact = value_of(part) / whole * _ALL
    return share.angka is not None and (
        share.angka.near(exact) or (share.angka.desimal > 1 and share.angka.near(exact / _ALL))
    )
