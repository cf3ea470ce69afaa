"""Columns by gaps: places that no word of any line crosses."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from akuntabel.readers.pdf.baris import line_of, lines_from
from akuntabel.readers.pdf.bentuk import Baris, BarisTabel, Kata, Sel, Tabel

COLUMNS_GUESSED = "kolom tabel diduga dari celah antarkata"
ROWS_GUESSED = "baris tabel diduga dari garis teks"
_GAP = 0.55  # of the size: the narrowest corridor inside rules
_MOST_COLUMNS = 25


def corridors(lines: Sequence[Sequence[tuple[float, float]]], least: float) -> list[float]:
    """The middles of the corridors at least so wide that no span of any line crosses; the outer ones left aside."""
    spans = sorted(span for line in lines for span in line)
    if not spans:
        return []
    found: list[float] = []
    end = spans[0][1]
    for left, right in spans[1:]:
        if left - end >= least:
            found.append((end + left) / 2)
        end = max(end, right)
    return found


def table_in(words: list[Kata], rules: list[float], page: int) -> Tabel | None:
    """The table between level rules: a rule after each row, or rules around the head and the body only."""
    lines = lines_from(words)
    if len(lines) < 2:
        return None
    size = min(line.ukuran for line in lines)
    cuts = corridors([_spans(line, size) for line in _plain_lines(lines, rules)], _GAP * size)
    if not 1 <= len(cuts) < _MOST_COLUMNS:
        return None
    rows: list[list[Baris]] = []
    ruled = len(rules) - 1 > 3 or len(rules) - 1 >= len(lines)
    for top, bottom in itertools.pairwise(rules):
        band = [line for line in lines if top < line.dasar <= bottom + 1]
        head = top == rules[0]
        if band:
            rows += [band] if ruled or head else split_rows(band, cuts)
    if len(rows) < 2:
        return None
    made = [row_of(band, cuts, page) for band in rows]
    guess = (COLUMNS_GUESSED,) if ruled else (COLUMNS_GUESSED, ROWS_GUESSED)
    return Tabel(made, len(cuts) + 1, dugaan=guess)


def _plain_lines(lines: list[Baris], rules: list[float]) -> list[Baris]:
    """The lines that show the columns: not those of the head, where one text may stand over several columns."""
    body = [line for line in lines if line.dasar > rules[1]]
    return body if len(body) >= 2 else lines


def _spans(line: Baris, size: float) -> list[tuple[float, float]]:
    return [(w.kiri, w.kanan) for w in line.kata]


def split_rows(lines: list[Baris], cuts: list[float]) -> list[list[Baris]]:
    """Lines to rows: a line that only goes on with texts of the row above belongs to it."""
    rows: list[list[Baris]] = []
    ends = _column_ends(lines, cuts)
    for line in lines:
        if rows and _goes_on(rows[-1], line, cuts, ends):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _column_ends(lines: Iterable[Baris], cuts: list[float]) -> dict[int, float]:
    ends: dict[int, float] = {}
    for line in lines:
        for column, words in by_column(line, cuts).items():
            ends[column] = max(ends.get(column, 0.0), words[-1].kanan)
    return ends


def _goes_on(row: list[Baris], line: Baris, cuts: list[float], ends: dict[int, float]) -> bool:
    """The first column is empty, and each text had no room left in the line above it."""
    here = by_column(line, cuts)
    if 0 in here or any(w.teks.strip("-–.,%()").replace(".", "").replace(",", "").isdigit() for w in line.kata[:1]):
        return False
    above = by_column(row[-1], cuts)
    for column, words in here.items():
        before = above.get(column)
        if before is None:
            return False
        if ends[column] - before[-1].kanan >= words[0].kanan - words[0].kiri + 0.2 * line.ukuran:
            return False
    return True


def by_column(line: Baris, cuts: list[float]) -> dict[int, list[Kata]]:
    """The words of a line by column."""
    found: dict[int, list[Kata]] = {}
    for word in line.kata:
        found.setdefault(bisect_right(cuts, (word.kiri + word.kanan) / 2), []).append(word)
    return found


def row_of(lines: list[Baris], cuts: list[float], page: int) -> BarisTabel:
    """The row of lines; a text that runs through a corridor spans its columns."""
    cells: dict[int, list[list[Kata]]] = {}
    spans: dict[int, int] = {}
    for line in lines:
        for first, last, words in _texts(line, cuts):
            cells.setdefault(first, []).append(words)
            spans[first] = max(spans.get(first, 1), last - first + 1)
    made: list[Sel] = []
    column = 0
    while column <= len(cuts):
        wide = spans.get(column, 1)
        texts = [words for c in range(column, column + wide) for words in cells.get(c, [])]
        made.append(Sel(column, wide, 1, [[line_of(words) for words in texts]] if texts else []))
        column += wide
    return BarisTabel(made, page)


def _texts(line: Baris, cuts: list[float]) -> Iterable[tuple[int, int, list[Kata]]]:
    """The texts of a line with the first and last column that they reach."""
    runs: list[list[Kata]] = [[line.kata[0]]]
    for before, word in itertools.pairwise(line.kata):
        crossing = any(before.kanan <= cut <= word.kiri for cut in cuts)
        near = word.kiri - before.kanan < 0.4 * line.ukuran
        if crossing and not near:
            runs.append([])
        runs[-1].append(word)
    for words in runs:
        yield bisect_right(cuts, words[0].kiri), bisect_right(cuts, words[-1].kanan), words
