"""The rows that a tagged file gives -> a table with its cells in their columns."""

from __future__ import annotations

from collections import Counter

from akuntabel.readers.pdf.bentuk import BarisTabel, Sel, Tabel
from akuntabel.readers.pdf.bertanda import BarisBertanda, SelBertanda, TabelBertanda

_MOST_COLUMNS = 500
_SAME_EDGE = 2.0  # points between edges of one column


def add_rows(table: TabelBertanda, more: TabelBertanda) -> None:
    """Put the rows of the next page into the table; a row that the page cut is one row again."""
    for path, row in more.baris.items():
        old = table.baris.get(path)
        if old is None:
            table.baris[path] = row
        elif not _is_repeated(old, row):
            _add_cells(old, row)


def _is_repeated(row: BarisBertanda, more: BarisBertanda) -> bool:
    """Whether the next page prints the row once more, as some writers do with the head."""
    return all(number in row.sel and _text(cell) == _text(row.sel[number]) for number, cell in more.sel.items())


def _text(cell: SelBertanda) -> list[str]:
    return [line.teks for part in cell.alinea for line in part.baris]


def _add_cells(row: BarisBertanda, more: BarisBertanda) -> None:
    for number, cell in more.sel.items():
        old = row.sel.get(number)
        if old is None:
            row.sel[number] = cell
            continue
        for part in cell.alinea:
            same = next((a for a in old.alinea if a.jalur == part.jalur), None)
            if same is None:
                old.alinea.append(part)
            else:
                same.baris += part.baris
    row.kosong |= more.kosong


def table_of_tags(table: TabelBertanda) -> Tabel:
    """The table. Where the rows do not fill one grid, blank cells may be missing from the structure (as browsers write
    it): the ruled cells on the page then tell the columns; without them merged cells are unknown.
    """
    _fold(table)
    covered: dict[int, int] = {}
    rows = [table.baris[path] for path in sorted(table.baris)]
    placed = [_placed(row, covered) for row in rows]
    widths = {width for _, width in placed}
    known = len(widths) == 1
    edges = [] if known else _edges(rows)
    if edges:
        cells, known, widths = _by_boxes(rows, edges), True, {len(edges)}
    else:
        cells = [found for found, _ in placed]
    made = [
        BarisTabel([_cell(column, cell) for column, cell in found], row.halaman, row.kepala)
        for row, found in zip(rows, cells, strict=True)
    ]
    return Tabel(made, max(widths), known, per_alinea=True)


def _edges(rows: list[BarisBertanda]) -> list[float]:
    """Where the columns begin on the page; empty where a cell has no ruled box around it."""
    boxes = [cell.kotak for row in rows for cell in row.sel.values()]
    if any(box is None for box in boxes):
        return []
    edges: list[float] = []
    for left in sorted(box.kiri for box in boxes if box is not None):
        if not edges or left - edges[-1] > _SAME_EDGE:
            edges.append(left)
    return edges if len(edges) > 1 else []


def _by_boxes(rows: list[BarisBertanda], edges: list[float]) -> list[list[tuple[int, SelBertanda | None]]]:
    """The cells of each row in the columns that their boxes fill; columns that nothing fills are blank cells."""
    below = dict.fromkeys(range(len(edges)), 0)
    found: list[list[tuple[int, SelBertanda | None]]] = []
    for row in rows:
        filled = {c for c, n in below.items() if n}
        below = {c: max(0, n - 1) for c, n in below.items()}
        placed: list[tuple[int, SelBertanda | None]] = []
        for cell in row.sel.values():
            columns = _columns(cell, edges)
            cell.rentang_kolom = len(columns)
            placed.append((columns[0], cell))
            filled |= set(columns)
            below |= dict.fromkeys(columns, cell.rentang_baris - 1)
        blank: list[tuple[int, SelBertanda | None]] = [(c, None) for c in range(len(edges)) if c not in filled]
        found.append(sorted((*placed, *blank), key=lambda item: item[0]))
    return found


def _columns(cell: SelBertanda, edges: list[float]) -> list[int]:
    box = cell.kotak
    inside = [n for n, left in enumerate(edges) if box and box.kiri - _SAME_EDGE <= left < box.kanan - _SAME_EDGE]
    return inside or [0]


def fills_grid(table: TabelBertanda) -> bool:
    """Whether the cells that the file tells make full rows; some writers leave out the empty ones.

    A row that a page cut may have its cells twice.
    """
    covered: dict[int, int] = {}
    widths = Counter(_placed(table.baris[path], covered)[1] for path in sorted(table.baris))
    usual = max(widths, key=lambda width: (widths[width], -width))
    return all(width % max(usual, 1) == 0 for width in widths)


def _fold(table: TabelBertanda) -> None:
    """A row that a page cut may have its cells twice, one set a page: put the sets on one another."""
    sizes = Counter(len(row.sel.keys() | row.kosong) for row in table.baris.values())
    usual = max(sizes, key=lambda size: (sizes[size], -size))
    for row in table.baris.values():
        slots = sorted(row.sel.keys() | row.kosong)
        if len(slots) <= usual or len(slots) % usual:
            continue
        more = BarisBertanda(row.jalur, row.kepala, row.halaman, {}, set())
        for place, number in enumerate(slots[usual:]):
            if number in row.sel:
                more.sel[slots[place % usual]] = row.sel.pop(number)
        row.kosong -= set(slots[usual:])
        _add_cells(row, more)


def _placed(row: BarisBertanda, covered: dict[int, int]) -> tuple[list[tuple[int, SelBertanda | None]], int]:
    """Cells with their columns, and the width of the row. `covered` are columns that cells above still fill."""
    placed: list[tuple[int, SelBertanda | None]] = []
    fresh: dict[int, int] = {}
    column = 0
    numbers = sorted(set(row.sel) | row.kosong)
    for number in numbers:
        while covered.get(column, 0):
            column += 1
        cell = row.sel.get(number)
        wide, high = (cell.rentang_kolom, cell.rentang_baris) if cell else (1, 1)
        placed.append((column, cell))
        fresh |= {column + i: high - 1 for i in range(wide)}
        column = min(column + wide, _MOST_COLUMNS)
    width = max([column, *(c + 1 for c, n in covered.items() if n)], default=0)
    for c in list(covered):
        covered[c] = max(0, covered[c] - 1)
    covered |= fresh
    return placed, width


def _cell(column: int, cell: SelBertanda | None) -> Sel:
    if cell is None:
        return Sel(column, 1, 1, [])
    return Sel(column, cell.rentang_kolom, cell.rentang_baris, [a.baris for a in cell.alinea], cell.kotak)
