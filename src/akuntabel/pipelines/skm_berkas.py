"""Files of answers as an engine reads them: Parquet and plain CSV as they are, other encodings and workbooks by way of
a temporary CSV."""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from akuntabel.errors import BerkasError
from akuntabel.findings import Temuan
from akuntabel.grid.arsip import is_workbook
from akuntabel.grid.batas import BAKU, Batas
from akuntabel.grid.sandi import decode
from akuntabel.grid.sheet import RawCell, Sheet
from akuntabel.pipelines.skm_csv import ringkasan
from akuntabel.readers.terbatas import run_limited
from akuntabel.readers.xlsx import read_xlsx
from akuntabel.survey.mesin import CSV, PARQUET

SUFFIXES = (".csv", ".txt", ".tsv", ".xlsx", ".xlsm", ".parquet", ".pq")
_HEAD = 1 << 18  # bytes in which heading and encoding are looked for
_ROWS = 20  # rows above the heading at most: titles of a form
_SAMPLES = 64
_SAMPLE = 1 << 16
_BATAS = replace(BAKU, ukuran=200 << 20, ukuran_isi=2 << 30, sel=8_000_000, baris=1_100_000, detik=300.0)
_MAGIC = b"PAR1"
_MARKS = (";", ",", "\t", "|")


@dataclass(frozen=True, slots=True)
class Siap:
    """A file ready for an engine: where it is, of which kind, its separator, rows above the heading, what to tell.

    `ringkasan` are its rows of totals by the place and text of their first filled cell: no answers of anybody.
    """

    nama: str
    path: Path
    jenis: str
    sidik: str
    pemisah: str = ","
    lewati: int = 0
    catatan: tuple[str, ...] = ()
    ringkasan: tuple[tuple[int, str], ...] = ()


def expand(paths: Sequence[Path]) -> list[Path]:
    """Files as they are; a folder stands for the files of answers in it and below it, by name. Raises BerkasError."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(
            p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and not p.name.startswith((".", "~$"))
        )
        if path.is_dir() and not inside:
            raise BerkasError(str(path), "tidak ada berkas jawaban", "isi dengan CSV, xlsx, atau Parquet")
        found += inside if path.is_dir() else [path]
    return list(dict.fromkeys(found))


def sidik_of(path: Path) -> str:
    """What tells a file's content: SHA-256 of its size and of 64 places spread over it (all of a small file).

    It tells two files of answers apart and a copy from them; it is no proof against somebody who means to deceive.
    """
    size = path.stat().st_size
    made = hashlib.sha256(str(size).encode())
    with path.open("rb") as stream:
        if size <= _SAMPLES * _SAMPLE:
            made.update(stream.read())
        else:
            for n in range(_SAMPLES):
                stream.seek((size - _SAMPLE) * n // (_SAMPLES - 1))
                made.update(stream.read(_SAMPLE))
    return made.hexdigest()


def siapkan(path: Path, folder: Path, wanted: int) -> Siap:
    """A file as an engine reads it; what it must be changed to is written into `folder`.

    `wanted` are the cells that a heading row has at least. Raises BerkasError for what cannot be used.
    """
    ready = _readable(path, folder, wanted)
    if ready.jenis != CSV:
        return ready
    totals = ringkasan(ready.path, ready.pemisah, ready.lewati)
    shown = ", ".join(f"'{word.strip()}'" for word in dict.fromkeys(word for _, word in totals))
    note = (f"baris {shown} tidak dihitung karena meringkas baris lain, bukan jawaban.",) if totals else ()
    return replace(ready, ringkasan=totals, catatan=(*ready.catatan, *note))


def _readable(path: Path, folder: Path, wanted: int) -> Siap:
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
        mark = sidik_of(path)
    except OSError as error:
        raise BerkasError(
            path.name, "berkas tidak ada atau tidak dapat dibaca", "periksa nama dan foldernya"
        ) from error
    if not head.strip(b"\x00\r\n\t "):
        raise BerkasError(path.name, "berkas kosong", "simpan ulang berkas aslinya, lalu coba lagi")
    if head.startswith(_MAGIC):
        return Siap(path.name, path, PARQUET, mark)
    if head.startswith(b"PK"):
        if not is_workbook(path):
            raise BerkasError(
                path.name, "bukan buku kerja Excel yang utuh", "buka di Excel, lalu simpan ulang sebagai .xlsx"
            )
        made = folder / f"{mark[:16]}.csv"
        notes = run_limited(_workbook_to_csv, path.name, path, path.name, made, wanted, batas=_BATAS)
        return Siap(path.name, made, CSV, mark, catatan=notes)
    return _plain(path, folder, head, mark, wanted)


def _plain(path: Path, folder: Path, head: bytes, mark: str, wanted: int) -> Siap:
    text, encoding = decode(head[: head.rfind(b"\n") + 1] or head, path.name)
    if encoding != "utf-8" or not _is_utf8(path):
        made = folder / f"{mark[:16]}.csv"
        _transcode(path, made)
        path, name = made, path.name
    else:
        name = path.name
    skipped, delimiter = _heading(text, wanted, name)
    return Siap(name, path, CSV, mark, delimiter, skipped)


def _is_utf8(path: Path, batas: Batas = _BATAS) -> bool:
    """Plain UTF-8 as far as read: an office program's file is read whole, of a larger one the beginning."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    most = path.stat().st_size if path.stat().st_size <= batas.ukuran else _HEAD
    try:
        with path.open("rb") as stream:
            for _ in range(0, most, _HEAD):
                decoder.decode(stream.read(_HEAD))
    except UnicodeDecodeError:
        return False
    return True


