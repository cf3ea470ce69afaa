"""Where pages may not break, and how wide columns are: decided once in the tree, so that every writer does the same.

- A column is as wide as its longest word or number needs, where the table has the room.
- A small table stands on one page with its source and notes.
- A line that announces ("... terdiri atas:") keeps with what it announces.
- A signature never stands alone: the last lines of text come along.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from akuntabel.doctree.nodes import (
    Block,
    Box,
    Column,
    Document,
    ListBlock,
    PageSetup,
    Paragraph,
    Section,
    SignatureBlock,
    Table,
)
from akuntabel.doctree.ukuran import least_widths, lines, room, table_height, widths
from akuntabel.doctree.walk import child_blocks, plain_text

SMALL = 0.4  # share of a page's height up to which a table is not cut
COMPANY = 8  # lines of text that come along with a signature
SLACK = 0.5  # millimetres that a column gets beside what its longest word needs
LIST_INDENT = 10.0  # millimetres that an item loses to its mark


def lay_out(document: Document) -> Document:
    """The numbered document with column widths and page breaks settled."""
    return replace(document, sections=tuple(_section(s, document.page) for s in document.sections))


def _section(section: Section, page: PageSetup) -> Section:
    width, height = room(page, section.orientation)
    blocks = [_table(b, width, height, page.font_size_pt) if isinstance(b, Table) else b for b in section.blocks]
    return replace(section, blocks=tuple(_with_company(_announced(blocks), width, page.font_size_pt)))


# --- tables ---


def _table(table: Table, width: float, height: float, base_pt: float) -> Table:
    fitted = _fitted(table, width, base_pt) if table.rules else table
    return replace(fitted, together=table.rules and table_height(fitted, width, base_pt) <= SMALL * height)


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


def _with_company(blocks: list[Block], width: float, base_pt: float) -> Iterable[Block]:
    """Blocks before a signature stay with it, until they hold enough lines."""
    made = list(blocks)
    for n, block in enumerate(blocks):
        wanted, at = COMPANY, n - 1
        while isinstance(block, SignatureBlock) and at >= 0 and wanted > 0:
            bound = _bound(made[at], wanted, width, base_pt)
            if bound is None:
                break
            made[at], count = bound
            wanted, at = wanted - count, at - 1
    return made


def _bound(block: Block, wanted: int, width: float, base_pt: float) -> tuple[Block, int] | None:
    """A block bound to what follows, with the lines that are bound by it; None for one that cannot be."""
    match block:
        case Paragraph():
            return replace(block, keep_with_next=True), _lines(block, width, base_pt)
        case Box():
            return replace(block, keep_with_next=True), _lines(block, width, base_pt)
        case Table():
            return replace(block, keep_with_next=True), wanted
        case ListBlock(items=items):
            sizes = [sum(_lines(b, width - LIST_INDENT, base_pt) for b in item) for item in reversed(items)]
            kept = next((n for n, count in enumerate(accumulate(sizes), 1) if count >= wanted), len(items))
            return replace(block, kept=kept), sum(sizes[:kept])
        case _:
            return None


def _lines(block: Block, width: float, base_pt: float) -> int:
    """The lines of text in a block."""
    if isinstance(block, Paragraph):
        return lines(block.inlines, width, base_pt)
    return sum(_lines(b, width, base_pt) for b in child_blocks(block))
