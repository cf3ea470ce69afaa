"""Estimates of the room that text and tables need: for decisions that stand in the tree, so that all writers agree.

Sizes are millimetres, font sizes points. The widths of characters are a little more than our fonts need.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from akuntabel.doctree.nodes import Align, Inlines, Orientation, PageSetup, Row, RowKind, Table
from akuntabel.doctree.tables import place
from akuntabel.doctree.walk import plain_text

MM_PER_PT = 25.4 / 72
TABLE_SIZE, SMALL_TABLE_SIZE, NOTE_SIZE = -1.0, -2.5, -2.0  # points, added to the size of the body's font
CELL_PADDING, CELL_RISE = 3.0, 2.2  # left and right of a cell's text, above and below it
LINE = 1.22  # height of a line in a table, in em
BOLD = 1.06  # a bold text beside a plain one
NARROWEST_TEXT = 24.0  # a column of words narrower than this is hard to read
LONGEST_WORD = 16  # letters; a longer word may be hyphenated
_WIDTHS = (("iljtfI.,:;'|!()[]/ -", 0.33), ("mwMW@%", 0.92), ("ABCDEFGHJKLNOPQRSTUVXYZ&", 0.74))
_WIDTH = {char: width for chars, width in _WIDTHS for char in chars}
WIDEST = max(_WIDTH.values())  # em
_BREAKS = re.compile(r"[ \n]+|(?<=[/-])(?=[^\W\d])")


def em_width(text: str) -> float:
    """The width of a text in em."""
    return sum(_WIDTH.get(char, 0.58) for char in text)


def room(page: PageSetup, orientation: Orientation) -> tuple[float, float]:
    """Width and height of the text on a page."""
    wide = orientation is Orientation.LEBAR
    width, height = (page.height_mm, page.width_mm) if wide else (page.width_mm, page.height_mm)
    return width - page.left_mm - page.right_mm, height - page.top_mm - page.bottom_mm


def table_size(table: Table, base_pt: float) -> float:
    """The size of the font in a table's cells."""
    return base_pt + (SMALL_TABLE_SIZE if table.small else TABLE_SIZE if table.rules else 0)


def least_widths(table: Table, base_pt: float) -> tuple[float, ...]:
    """The width of each column that its longest unbreakable word or number needs."""
    em = table_size(table, base_pt) * MM_PER_PT
    least = [0.0] * len(table.columns)
    for rows in (table.head, table.rows):
        for placed in place(rows, len(table.columns)):
            if placed.cell.colspan == 1:
                bold = rows[placed.row].kind is not RowKind.ISI
                width = _longest(plain_text(placed.cell.inlines, "\n")) * em * (BOLD if bold else 1)
                least[placed.column] = max(least[placed.column], width + CELL_PADDING)
    return tuple(least)


def _longest(text: str) -> float:
    words = (word for word in _BREAKS.split(text) if len(word) <= LONGEST_WORD or any(c.isdigit() for c in word))
    return max(map(em_width, words), default=0.0)


def comfortable_width(table: Table, base_pt: float) -> float:
    """The width below which a table is better set across the page: numbers whole, columns of words not too narrow."""
    least = least_widths(table, base_pt)
    words = (NARROWEST_TEXT if column.align is Align.KIRI else 0.0 for column in table.columns)
    return sum(max(pair) for pair in zip(least, words, strict=True))


def widths(table: Table, room_mm: float) -> tuple[float, ...]:
    """The columns' relative widths as millimetres."""
    total = sum(column.width for column in table.columns)
    return tuple(column.width / total * room_mm for column in table.columns)


def lines(inlines: Inlines, width_mm: float, size_pt: float) -> int:
    """How many lines a text takes in a column."""
    room_em = max(width_mm, 1.0) / (size_pt * MM_PER_PT)
    return sum(_wrapped(part.split(" "), room_em) for part in plain_text(inlines, "\n").split("\n")) or 1


def _wrapped(words: Sequence[str], room_em: float) -> int:
    count, used = 1, 0.0
    for word in words:
        wanted = em_width(word) + (em_width(" ") if used else 0.0)
        if used and used + wanted > room_em:
            count, used = count + 1, em_width(word)
        else:
            used += wanted
    return count


def table_height(table: Table, room_mm: float, base_pt: float) -> float:
    """The height of a whole table with its caption, source and notes."""
    size = table_size(table, base_pt)
    edges = tuple(accumulate(widths(table, room_mm), initial=0.0))
    body = sum(_rows_height(rows, edges, size) for rows in (table.head, table.rows))
    caption = lines(table.caption, room_mm - 16, base_pt) * base_pt if table.caption else 0.0
    notes = sum(lines(line, room_mm, base_pt + NOTE_SIZE) for line in (table.source, *table.notes) if line)
    return body + (caption + notes * (base_pt + NOTE_SIZE)) * LINE * MM_PER_PT


def _rows_height(rows: Sequence[Row], edges: Sequence[float], size_pt: float) -> float:
    """Rows under each other; a cell over several rows is left to the others."""
    tallest = [1] * len(rows)
    for placed in place(rows, len(edges) - 1):
        if placed.cell.rowspan == 1:
            width = edges[placed.column + placed.cell.colspan] - edges[placed.column] - CELL_PADDING
            tallest[placed.row] = max(tallest[placed.row], lines(placed.cell.inlines, width, size_pt))
    return sum(tallest) * size_pt * LINE * MM_PER_PT + len(rows) * CELL_RISE
