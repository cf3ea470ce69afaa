"""Tables as JSON values: sizes, alignments, and cells with the room they have."""

from __future__ import annotations

from collections.abc import Sequence

from akuntabel.doctree.nodes import Align, Cell, Column, Row, RowKind, Table
from akuntabel.doctree.tables import place
from akuntabel.doctree.ukuran import CELL_PADDING, table_size, widths
from akuntabel.doctree.walk import plain_text
from akuntabel.writers.pdf.inlines import Json, Space, captioned, inlines_json

LONG_CELL = 500  # characters; a row with a longer cell may run on over the page


def table_json(table: Table, space: Space) -> Json:
    """A table: columns as relative widths, font size in points, rows of placed cells."""
    size = table_size(table, space.size_pt)
    room = widths(table, space.width_mm)
    small = [line for line in (table.source, *table.notes) if line]
    return {
        "k": "table",
        "columns": [column.width for column in table.columns],
        "size": size,
        "rules": table.rules,
        "together": table.together,
        "tail": table.tail,
        "keep": table.keep_with_next,
        "head": _rows(table.head, table, room, size),
        "rows": _rows(table.rows, table, room, size),
        "small_lines": [inlines_json(line, space) for line in small],
        **captioned(table, space),
    }


def _rows(rows: Sequence[Row], table: Table, room: Sequence[float], size_pt: float) -> list[Json]:
    made: list[Json] = [
        {"kind": row.kind, "long": any(len(plain_text(cell.inlines)) > LONG_CELL for cell in row.cells), "cells": []}
        for row in rows
    ]
    for placed in place(rows, len(room)):
        cell = placed.cell
        width = sum(room[placed.column : placed.column + cell.colspan]) - CELL_PADDING
        align = cell.align or _usual_align(rows[placed.row].kind, cell, table.columns[placed.column])
        made[placed.row]["cells"].append(_cell(cell, align, Space(width, 0, size_pt)))
    return made


def _cell(cell: Cell, align: Align, space: Space) -> Json:
    return {"c": inlines_json(cell.inlines, space), "cols": cell.colspan, "rows": cell.rowspan, "align": align}


def _usual_align(kind: RowKind, cell: Cell, column: Column) -> Align:
    """As its column; a cell over several columns is a label: of a group on the left, of a sum in the middle."""
    if kind in (RowKind.KEPALA, RowKind.NOMOR_KOLOM):
        return Align.TENGAH
    if cell.colspan == 1:
        return column.align
    return Align.TENGAH if kind is RowKind.JUMLAH else Align.KIRI
