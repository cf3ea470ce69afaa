"""CSV bytes -> Sheet: any of the encodings and delimiters that office programs write."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from akuntabel.findings import Temuan
from akuntabel.grid.batas import BAKU, Batas, check_shape
from akuntabel.grid.berkas import read_bytes
from akuntabel.grid.kode import found
from akuntabel.grid.sandi import REPLACED, decode
from akuntabel.grid.sheet import RawCell, Row, Sheet

_DELIMITERS = (";", ",", "\t")
_SEP_LINE = re.compile(r"\s*\"?sep=(?P<mark>[;,\t])\"?\s*", re.IGNORECASE)


def read_csv(path: Path, berkas: str | None = None, batas: Batas = BAKU) -> Sheet:
    """Read a CSV file; the table is named as the file. `berkas` is the name that messages show.

    Raises BerkasError when the file cannot be read, is no text, or is beyond the limits.
    """
    name = berkas or path.name
    data = read_bytes(path, name, batas)
    return parse_csv(data, path.stem.strip().lower(), name, batas)


def parse_csv(data: bytes, nama: str, berkas: str, batas: Batas = BAKU) -> Sheet:
    """Parse the bytes of a CSV. Raises BerkasError for what is no text or beyond the limits."""
    text, encoding = decode(data, berkas)
    sheet = Sheet(nama=nama, berkas=berkas)
    notes = [_encoding_note(sheet, encoding, text)] if encoding != "utf-8" else []
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    skip, delimiter = _dialect(lines)
    rows: list[Row] = []
    count = 0
    for start, cells, closed in _records(lines[skip:], delimiter, skip):
        if not closed:
            notes.append(_open_quote(sheet, start))
        elif row := _row(cells, start):
            rows.append(row)
            count += len(row)
            check_shape(berkas, len(rows), len(row), count, batas)
    return Sheet(nama=nama, berkas=berkas, rows=tuple(rows), temuan=tuple(notes))


def _encoding_note(sheet: Sheet, encoding: str, text: str) -> Temuan:
    advice = "simpan sebagai CSV UTF-8"
    if encoding == "rusak":
        line = text[: text.index(REPLACED)].count("\n") + 1
        message = f"{sheet.place(line)}: ada bita yang bukan UTF-8 dan diganti '{REPLACED}'; {advice}."
        return found("DATA-18", message, sheet.lokasi(line), saran=advice)
    line = next((n for n, part in enumerate(text.split("\n"), 1) if not part.isascii()), 1)
    message = f"{sheet.place(line)}: teks bukan UTF-8, dibaca sebagai Windows-1252; {advice}."
    return found("DATA-18", message, sheet.lokasi(line), saran=advice)


def _open_quote(sheet: Sheet, line: int) -> Temuan:
    advice = "tulis tanda kutip di dalam teks dua kali dan tutup setiap tanda kutip"
    message = (
        f"{sheet.place(line)}: tanda kutip dibuka tetapi tidak ditutup, isi mulai baris ini tidak dibaca; {advice}."
    )
    return found("DATA-24", message, sheet.lokasi(line), saran=advice)


def _dialect(lines: list[str]) -> tuple[int, str]:
    """Lines before the table, and the delimiter that the heading uses most; `sep=;` of Excel is obeyed."""
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    head = lines[first] if lines else ""
    if mark := _SEP_LINE.fullmatch(head):
        return first + 1, mark["mark"]
    if any(mark in head for mark in _DELIMITERS):
        return first, max(_DELIMITERS, key=head.count)
    return first, max(_DELIMITERS, key=lambda mark: _tables_by(lines[first:], mark))


def _tables_by(lines: list[str], mark: str) -> int:
    """How many lines a delimiter parts into three cells or more: a title may stand above the heading."""
    return sum(line.count(mark) > 1 for line in lines)


def _records(lines: list[str], delimiter: str, skipped: int) -> Iterator[tuple[int, list[str], bool]]:
    """Records with the line (from 1) where each starts, and whether its quotes are closed."""
    csv.field_size_limit(2**31 - 1)
    source = [f"{line}\n" for line in lines]
    reader = csv.reader(source, delimiter=delimiter)
    before = 0
    for cells in reader:
        last = reader.line_num == len(source)
        yield before + 1 + skipped, cells, not last or _closed(source[before:], delimiter)
        before = reader.line_num


def _closed(source: list[str], delimiter: str) -> bool:
    """Whether the quotes of a last record are closed."""
    try:
        list(csv.reader(source, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end of data" not in str(error)
    return True


def _row(cells: list[str], line: int) -> Row:
    """The cells of a record without blank ones at its end; empty when all are blank."""
    while cells and not cells[-1].strip():
        cells.pop()
    return tuple(RawCell(value=text, text=text, baris=line, kolom=n) for n, text in enumerate(cells, 1))
