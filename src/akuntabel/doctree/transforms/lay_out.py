"""Where pages may not break, and how wide columns are: decided once in the tree, so that every writer does the same.

- A column is as wide as its longest word or number needs, where the table has the room.
- A small table stands on one page with its source and notes; of a longer one the last rows stay with them.
- A line that announces ("... terdiri atas:") keeps with what it announces.
- A signature never stands alone: the last lines of text, or the last rows of a table, come along.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from akuntabel.doctree.company import TAIL, Room, tail_of, with_company
from akuntabel.doctree.nodes import Block, Column, Document, PageSetup, Paragraph, Section, Table
from akuntabel.doctree.ukuran import least_widths, room, table_height, widths
from akuntabel.doctree.walk import plain_text

SMALL = 0.4  # share of a page's height up to which a table is not cut
SMALL_OF_FEW = 0.5  # the same of a table that has no more rows than would stay together at its end
SLACK = 0.5  # millimetres that a column gets beside what its longest word needs


def lay_out(document: Document) -> Document:
    """The numbered document with column widths and page breaks settled."""
    return replace(document, sections=tuple(_section(s, document.page) for s in document.sections))


def _section(section: Section, page: PageSetup) -> Section:
    space = Room(*room(page, section.orientation), page.font_size_pt)
    blocks = [_table(b, space) if isinstance(b, Table) and b.rules else b for b in section.blocks]
    return replace(section, blocks=tuple(with_company(_announced(blocks), space)))


# --- tables ---


def _table(table: Table, space: Room) -> Table:
    fitted = _fitted(table, space.width, space.base_pt)
    tail = tail_of(fitted, space)
    share = SMALL_OF_FEW if len(table.rows) <= TAIL else SMALL
    small = table_height(fitted, space.width, space.base_pt) <= share * space.height
    return replace(fitted, together=small or tail == len(table.rows), tail=tail)


def _fitted(table: Table, width: float, base_pt: float) -> Table:
    """Columns that are too narrow for a word take from the others, as long as these keep what they need."""
    least = [one + SLACK for one in least_widths(table, base_pt)]
    own = widths(table, width)
    if sum(least) > width or all(has >= needs for has, needs in zip(own, least, strict=True)):
        return table
    fixed: set[int] = set()
    while True:
        free = width - sum(least[n] for n in fixed)
        share = sum(own[n] for n in range(len(own)) if n not in fixed)
        made = [least[n] if n in fixed else own[n] * free / share for n in range(len(own))]
        short = {n for n, size in enumerate(made) if size < least[n]}
        if short <= fixed:
            return replace(
                table, columns=tuple(Column(round(w, 1), c.align) for w, c in zip(made, table.columns, strict=True))
            )
        fixed |= short


# --- what stays together ---


def _announced(blocks: Sequence[Block]) -> list[Block]:
    """Lines that end in a colon keep with the block they announce."""
    last = len(blocks) - 1
    return [
        replace(b, keep_with_next=True) if isinstance(b, Paragraph) and n < last and _announces(b) else b
        for n, b in enumerate(blocks)
    ]


def _announces(paragraph: Paragraph) -> bool:
    return plain_text(paragraph.inlines).rstrip().endswith(":")
