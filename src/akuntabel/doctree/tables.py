"""Where the cells of a table stand once their spans are laid out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from akuntabel.doctree.nodes import Cell, Row


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with the 0-based row and column of its upper left corner."""

    row: int
    column: int
    cell: Cell


def place(rows: Sequence[Row], columns: int) -> tuple[Placed, ...]:
    """Lay out cells and their spans, as HTML does, on a grid `columns` wide.

    Raises ValueError, naming the row (1-based), when the cells do not fill the grid exactly.
    """
    taken: set[tuple[int, int]] = set()
    placed: list[Placed] = []
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (number, column) in taken:
                column += 1
            placed.append(Placed(number, column, cell))
            _take(taken, placed[-1], (len(rows), columns))
            column += cell.colspan
        filled = sum((number, at) in taken for at in range(columns))
        if filled != columns:
            raise ValueError(f"row {number + 1} fills {filled} of {columns} columns")
    return tuple(placed)


def _take(taken: set[tuple[int, int]], at: Placed, size: tuple[int, int]) -> None:
    rows, columns = size
    cell = at.cell
    if cell.colspan < 1 or cell.rowspan < 1:
        raise ValueError(f"row {at.row + 1} has a cell with a span below 1")
    if at.column + cell.colspan > columns:
        raise ValueError(f"row {at.row + 1} is wider than {columns} columns")
    if at.row + cell.rowspan > rows:
        raise ValueError(f"row {at.row + 1} has a cell that reaches below the last row")
    covered = {(at.row + down, at.column + right) for down in range(cell.rowspan) for right in range(cell.colspan)}
    if covered & taken:
        raise ValueError(f"row {at.row + 1} has cells that overlap")
    taken |= covered
