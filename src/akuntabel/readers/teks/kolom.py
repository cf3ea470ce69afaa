"""Lines of a text that show a table without tabs: cells between bars, or columns that stand under one another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from akuntabel.bahasa.tanda_butir import contents_line

_RULE = re.compile(r"\|?[\s:+=|-]*-{2,}[\s:+=|-]*\|?")
_BAR = re.compile(r"(?<!\\)\|")
_GAP = re.compile(r"\s{2,}")
_TEXT = re.compile(r"\S+(?: \S+)*")
_CROSSING = 10
_LEAST_ROWS, _LEAST_CELLS = 3, 3


def bar_cells(line: str) -> tuple[str, ...] | None:
    """The cells of a row between bars ("| 1 | Nama | 5 |"); none for the line that parts head and body."""
    body = line.strip()
    if not (body.startswith("|") and body.endswith("|") and len(body) > 1):
        return None
    return () if _RULE.fullmatch(body) else tuple(c.strip().replace("\\|", "|") for c in _BAR.split(body[1:-1]))


def aligned_cells(lines: Sequence[str]) -> list[tuple[str, ...]] | None:
    """The cells of lines whose columns stand under one another, parted by two blanks or more; None for text.

    A line that only fills some columns gives blank cells: the reader of tables sees what goes on.
    """
    if len(lines) < _LEAST_ROWS or any(contents_line(line.strip()) for line in lines):
        return None
    parted = sum(len(_GAP.split(line.strip())) >= _LEAST_CELLS for line in lines)
    if 3 * parted < 2 * len(lines):
        return None
    spans = _columns(lines)
    return [_cells(line, spans) for line in lines] if len(spans) >= _LEAST_CELLS else None


def _columns(lines: Sequence[str]) -> list[tuple[int, int]]:
    """From where to where each column runs: what is blank in nearly every line, two wide, parts columns.

    One line in ten may cross: the words of a total row, a head over several columns.
    """
    width = max(len(line) for line in lines)
    used = [sum(n < len(line) and not line[n].isspace() for line in lines) for n in range(width)]
    spans: list[tuple[int, int]] = []
    for n, count in enumerate(used):
        if count <= len(lines) // _CROSSING:
            continue
        if spans and n - spans[-1][1] < 2:
            spans[-1] = (spans[-1][0], n + 1)
        else:
            spans.append((n, n + 1))
    return spans


def _cells(line: str, spans: list[tuple[int, int]]) -> tuple[str, ...]:
    """The texts of a line, each in the first column that it reaches."""
    cells = [""] * len(spans)
    for match in _TEXT.finditer(line):
        reached = [c for c, (start, end) in enumerate(spans) if match.start() < end and start < match.end()]
        column = reached[0] if reached else min(range(len(spans)), key=lambda c: abs(spans[c][0] - match.start()))
        cells[column] = f"{cells[column]} {match[0]}".strip()
    return tuple(cells)
