"""The heading of a table: which cell stands for which column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

from akuntabel.domain.kolom import Baris, Kolom, columns_of
from akuntabel.findings import Temuan
from akuntabel.grid.kode import found, quoted
from akuntabel.grid.sheet import RawCell, Row, Sheet, letters

HITUNG = "hitung:"
_NOISE = re.compile("[*\u200b-\u200f\u2060\ufeff\u00ad]")
_GAPS = re.compile(r"[\s\-_.]+")


@dataclass(frozen=True, slots=True)
class Judul:
    """Columns by their position (from 1). `lebar` is the last heading's position; `hilang` are required and missing."""

    kolom: dict[int, Kolom]
    diabaikan: frozenset[int]
    lebar: int
    hilang: tuple[str, ...]


def read_heading(sheet: Sheet, row: Row, model: type[Baris]) -> tuple[Judul, list[Temuan]]:
    """Match the heading with the table's columns; case, spaces, dashes and a `*` do not matter."""
    known = {k.nama: k for k in columns_of(model)}
    matched: dict[int, Kolom] = {}
    ignored: set[int] = set()
    notes: list[Temuan] = []
    for cell in row:
        if cell.blank:
            continue
        name = normal(cell.text)
        if name in known and known[name] not in matched.values():
            matched[cell.kolom] = known[name]
            continue
        ignored.add(cell.kolom)
        if not cell.text.strip().casefold().startswith(HITUNG):
            notes.append(_double(sheet, cell, name) if name in known else _unknown(sheet, cell, name, known))
    present = {k.nama for k in matched.values()}
    missing = tuple(n for n, k in known.items() if k.wajib and n not in present)
    notes += [_missing(sheet, row[0].baris, known[name]) for name in missing]
    width = max((c.kolom for c in row if not c.blank), default=0)
    return Judul(matched, frozenset(ignored), width, missing), notes


def normal(text: str) -> str:
    """The name of a column as the schema writes it."""
    return _GAPS.sub("_", _NOISE.sub("", text).strip().casefold()).strip("_")


def outside(sheet: Sheet, row: Row, judul: Judul, reported: set[int]) -> list[Temuan]:
    """Cells of a workbook's row that stand under no heading, each column named once."""
    notes = []
    for cell in row:
        if cell.blank or cell.kolom in judul.kolom or cell.kolom in judul.diabaikan or cell.kolom in reported:
            continue
        reported.add(cell.kolom)
        advice = "beri judul kolom yang dikenal atau hapus isinya"
        message = (
            f"{sheet.place(cell.baris)}: {quoted(cell.text)} di kolom {letters(cell.kolom)} tidak berjudul; {advice}."
        )
        notes.append(found("DATA-16", message, sheet.lokasi(cell.baris, cell.kolom), cell.text, advice))
    return notes


def _double(sheet: Sheet, cell: RawCell, name: str) -> Temuan:
    advice = "hapus salah satu kolomnya"
    message = f"{sheet.place(cell.baris)}: judul kolom {quoted(name)} ada dua, yang kedua tidak dibaca; {advice}."
    return found("DATA-15", message, sheet.lokasi(cell.baris, cell.kolom, name), cell.text, advice)


def _unknown(sheet: Sheet, cell: RawCell, name: str, known: dict[str, Kolom]) -> Temuan:
    near = get_close_matches(name, known, n=1, cutoff=0.7)
    advice = f"barangkali maksudnya {near[0]}" if near else f"kolom tabel ini: {', '.join(known)}"
    message = f"{sheet.place(cell.baris)}: kolom {quoted(cell.text)} tidak dikenal dan tidak dibaca; {advice}."
    return found("DATA-13", message, sheet.lokasi(cell.baris, cell.kolom), cell.text, advice)


def _missing(sheet: Sheet, line: int, kolom: Kolom) -> Temuan:
    advice = f"tambahkan kolom {kolom.nama}, isinya misalnya {kolom.contoh}"
    message = f"{sheet.place(line)}: kolom {kolom.nama} tidak ada sehingga tabel tidak dapat dibaca; {advice}."
    return found("DATA-14", message, sheet.lokasi(line, nama_kolom=kolom.nama), saran=advice)
