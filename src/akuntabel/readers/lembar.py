"""Sheets of a workbook or a CSV -> read document: the lines above the table are paragraphs, all below is one table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from akuntabel.bahasa.angka import format_number
from akuntabel.doctree.naskah import (
    Alinea,
    BarisNaskah,
    BlokNaskah,
    FormatNaskah,
    Naskah,
    SelNaskah,
    TabelNaskah,
    Tempat,
)
from akuntabel.grid.sheet import RawCell, Row, Sheet

_LEAST = 3  # cells that the first row of a table fills at least; above it stand titles
_AMOUNT = 100_000  # numbers below may be codes, years or counts
_LABEL = re.compile(r"\s*:|.*:\s*$")


def read_sheets(sheets: Sequence[Sheet], berkas: str) -> Naskah:
    """The read document. Lines of the first sheet keep their numbers; those of the next ones follow on."""
    blocks: list[BlokNaskah] = []
    before = 0
    for sheet in sheets:
        blocks += _blocks(sheet, before)
        before += sheet.rows[-1][0].baris if sheet.rows else 0
    workbook = any(sheet.lembar is not None for sheet in sheets)
    notes = tuple(t.pesan.rstrip(".") for sheet in sheets for t in sheet.temuan)
    return Naskah(berkas, FormatNaskah.EXCEL if workbook else FormatNaskah.CSV, tuple(blocks), catatan=notes)


def _blocks(sheet: Sheet, before: int) -> Iterator[BlokNaskah]:
    first = next((n for n, row in enumerate(sheet.rows) if _is_of_table(row)), len(sheet.rows))
    for row in sheet.rows[:first]:
        text = " ".join(cell.text.strip() for cell in row if not cell.blank)
        yield Alinea(" ".join(text.split()), _place(sheet, row, before))
    if sheet.rows[first:]:
        yield _table(sheet, sheet.rows[first:], before)


def _is_of_table(row: Row) -> bool:
    """Whether a row fills enough cells, none of them a label ("SKPD", ":", "Dinas X")."""
    filled = [cell.text for cell in row if not cell.blank]
    return len(filled) >= _LEAST and not any(_LABEL.match(text) for text in filled)


def _table(sheet: Sheet, rows: Iterable[Row], before: int) -> TabelNaskah:
    made = tuple(
        BarisNaskah(
            tuple(SelNaskah(_shown(cell), cell.kolom - 1) for cell in row if not cell.blank),
            _place(sheet, row, before),
        )
        for row in rows
    )
    width = max(cell.kolom + 1 for row in made for cell in row.sel)
    return TabelNaskah(made, width, rentang_diketahui=False)


def _shown(cell: RawCell) -> str:
    """A cell as a person reads it: amounts with their groups."""
    if isinstance(cell.value, Decimal) and not cell.persen and abs(cell.value) >= _AMOUNT:
        return format_number(cell.value)
    return cell.text


def _place(sheet: Sheet, row: Row, before: int) -> Tempat:
    line = row[0].baris
    return Tempat(before + line, None, line if sheet.lembar else None, sheet.lembar)
