"""Lines without rules between them -> a table: columns by gaps, rows by room and content, a head over columns."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from akuntabel.doctree.naskah import ROWS_GUESSED
from akuntabel.readers.pdf.baris import line_of
from akuntabel.readers.pdf.baris_duga import split_rows
from akuntabel.readers.pdf.bentuk import Baris, BarisTabel, Sel, Tabel
from akuntabel.readers.pdf.celah import by_column
from akuntabel.readers.pdf.kepala_duga import MOST_LINES, bold_lines, columns, head_rows, plain_lines

COLUMNS_GUESSED = "kolom tabel diduga dari celah antarkata"
_MOST_COLUMNS = 25
_ROW_RULES = 3  # rules below the head: one behind each row, no longer one around the body


def table_of_lines(
    lines: Sequence[Baris], rules: Sequence[float], page: int, others: Sequence[Baris] = ()
) -> Tabel | None:
    """The table of lines; `rules` are level rules, the first above the head and the second below it.

    `others` are lines of its parts on other pages: they show the columns too. None where no columns show.
    """
    known = head_count(lines, rules)
    head, body = lines[:known], lines[known:]
    across, cuts = columns([*head, *others, *body], known or MOST_LINES)
    if not 1 <= len(cuts) < _MOST_COLUMNS:
        return None
    if not known and across and not others:
        head, body = lines[:across], lines[across:]
    ruled = len(rules) - 1 > _ROW_RULES
    rows = _ruled_rows(body, rules) if ruled else split_rows(body, cuts) if body else []
    made = [*(head_rows(head, cuts, page) if head else []), *(row_of(row, cuts, page) for row in rows)]
    guess = (COLUMNS_GUESSED,) if ruled else (COLUMNS_GUESSED, ROWS_GUESSED)
    return Tabel(made, len(cuts) + 1, False, guess, sumber=tuple(lines), garis=tuple(rules))


def head_count(lines: Sequence[Baris], rules: Sequence[float]) -> int:
    """How many lines are the head: by the rule below it, by bold letters, or by what they hold; 0 if nothing tells."""
    if len(rules) > 1:
        return sum(b.dasar <= rules[1] for b in lines)
    return bold_lines(lines) or plain_lines(lines)


def _ruled_rows(lines: Sequence[Baris], rules: Sequence[float]) -> list[list[Baris]]:
    bands = ([b for b in lines if top < b.dasar <= bottom + 1] for top, bottom in itertools.pairwise(rules[1:]))
    return [band for band in bands if band]


def row_of(lines: Sequence[Baris], cuts: Sequence[float], page: int) -> BarisTabel:
    """The row of lines; a text that runs through a corridor stands in its first column."""
    cells: dict[int, list[Baris]] = {}
    for line in lines:
        for column, words in by_column(line, cuts).items():
            cells.setdefault(column, []).append(line_of(list(words)))
    return BarisTabel([Sel(c, 1, 1, [cells[c]] if c in cells else []) for c in range(len(cuts) + 1)], page)
