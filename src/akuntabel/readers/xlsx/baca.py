"""Worksheets -> Sheets, in one pass over their XML.

One own pass and no library: it keeps the exact text of numbers (a NIP), formulas without a value, error cells,
percentages and merges, all of which the general readers turn into a blank or a rounded number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from akuntabel.findings import Temuan
from akuntabel.grid.arsip import EXCEL, Arsip, iter_elements, local, open_archive
from akuntabel.grid.batas import BAKU, Batas, check_shape
from akuntabel.grid.berkas import read_bytes
from akuntabel.grid.kode import found
from akuntabel.grid.sheet import RawCell, Row, Sheet
from akuntabel.readers.xlsx.buku import Buku, SheetPart, read_book
from akuntabel.readers.xlsx.sel import position, read_cell

_RANGE = re.compile(r"[A-Z]{1,3}(\d{1,7}):[A-Z]{1,3}(\d{1,7})")
_NAMED = 5


def read_xlsx(path: Path, berkas: str | None = None, batas: Batas = BAKU) -> tuple[Sheet, ...]:
    """Read a workbook. Raises BerkasError when it is none, or is beyond the limits."""
    name = berkas or path.name
    return parse_xlsx(read_bytes(path, name, batas), name, batas)


def parse_xlsx(data: bytes, berkas: str, batas: Batas = BAKU) -> tuple[Sheet, ...]:
    """Parse the bytes of a workbook: its worksheets in their order. Raises BerkasError."""
    archive = open_archive(data, berkas, EXCEL, batas)
    book = read_book(archive)
    return tuple(_sheet(archive, book, part, batas) for part in book.sheets)


def _sheet(archive: Arsip, book: Buku, part: SheetPart, batas: Batas) -> Sheet:
    where = f"{archive.where} lembar {part.nama}"
    rows: list[Row] = []
    merges: list[str] = []
    widest, count = 0, 0
    for item in _rows_and_merges(archive, book, part):
        if isinstance(item, str):
            merges.append(item)
            continue
        rows.append(item)
        widest, count = max(widest, item[-1].kolom), count + len(item)
        check_shape(where, len(rows), widest, count, batas)
    sheet = Sheet(part.nama.strip().lower(), archive.where, lembar=part.nama)
    notes = [*_hidden(sheet, part, rows), *_merged(sheet, merges, rows)]
    return Sheet(sheet.nama, sheet.berkas, tuple(rows), part.nama, tuple(notes))


def _rows_and_merges(archive: Arsip, book: Buku, part: SheetPart) -> Iterator[Row | str]:
    """Each row that holds something, then the ranges of merged cells."""
    line = 0
    for element in iter_elements(archive, part.part, "row", "mergeCell"):
        if local(element) == "mergeCell":
            yield element.get("ref", "")
            continue
        number = element.get("r", "")
        line = int(number) if number.isascii() and number.isdigit() else line + 1
        cells: dict[int, RawCell] = {}
        column = 0
        for child in element:
            row, column = position(child, line, column)
            if (cell := read_cell(child, row, column, book)) is not None and not cell.blank:
                cells[column] = cell
        if cells:
            yield tuple(cells[n] for n in sorted(cells))


def _hidden(sheet: Sheet, part: SheetPart, rows: list[Row]) -> list[Temuan]:
    if not part.hidden or len(rows) < 2:
        return []
    advice = "tampilkan lembarnya dan periksa isinya"
    message = f"{sheet.berkas} lembar {part.nama}: lembar tersembunyi ikut dibaca; {advice}."
    return [found("DATA-20", message, sheet.lokasi(rows[0][0].baris), saran=advice)]


def _merged(sheet: Sheet, merges: list[str], rows: list[Row]) -> list[Temuan]:
    """One finding for all merges that touch the table: only the first cell of each holds a value."""
    lines = {row[0].baris for row in rows}
    touching = [m for m in merges if (r := _RANGE.fullmatch(m)) and not lines.isdisjoint(_span(r, rows))]
    if not touching:
        return []
    shown = ", ".join(touching[:_NAMED]) + (f", dan {len(touching) - _NAMED} lainnya" if len(touching) > _NAMED else "")
    advice = "pisahkan selnya, lalu isi setiap sel"
    message = f"{sheet.berkas} lembar {sheet.lembar}: sel {shown} digabung, hanya sel pertama yang terbaca; {advice}."
    first = int(touching[0].partition(":")[0].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    return [found("DATA-12", message, sheet.lokasi(first), touching[0], advice)]


def _span(match: re.Match[str], rows: list[Row]) -> range:
    """The lines of a merge, cut at the last line of the table."""
    return range(int(match[1]), min(int(match[2]), rows[-1][0].baris if rows else 0) + 1)
