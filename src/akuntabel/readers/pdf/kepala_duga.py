"""The head of a table without rules between its cells: which texts stand over which columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from akuntabel.readers.pdf.baris import line_of
from akuntabel.readers.pdf.baris_duga import FIGURE, line_pitch
from akuntabel.readers.pdf.bentuk import Baris, BarisTabel, Kata, Sel
from akuntabel.readers.pdf.celah import by_column, cuts_of, parts, texts

MOST_LINES = 6  # of a head
_YEAR = re.compile(r"(?:19|20)\d\d")
_WRAPPED = 1.4  # of the size: the pitch of lines of one cell at most; a head is too short to show a wider one
_MORE = 0.16  # of the size: how much wider the pitch to the next cell is
_LEVEL = 1.0  # points: texts beside each other
_CENTRE = 4.0  # points: how far from the middle of its columns a text may stand


@dataclass(slots=True)
class _Petak:
    """A text of the head: its lines and the first and last column that it reaches."""

    awal: int
    akhir: int
    baris: list[list[Kata]]

    @property
    def dasar(self) -> float:
        return self.baris[-1][0].dasar

    @property
    def tengah(self) -> float:
        left = min(words[0].kiri for words in self.baris)
        return (left + max(words[-1].kanan for words in self.baris)) / 2


def bold_lines(lines: Sequence[Baris]) -> int:
    """How many lines at the top are bold, where those below are not."""
    count = next((n for n, line in enumerate(lines) if not line.tebal), 0)
    return count if 2 * sum(line.tebal for line in lines[count:]) < len(lines) - count else 0


def plain_lines(lines: Sequence[Baris]) -> int:
    """How many lines at the top, up to the next text in the first column, hold no figure but years."""
    across, cuts = columns(lines, MOST_LINES)
    end = next((n for n in range(max(across, 1), len(lines)) if 0 in by_column(lines[n], cuts)), 0)
    figures = [w.teks for line in lines[:end] for w in line.kata if FIGURE.fullmatch(w.teks)]
    return end if 0 < end <= MOST_LINES and all(_YEAR.fullmatch(text) for text in figures) else 0


def columns(lines: Sequence[Baris], most: int) -> tuple[int, list[float]]:
    """The corridors of lines, and how many lines at the top hide some: their texts stand over several columns."""
    best, count = cuts_of(lines), 0
    for n in range(1, min(most, len(lines) - 1) + 1):
        if len(found := cuts_of(lines[n:], lines[:n])) > len(best):
            best, count = found, n
    return count, best


def head_rows(lines: Sequence[Baris], cuts: Sequence[float], page: int) -> list[BarisTabel]:
    """The rows of the head; a text over several columns stands in the first of them, as in text with tabs."""
    pitch = line_pitch(lines, cuts, _WRAPPED)
    cells = _cells(lines, cuts, pitch + _MORE * lines[0].ukuran)
    level = _levels(cells)
    rows = []
    for n in range(max(level.values()) + 1):
        row: dict[int, list[list[Kata]]] = {}
        for cell in cells:
            if level[id(cell)] == n:
                row.setdefault(_first_column(cell, cells, level, lines, cuts), []).extend(cell.baris)
        made = [
            Sel(c, 1, 1, [[line_of(list(words)) for words in row[c]]] if c in row else []) for c in range(len(cuts) + 1)
        ]
        rows.append(BarisTabel(made, page))
    return rows


def _cells(lines: Iterable[Baris], cuts: Sequence[float], most: float) -> list[_Petak]:
    """The texts of the head, lines near under one another put together."""
    cells: list[_Petak] = []
    for line in lines:
        here = list(_texts(line, cuts))
        for first, last, words in here:
            above = next((c for c in reversed(cells) if c.awal <= last and first <= c.akhir), None)
            near = above is not None and line.dasar - above.dasar <= most and not _is_over(above, cells, here)
            if above is not None and near and _same_column(above, first, last, words):
                above.baris.append(words)
            else:
                cells.append(_Petak(first, last, [words]))
    return cells


def _is_over(above: _Petak, cells: Sequence[_Petak], here: Iterable[tuple[int, int, list[Kata]]]) -> bool:
    """Whether a text stands over several of this line: beside it a column begins that has nothing above."""
    filled = {c for cell in cells for c in range(cell.awal, cell.akhir + 1)}
    return any(first not in filled and (first == above.akhir + 1 or last == above.awal - 1) for first, last, _ in here)


def _texts(line: Baris, cuts: Sequence[float]) -> Iterable[tuple[int, int, list[Kata]]]:
    """Texts that wide gaps part, and gaps at a corridor."""
    for part in parts(line):
        yield from texts(line_of(list(part)), cuts)


def _same_column(above: _Petak, first: int, last: int, words: list[Kata]) -> bool:
    if (above.awal, above.akhir) == (first, last):
        return True
    middle = (words[0].kiri + words[-1].kanan) / 2
    return above.awal <= first and last <= above.akhir and abs(middle - above.tengah) < _CENTRE


def _levels(cells: Sequence[_Petak]) -> dict[int, int]:
    """How many texts stand above each in its columns; one under nothing is as low as those beside it."""
    level: dict[int, int] = {}
    for n, cell in enumerate(cells):
        above = [c for c in cells[:n] if c.awal <= cell.akhir and cell.awal <= c.akhir]
        level[id(cell)] = max((level[id(c)] + 1 for c in above), default=0)
    low = [c for c in cells if level[id(c)] == 1]
    for cell in cells:
        if level[id(cell)] == 0 and any(_is_beside(cell, other) for other in low):
            level[id(cell)] = 1
    return level


def _is_beside(cell: _Petak, other: _Petak) -> bool:
    """Both begin at one height, or have their middles there."""
    starts = abs(cell.baris[0][0].dasar - other.baris[0][0].dasar)
    middles = abs(cell.baris[0][0].dasar + cell.dasar - other.baris[0][0].dasar - other.dasar) / 2
    return min(starts, middles) < _LEVEL


def _first_column(
    cell: _Petak, cells: Sequence[_Petak], level: dict[int, int], lines: Sequence[Baris], cuts: Sequence[float]
) -> int:
    """The first column over which a text stands: it is in the middle of texts one level lower."""
    below = {c for o in cells if level[id(o)] == level[id(cell)] + 1 for c in range(o.awal, o.akhir + 1)}
    beside = {c for o in cells if level[id(o)] == level[id(cell)] and o is not cell for c in range(o.awal, o.akhir + 1)}
    free = sorted(below - beside)
    if not any(cell.awal <= c <= cell.akhir for c in free):
        return cell.awal
    left = min(b.kiri for b in lines)
    right = max(b.kanan for b in lines)
    edges = [left, *cuts, right]
    low, high = cell.awal, cell.akhir
    groups = []
    while low in free or low == cell.awal:
        top = high
        while top in free or top == cell.akhir:
            groups.append((abs((edges[low] + edges[top + 1]) / 2 - cell.tengah), low, top))
            top += 1
        low -= 1
    near = [g for g in groups if g[0] <= min(groups)[0] + _CENTRE]
    return max(near, key=lambda g: g[2] - g[1])[1]
