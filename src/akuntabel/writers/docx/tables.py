"""Tables: fixed columns, spans, repeated head, shading, caption above, source and notes below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from akuntabel.doctree.nodes import Align, Cell, Inlines, Row, RowKind, Table
from akuntabel.doctree.tables import Placed, place
from akuntabel.doctree.walk import plain_text
from akuntabel.writers.docx.captions import caption
from akuntabel.writers.docx.inlines import runs
from akuntabel.writers.docx.oxml import EMPTY, Xml, el, join, val
from akuntabel.writers.docx.paragraphs import paragraph
from akuntabel.writers.docx.state import Frame, State
from akuntabel.writers.docx.styles import cell_margins

FILLS = {
    RowKind.KEPALA: "D9E2F3",
    RowKind.NOMOR_KOLOM: "F2F2F2",
    RowKind.KELOMPOK: "EDF2FA",
    RowKind.JUMLAH: "E7E6E6",
}
_BOLD = (RowKind.KELOMPOK, RowKind.JUMLAH)
_NARROW = 50  # twips left and right of the text in a small table
_LONG = 700  # characters in a cell from which its row may be cut by a page


@dataclass(frozen=True, slots=True)
class _Slot:
    """A cell as WordprocessingML counts them: `cell` is None where a span from above covers the place."""

    column: int
    span: int
    cell: Cell | None
    starts: bool = False


@dataclass(frozen=True, slots=True)
class _Look:
    """What the cells of one row share."""

    table: Table
    kind: RowKind
    widths: tuple[int, ...]
    keep: bool


def column_widths(weights: Sequence[float], room: int) -> tuple[int, ...]:
    """Relative widths as twips that sum to `room` exactly."""
    total = sum(weights)
    edges = [round(room * at / total) for at in accumulate(weights, initial=0)]
    return tuple(right - left for left, right in pairwise(edges))


def table(block: Table, frame: Frame, state: State) -> Xml:
    """A table with everything around it."""
    room = frame.width - frame.indent
    widths = column_widths([column.width for column in block.columns], room)
    above = caption("Tabel", block, state, "Caption") if block.caption else EMPTY
    grid = el("w:tblGrid", None, *(el("w:gridCol", {"w:w": str(width)}) for width in widths))
    head = _rows(block, block.head, widths, state)
    body = _rows(block, block.rows, widths, state)
    whole = el("w:tbl", None, _properties(block, room, frame.indent), grid, *head, *body)
    return Xml(above + whole + _below(block, frame, state))


def _properties(block: Table, room: int, indent: int) -> Xml:
    first = "1" if block.head else "0"
    title = " ".join(filter(None, (block.number, plain_text(block.caption))))
    return el(
        "w:tblPr", None,
        val("w:tblStyle", "TabelBergaris" if block.rules else "TabelPolos"),
        el("w:tblW", {"w:w": str(room), "w:type": "dxa"}),
        el("w:tblInd", {"w:w": str(indent), "w:type": "dxa"}),
        el("w:tblLayout", {"w:type": "fixed"}),
        cell_margins(_NARROW, _NARROW) if block.small and block.rules else EMPTY,
        el("w:tblLook", {"w:val": "0020" if block.head else "0000", "w:firstRow": first, "w:noVBand": "1"}),
        val("w:tblCaption", title) if title else EMPTY,
        val("w:tblDescription", block.summary) if block.summary else EMPTY,
    )  # fmt: skip


def _below(block: Table, frame: Frame, state: State) -> Xml:
    lines = [line for line in (block.source, *block.notes) if line]
    keep = block.keep_with_next
    if not lines:
        return paragraph(EMPTY, "Sela", keep_next=keep, space=(0, 160 if block.rules else 100))
    *others, last = lines
    above = (_note(line, frame, state, 0, keep=True) for line in others)
    return join((*above, _note(last, frame, state, 200, keep=keep)))


def _note(line: Inlines, frame: Frame, state: State, after: int, *, keep: bool) -> Xml:
    indent = (frame.indent, 0) if frame.indent else None
    return paragraph(runs(line, state), "Sumber", keep_next=keep, space=(20, after), indent=indent)


def _rows(block: Table, rows: tuple[Row, ...], widths: tuple[int, ...], state: State) -> Iterator[Xml]:
    head = rows is block.head
    noted = bool(block.source or block.notes) or block.keep_with_next
    for number, (row, slots) in enumerate(zip(rows, _slots(rows, len(widths)), strict=True)):
        last = not head and number == len(rows) - 1
        end = not head and number >= len(rows) - max(block.tail, 1)
        keep = head or row.kind is RowKind.KELOMPOK or (end and (noted or not last)) or (block.together and not last)
        look = _Look(block, row.kind, widths, keep)
        cells = join(_cell(slot, look, state) for slot in slots)
        yield el("w:tr", None, _row_properties(row, kept=block.together and block.keep_with_next, repeated=head), cells)


def _row_properties(row: Row, *, kept: bool, repeated: bool) -> Xml:
    """A row that no page cuts, unless it is long. A table `kept` with what follows goes without that mark.

    Its rows stay whole all the same, and LibreOffice keeps such a table with what follows only where rows may be cut.
    """
    whole = not kept and max((_length(cell) for cell in row.cells), default=0) < _LONG
    flags = (el("w:cantSplit") if whole else EMPTY, el("w:tblHeader") if repeated else EMPTY)
    return el("w:trPr", None, *flags) if any(flags) else EMPTY


def _length(cell: Cell) -> int:
    return sum(len(getattr(inline, "value", "")) for inline in cell.inlines)


def _slots(rows: tuple[Row, ...], columns: int) -> list[list[_Slot]]:
    """The cells of every row with the places that spans cover, from left to right."""
    found: list[list[_Slot]] = [[] for _ in rows]
    for at in place(rows, columns):
        for row, slot in _reached(at):
            found[row].append(slot)
    return [sorted(slots, key=lambda slot: slot.column) for slots in found]


def _reached(at: Placed) -> Iterator[tuple[int, _Slot]]:
    down, across = at.cell.rowspan, at.cell.colspan
    yield at.row, _Slot(at.column, across, at.cell, starts=down > 1)
    for row in range(at.row + 1, at.row + down):
        yield row, _Slot(at.column, across, None)


def _cell(slot: _Slot, look: _Look, state: State) -> Xml:
    width = sum(look.widths[slot.column : slot.column + slot.span])
    fill = FILLS.get(look.kind) if look.table.rules else None
    merge = EMPTY
    if slot.cell is None:
        merge = el("w:vMerge")
    elif slot.starts:
        merge = val("w:vMerge", "restart")
    properties = (
        el("w:tcW", {"w:w": str(width), "w:type": "dxa"})
        + (val("w:gridSpan", slot.span) if slot.span > 1 else "")
        + merge
        + (el("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": fill}) if fill else "")
        + (val("w:vAlign", "center") if _is_head(look.kind) else "")
    )
    return Xml(f"<w:tc><w:tcPr>{properties}</w:tcPr>{_cell_paragraph(slot, look, state)}</w:tc>")


def _is_head(kind: RowKind) -> bool:
    return kind in (RowKind.KEPALA, RowKind.NOMOR_KOLOM)


def _cell_paragraph(slot: _Slot, look: _Look, state: State) -> Xml:
    style = _cell_style(look)
    if slot.cell is None:
        return paragraph(EMPTY, style, keep_next=look.keep)
    align = slot.cell.align or _usual_align(slot, look)
    content = runs(slot.cell.inlines, state, bold=look.kind in _BOLD)
    return paragraph(content, style, keep_next=look.keep, align=align)


def _usual_align(slot: _Slot, look: _Look) -> Align | None:
    """As its column; a cell over several columns is a label: of a group on the left, of a sum in the middle."""
    if _is_head(look.kind):
        return None
    if slot.span == 1:
        return look.table.columns[slot.column].align
    return Align.TENGAH if look.kind is RowKind.JUMLAH else Align.KIRI


def _cell_style(look: _Look) -> str:
    if look.kind is RowKind.NOMOR_KOLOM:
        return "NomorKolom"
    name = "KepalaTabel" if look.kind is RowKind.KEPALA else "SelTabel"
    if not look.table.rules:
        return "SelPolos"
    return name + ("Kecil" if look.table.small else "")
