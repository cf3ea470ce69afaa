"""Lines to the rows of a table that has no rules between them."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from akuntabel.bahasa.sambung_kata import is_cut_number
from akuntabel.readers.pdf.baris import line_of
from akuntabel.readers.pdf.bentuk import Baris, Kata
from akuntabel.readers.pdf.celah import by_column

_WRAPPED = (0.9, 2.0)  # of the size: the pitch of lines of one cell
_PITCH = 1.22  # the same where no cell shows it
_MORE = 0.16  # of the size: how much wider the pitch to the next row is
_BESIDE = 0.7  # of the pitch: nearer lines stand beside each other, as those of cells do that are centred
_CENTRED = (2, 0.08)  # so many of them, and such a share of all lines
FIGURE = re.compile(r"(?:Rp\.?)?[-–(]?\d[\d.,]*(?:,-)?[)%]*|[-–]")
_COUNT = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[IVXLC]+)[.)]*")
_MOSTLY = 0.6  # share of a column that is figures
_DOUBLE = 0.1  # share of rows that may hold two figures under one another


def split_rows(lines: Sequence[Baris], cuts: Sequence[float]) -> list[list[Baris]]:
    """Lines to rows: by the room between rows where there is more than between lines, else by what goes on."""
    wide = _by_room(lines, cuts)
    return _with_whole_numbers(wide if wide is not None else _by_content(lines, cuts), cuts)


def _with_whole_numbers(rows: list[list[Baris]], cuts: Sequence[float]) -> list[list[Baris]]:
    """The rows; one whose figures are all the rest of numbers cut in the row above belongs to that."""
    made: list[list[Baris]] = []
    for row in rows:
        if made and _completes(made[-1], row, cuts):
            made[-1] = [*made[-1], *row]
        else:
            made.append(row)
    return made


def _completes(above: Sequence[Baris], row: Sequence[Baris], cuts: Sequence[float]) -> bool:
    ends = {c: words for line in above for c, words in by_column(line, cuts).items()}
    here = [(c, words) for line in row for c, words in by_column(line, cuts).items()]
    figures = [(c, words) for c, words in here if all(FIGURE.fullmatch(w.teks) for w in words)]
    cut = [c for c, words in figures if c in ends and is_cut_number(ends[c][-1].teks, words[0].teks)]
    begins = any(c == 0 and all(_COUNT.fullmatch(w.teks) for w in words) for c, words in here)
    return bool(cut) and len(cut) == len(figures) and not begins


def line_pitch(lines: Sequence[Baris], cuts: Sequence[float], most: float = _WRAPPED[1]) -> float:
    """The pitch of lines inside one cell: the smallest in a column, `most` of the size at most."""
    seen: Counter[float] = Counter()
    last: dict[int, Baris] = {}
    for line in lines:
        for column in by_column(line, cuts):
            before = last.get(column)
            if before is not None:
                pitch = line.dasar - before.dasar
                if _WRAPPED[0] * line.ukuran <= pitch <= most * line.ukuran:
                    seen[round(pitch * 2) / 2] += 1
            last[column] = line
    return min(seen) if seen else _PITCH * lines[0].ukuran


def is_wide(above: Baris, line: Baris, pitch: float) -> bool:
    """Whether more room than between lines of a cell stands above a line."""
    return line.dasar - above.dasar > pitch + _MORE * line.ukuran


def _by_room(lines: Sequence[Baris], cuts: Sequence[float]) -> list[list[Baris]] | None:
    """The rows that wide room parts; None where rows are as near as lines, or one would hold two records.

    A text that goes on beside the next row, as one over several rows does, stays in the row where it began.
    """
    pitch, figures = line_pitch(lines, cuts), _columns_of(FIGURE, lines, cuts)
    centred = _is_centred(lines, pitch)
    rows: list[list[Baris]] = []
    last: dict[int, tuple[Baris, int]] = {}  # column -> its last line and the row of that
    for n, line in enumerate(lines):
        here = by_column(line, cuts)
        goes_on = {c for c in here if c in last and not is_wide(last[c][0], line, pitch)}
        begins = not centred and len(here) > 1 and not goes_on and bool(here.keys() & figures)
        if not rows or is_wide(lines[n - 1], line, pitch) or begins:
            rows.append([])
        parts: dict[int, list[Kata]] = {}
        for column, words in here.items():
            row = last[column][1] if column in goes_on else len(rows) - 1
            parts.setdefault(row, []).extend(words)
            last[column] = line, row
        for row, words in parts.items():
            rows[row].append(line_of(words))
    double = sum(_holds_two(row, cuts, figures) for row in rows)
    parted = any(is_wide(a, b, pitch) for a, b in itertools.pairwise(lines))
    return rows if parted and double <= _DOUBLE * len(rows) else None


def _is_centred(lines: Sequence[Baris], pitch: float) -> bool:
    beside = sum(b.dasar - a.dasar < _BESIDE * pitch for a, b in itertools.pairwise(lines))
    return beside >= max(_CENTRED[0], _CENTRED[1] * len(lines))


def _columns_of(pattern: re.Pattern[str], lines: Iterable[Baris], cuts: Sequence[float]) -> set[int]:
    """The columns whose texts are mostly such words."""
    filled: Counter[int] = Counter()
    like: Counter[int] = Counter()
    for line in lines:
        for column, words in by_column(line, cuts).items():
            filled[column] += 1
            like[column] += all(pattern.fullmatch(w.teks) for w in words)
    return {column for column, n in filled.items() if like[column] >= _MOSTLY * n}


def _holds_two(row: Iterable[Baris], cuts: Sequence[float], figures: set[int]) -> bool:
    """Whether a row has two figures under one another: it is two."""
    seen = Counter(
        column
        for line in row
        for column, words in by_column(line, cuts).items()
        if column in figures and all(FIGURE.fullmatch(w.teks) for w in words)
    )
    return any(n > 1 for n in seen.values())


def _by_content(lines: Sequence[Baris], cuts: Sequence[float]) -> list[list[Baris]]:
    """A number or figure begins a row; a line that only goes on with texts of the row above belongs to it."""
    rows: list[list[Baris]] = []
    ends = _column_ends(lines, cuts)
    first = _columns_of(FIGURE, lines, cuts) | (_columns_of(_COUNT, lines, cuts) & {0})
    for line in lines:
        if rows and _goes_on(rows[-1], line, cuts, ends, first):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _column_ends(lines: Iterable[Baris], cuts: Sequence[float]) -> dict[int, float]:
    ends: dict[int, float] = {}
    for line in lines:
        for column, words in by_column(line, cuts).items():
            ends[column] = max(ends.get(column, 0.0), words[-1].kanan)
    return ends


def _goes_on(row: list[Baris], line: Baris, cuts: Sequence[float], ends: dict[int, float], first: set[int]) -> bool:
    """No number or figure stands in the line, and each text had no room left in the line above it."""
    here = by_column(line, cuts)
    if here.keys() & first or any(all(FIGURE.fullmatch(w.teks) for w in words) for words in here.values()):
        return False
    above = by_column(row[-1], cuts)
    for column, words in here.items():
        before = above.get(column)
        if before is None:
            return False
        if ends[column] - before[-1].kanan >= words[0].kanan - words[0].kiri + 0.2 * line.ukuran:
            return False
    return True
