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
    """Columns by their position (from 1). `lebar` is the last heading's position; `hilang` are required and missing.

    `terduga`: some heading is not known and looks like a column that is not there.
    """

    kolom: dict[int, Kolom]
    diabaikan: frozenset[int]
    lebar: int
    hilang: tuple[str, ...]
    terduga: bool = False


def read_heading(sheet: Sheet, row: Row, model: type[Baris]) -> tuple[Judul, list[Temuan]]:
    """Match the heading with the table's columns; case, spaces, dashes and a `*` do not matter."""
    known = {k.nama: k for k in columns_of(model)}
    matched: dict[int, Kolom] = {}
    for cell in row:
        name = normal(cell.text)
        if not cell.blank and name in known and known[name] not in matched.values():
            matched[cell.kolom] = known[name]
    present = {k.nama for k in matched.values()}
    rest = [c for c in row if not c.blank and c.kolom not in matched]
    likely = {c.kolom: _likely(normal(c.text), [n for n in known if n not in present]) for c in rest}
    notes: list[Temuan] = []
    for cell in (c for c in rest if not c.text.strip().casefold().startswith(HITUNG)):
        name = normal(cell.text)
        if name in known:
            notes.append(_double(sheet, cell, name))
        else:
            notes.append(_unknown(sheet, cell, likely[cell.kolom], known))
    missing = tuple(n for n, k in known.items() if k.wajib and n not in present)
    notes += [_missing(sheet, row[0].baris, known[name]) for name in missing]
    width = max((c.kolom for c in row if not c.blank), default=0)
    guessed = any(likely[c.kolom] for c in rest if normal(c.text) not in known)
    return Judul(matched, frozenset(c.kolom for c in rest), width, missing, guessed), notes


def _likely(name: str, absent: list[str]) -> str | None:
    """The column that an unknown heading probably means: one that is not there, spelt almost so, or its first words."""
    near = get_close_matches(name, absent, n=1, cutoff=0.7)
    return near[0] if near else next((n for n in absent if name.startswith(f"{n}_")), None)


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


def _unknown(sheet: Sheet, cell: RawCell, likely: str | None, known: dict[str, Kolom]) -> Temuan:
    advice = f"barangkali maksudnya {likely}" if likely else f"kolom tabel ini: {', '.join(known)}"
    message = f"{sheet.place(cell.baris)}: kolom {quoted(cell.text)} tidak dikenal dan tidak dibaca; {advice}."
    return found("DATA-13", message, sheet.lokasi(cell.baris, cell.kolom), cell.text, advice)


def _missing(sheet: Sheet, line: int, kolom: Kolom) -> Temuan:
    advice = f"tambahkan kolom {kolom.nama}, isinya misalnya {kolom.contoh}"
    message = f"{sheet.place(line)}: kolom {kolom.nama} tidak ada sehingga tabel tidak dapat dibaca; {advice}."
    return found("DATA-14", message, sheet.lokasi(line, nama_kolom=kolom.nama), saran=advice)
