"""The grid of a table as one sees it: edges drawn a hair apart are one, columns that no cell needs are gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from akuntabel.readers.docx.sifat import NEXT

SLIVER = 115  # twips, two millimetres: nothing is written in a column so narrow


@dataclass(slots=True, eq=False)
class SelKisi:
    """A cell on the grid. `gabung`: it begins ("restart") or should continue a merge downward."""

    teks: str
    kolom: int
    lebar: int
    tinggi: int = 1
    gabung: str | None = None

    @property
    def tempat(self) -> tuple[int, int]:
        """Its edges."""
        return self.kolom, self.kolom + self.lebar


Baris = list[SelKisi]


def settle(rows: Sequence[Baris], width: int, widths: Sequence[int]) -> int:
    """Put the cells on the grid that is seen, in place; give its number of columns. `widths` are those of w:tblGrid."""
    column = _columns(rows, width, _slivers(rows, width, widths))
    if column[-1] < width:
        for row in rows:
            _move(row, column)
        _join_down(rows)
    return column[-1]


def _slivers(rows: Iterable[Baris], width: int, widths: Sequence[int]) -> set[int]:
    """Columns too narrow for text that hold none. Where most would be, the widths say nothing."""
    if len(widths) < width:
        return set()
    narrow = {c for c in range(width) if widths[c] < SLIVER}
    if 2 * len(narrow) > width:
        return set()
    for cell in (cell for row in rows for cell in row if cell.teks):
        own = set(range(*cell.tempat))
        if own <= narrow:
            narrow -= own
    return narrow


def _columns(rows: Iterable[Baris], width: int, slivers: set[int]) -> list[int]:
    """The new number of every edge, from 0 to `width`; edges on both sides of a sliver are the same."""
    group = list(accumulate((int(c not in slivers) for c in range(width)), initial=0))
    used = {group[edge] for row in rows for cell in row for edge in cell.tempat}
    number = {g: n for n, g in enumerate(sorted(used))}
    return [number.get(g, 0) for g in group[:-1]] + [len(number) - 1]


def _move(row: Baris, column: Sequence[int]) -> None:
    for cell in row:
        first, end = cell.tempat
        cell.kolom, cell.lebar = column[first], column[end] - column[first]
    row[:] = [cell for cell in row if cell.lebar > 0]


def _join_down(rows: Sequence[Baris]) -> None:
    """Continue merges downward whose edges are the same now."""
    reach: dict[tuple[int, int], tuple[SelKisi, int]] = {}
    for at, row in enumerate(rows):
        for cell in list(row):
            upper, last = reach.get(cell.tempat, (cell, at))
            if cell.gabung == NEXT and not cell.teks and upper.gabung is not None and last == at - 1:
                upper.tinggi += cell.tinggi
                row.remove(cell)
            else:
                upper = cell
            reach[cell.tempat] = (upper, at + cell.tinggi - 1)
