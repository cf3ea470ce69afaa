"""What comes along: the last rows of a table with its notes, the last lines before a signature with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from akuntabel.doctree.nodes import Block, Box, ListBlock, Paragraph, RowKind, Signature, SignatureBlock, Table
from akuntabel.doctree.tables import place
from akuntabel.doctree.ukuran import MM_PER_PT, lines, table_height
from akuntabel.doctree.walk import child_blocks

TAIL = 3  # rows at the end of a table that stay with each other and with its notes
TALLEST_TAIL, WITH_NOTES = 0.3, 0.5  # share of a page's height that these rows may take, and they with the notes
COMPANY = 8  # lines of text that come along with a signature
CHAIN = 0.7  # share of a page's height up to which a signature takes a table along: a page before it is not left empty
LIST_INDENT = 10.0  # millimetres that an item loses to its mark
BOX_RISE = 9.0  # millimetres that a notice takes beside its lines
SIGNING_RISE = 23.0  # millimetres above, within and below a signature beside its lines
SPACED = 1.5  # height of a line of text with its share of the space between paragraphs, in em


@dataclass(frozen=True, slots=True)
class Room:
    """The text of a page in millimetres, and the size of its font."""

    width: float
    height: float
    base_pt: float

    def of_lines(self, count: int) -> float:
        """The height of lines of text."""
        return count * self.base_pt * MM_PER_PT * SPACED


def tail_of(table: Table, room: Room) -> int:
    """How many last rows stay together: with whole spans and the name of their group; 0 where they are too tall."""
    for count in range(min(TAIL, len(table.rows)), 0, -1):
        start = _clean_cut(table, len(table.rows) - count)
        rows, notes = _tail_height(table, start, room), _tail_height(table, len(table.rows), room)
        if rows - notes <= TALLEST_TAIL * room.height and rows <= WITH_NOTES * room.height:
            return len(table.rows) - start
    return 0


def _clean_cut(table: Table, start: int) -> int:
    """The last row at or above `start` where a page may break: inside no span, not below the name of a group."""
    placed = place(table.rows, len(table.columns))
    while start > 0 and (
        table.rows[start - 1].kind is RowKind.KELOMPOK or any(p.row < start < p.row + p.cell.rowspan for p in placed)
    ):
        start -= 1
    return start


def _tail_height(table: Table, start: int, room: Room) -> float:
    tail = replace(table, head=(), rows=table.rows[start:], caption=())
    return table_height(tail, room.width, room.base_pt)


# --- signatures ---


def with_company(blocks: Sequence[Block], room: Room) -> list[Block]:
    """The blocks before a signature stay with it, until they hold enough lines; of a long table its last rows."""
    made = list(blocks)
    for n, block in enumerate(blocks):
        if isinstance(block, SignatureBlock):
            _bind(made, n, CHAIN * room.height - _signature_height(block, room), room)
    return made


def _bind(made: list[Block], signature: int, free: float, room: Room) -> None:
    wanted, at = COMPANY, signature - 1
    while at >= 0 and wanted > 0:
        bound = _bound(made[at], wanted, free, room)
        if bound is None:
            return
        made[at], count, height = bound
        wanted, free, at = wanted - count, free - height, at - 1


def _bound(block: Block, wanted: int, free: float, room: Room) -> tuple[Block, int, float] | None:
    """A block bound to what follows, with the lines that count as company and its height; None if it cannot be.

    A notice comes along but is no company: the signature stands for what is written above it.
    """
    match block:
        case Paragraph():
            count = _lines(block, room)
            return replace(block, keep_with_next=True), count, room.of_lines(count)
        case Box():
            return replace(block, keep_with_next=True), 0, room.of_lines(_lines(block, room)) + BOX_RISE
        case Table():
            return _bound_table(block, wanted, free, room)
        case ListBlock(items=items):
            narrow = replace(room, width=room.width - LIST_INDENT)
            sizes = [sum(_lines(b, narrow) for b in item) for item in reversed(items)]
            kept = next((n for n, count in enumerate(accumulate(sizes), 1) if count >= wanted), len(items))
            count = sum(sizes[:kept])
            return replace(block, kept=kept), count, room.of_lines(count)
        case _:
            return None


def _bound_table(table: Table, wanted: int, free: float, room: Room) -> tuple[Block, int, float] | None:
    """A small table comes along whole, else its last rows; none of it where the page would stay empty before it."""
    whole = table_height(table, room.width, room.base_pt)
    if (table.together or not table.rules) and whole <= free:
        return replace(table, keep_with_next=True), wanted, whole
    for count in range(table.tail, 0, -1):
        start = _clean_cut(table, len(table.rows) - count)
        height = _tail_height(table, start, room)
        if start > 0 and height <= free:
            bound = replace(table, together=False, tail=len(table.rows) - start, keep_with_next=True)
            return bound, wanted, height
    return None


def _signature_height(block: SignatureBlock, room: Room) -> float:
    sides = (one for one in (block.left, block.right) if one is not None)
    return room.of_lines(max((_signed_lines(one) for one in sides), default=0)) + SIGNING_RISE


def _signed_lines(one: Signature) -> int:
    return len(one.above) + 1 + len(one.below)


def _lines(block: Block, room: Room) -> int:
    """The lines of text in a block."""
    if isinstance(block, Paragraph):
        return lines(block.inlines, room.width, room.base_pt)
    return sum(_lines(b, room) for b in child_blocks(block))