def _transcode(path: Path, made: Path, batas: Batas = _BATAS) -> None:
    """The text of a file of another encoding as UTF-8; such files come from office programs and are not large."""
    if path.stat().st_size > batas.ukuran:
        raise BerkasError(path.name, "bukan UTF-8 dan terlalu besar untuk diubah", "simpan sebagai CSV UTF-8")
    made.write_text(decode(path.read_bytes(), path.name)[0], encoding="utf-8", newline="")


def _heading(text: str, wanted: int, name: str) -> tuple[int, str]:
    """The rows above the heading, and the separator: the first row that has enough cells."""
    lines = text.splitlines()[: _ROWS + 1]
    for n, line in enumerate(lines):
        for mark in _MARKS:
            if sum(bool(c.strip()) for c in next(csv.reader([line], delimiter=mark), [])) >= wanted:
                return n, mark
    raise BerkasError(
        name, f"tidak ada baris judul dengan sedikitnya {wanted} kolom", "beri judul pada setiap kolom jawaban"
    )


def _workbook_to_csv(path: Path, name: str, made: Path, wanted: int) -> tuple[str, ...]:
    """Write the answers of a workbook as CSV: the sheet with the most rows, and those below the same heading.

    Gives what a user must know: sheets read together, sheets not read, merged and hidden cells.
    """
    sheets = list(read_xlsx(path, name, _BATAS))
    tables = [(sheet, rows) for sheet in sheets if (rows := _table(sheet, wanted))]
    if not tables:
        raise BerkasError(
            name, f"tidak ada lembar dengan sedikitnya {wanted} kolom berjudul", "beri judul pada setiap kolom jawaban"
        )
    heading = max(tables, key=lambda t: len(t[1]))[1][0]
    read = [(sheet, rows) for sheet, rows in tables if rows[0] == heading]
    out = io.StringIO(newline="")
    csv.writer(out).writerows([heading, *(row for _, rows in read for row in rows[1:])])
    made.write_text(out.getvalue(), encoding="utf-8", newline="")
    return _notes(sheets, [sheet for sheet, _ in read], wanted)


def _notes(sheets: Sequence[Sheet], read: Sequence[Sheet], wanted: int) -> tuple[str, ...]:
    told = [t.pesan for sheet in read for t in sheet.temuan if not _is_of_title(t, sheet, wanted)]
    if len(read) > 1:
        told.append(f"lembar {', '.join(str(s.lembar) for s in read)} dibaca bersama karena judul kolomnya sama.")
    if left := [str(s.lembar) for s in sheets if s not in read and s.rows]:
        told.append(f"lembar {', '.join(left)} tidak dibaca karena judul kolomnya lain.")
    return tuple(told)


_MERGED = re.compile(r"\b[A-Z]{1,3}\d+:[A-Z]{1,3}(\d+)\b")


def _is_of_title(note: Temuan, sheet: Sheet, wanted: int) -> bool:
    """Whether a finding about merged cells only speaks of the title above the heading."""
    start = _heading_row(sheet, wanted)
    ends = [int(row) for row in _MERGED.findall(note.pesan)]
    return bool(ends) and start is not None and max(ends) < sheet.rows[start][0].baris


def _heading_row(sheet: Sheet, wanted: int) -> int | None:
    """The place of the row that heads the answers."""
    rows = sheet.rows[: _ROWS + 1]
    return next((n for n, r in enumerate(rows) if sum(not c.blank for c in r) >= wanted), None)


def _table(sheet: Sheet, wanted: int) -> list[list[str]]:
    rows, start = list(sheet.rows), _heading_row(sheet, wanted)
    if start is None:
        return []
    width = max(c.kolom for c in rows[start])
    return [list(_cells(row, width)) for row in rows[start:]]


def _cells(row: Sequence[RawCell], width: int) -> Iterator[str]:
    by_column = {c.kolom: c for c in row}
    for column in range(1, width + 1):
        cell = by_column.get(column)
        yield "" if cell is None else _shown(cell)


def _shown(cell: RawCell) -> str:
    return cell.value.isoformat() if isinstance(cell.value, date) else cell.text
