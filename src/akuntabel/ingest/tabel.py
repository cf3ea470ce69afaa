"""One table: sheet -> rows of its model, the place of each, and all findings."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import ValidationError

from akuntabel.domain.kolom import Baris, Kolom
from akuntabel.findings import Temuan
from akuntabel.grid.kode import found, quoted
from akuntabel.grid.sheet import RawCell, Row, Sheet, letters
from akuntabel.ingest.bacaan import CellResult
from akuntabel.ingest.judul import Judul, outside, read_heading
from akuntabel.ingest.sel import read_cell
from akuntabel.provenance import RowPlace

CONTOH = "contoh:"


@dataclass(frozen=True, slots=True)
class TabelIngested:
    """Rows in their order, the place of each by its key, findings, and whether all of it could be read."""

    rows: tuple[Baris, ...]
    places: dict[str, RowPlace]
    temuan: tuple[Temuan, ...]
    utuh: bool = True


def ingest_table(sheet: Sheet, model: type[Baris]) -> TabelIngested:
    """Read a table. A row whose required cells cannot be read, or whose key came before, is left out and said."""
    if not sheet.rows:
        return TabelIngested((), {}, sheet.temuan)
    judul, notes = read_heading(sheet, sheet.rows[0], model)
    whole = not judul.hilang and not judul.terduga
    places: dict[str, RowPlace] = {}
    rows: list[Baris] = []
    reported: set[int] = set()
    letter = {k.nama: letters(n) for n, k in judul.kolom.items()} if sheet.lembar else {}
    present = frozenset(k.nama for k in judul.kolom.values())
    for raw in sheet.rows[1:] if not judul.hilang else ():
        if is_example(raw) or all(cell.kolom in judul.diabaikan for cell in raw):
            continue
        row, found_here = _read_row(sheet, raw, judul, model, reported)
        notes += found_here
        if row is None:
            whole = False
            continue
        if row.kunci in places:
            notes.append(_double(sheet, raw, row, places[row.kunci].baris))
            continue
        places[row.kunci] = RowPlace(sheet.berkas, raw[0].baris, sheet.lembar, letter, present)
        rows.append(row)
    return TabelIngested(tuple(rows), places, (*sheet.temuan, *notes), whole)


def is_example(row: Row) -> bool:
    """The example row of a template: its first cell starts with `CONTOH:`."""
    first = next((c for c in row if not c.blank), None)
    return first is not None and first.text.strip().casefold().startswith(CONTOH)


def _read_row(
    sheet: Sheet, raw: Row, judul: Judul, model: type[Baris], reported: set[int]
) -> tuple[Baris | None, list[Temuan]]:
    if sheet.lembar is None and raw[-1].kolom > judul.lebar:
        return None, [_shifted(sheet, raw, judul)]
    notes = outside(sheet, raw, judul, reported)
    by_column = {cell.kolom: cell for cell in raw}
    values: dict[str, CellResult] = {}
    usable = True
    for position, kolom in judul.kolom.items():
        cell = by_column.get(position)
        value, complaints = _value(sheet, raw, cell, kolom, key=kolom.nama in model.KUNCI)
        notes += complaints
        values[kolom.nama] = value
        usable = usable and not (kolom.wajib and value is None)
    return (_build(sheet, raw, model, values, notes) if usable else None), notes


def _value(sheet: Sheet, raw: Row, cell: RawCell | None, kolom: Kolom, *, key: bool) -> tuple[CellResult, list[Temuan]]:
    if cell is None or cell.blank:
        return None, [_empty(sheet, raw, kolom)] if kolom.wajib else []
    value, notes = read_cell(sheet, cell, kolom, key=key)
    if value == "":
        return None, [*notes, _empty(sheet, raw, kolom)] if kolom.wajib else notes
    return value, notes


def _build(
    sheet: Sheet, raw: Row, model: type[Baris], values: dict[str, CellResult], notes: list[Temuan]
) -> Baris | None:
    """The row; a constraint of the model that does not hold becomes a finding."""
    try:
        return model(**values)
    except ValidationError as error:
        for problem in error.errors():
            name = str(problem["loc"][0]) if problem["loc"] else None
            advice = "lihat petunjuk kolom ini"
            text = quoted(str(values.get(name or "", "")))
            message = f"{sheet.place(raw[0].baris, name)}: {text} tidak memenuhi syarat kolom; {advice}."
            notes.append(found("DATA-05", message, sheet.lokasi(raw[0].baris, nama_kolom=name), text, advice))
        return None


def _empty(sheet: Sheet, raw: Row, kolom: Kolom) -> Temuan:
    advice = f"tulis misalnya {kolom.contoh}"
    message = f"{sheet.place(raw[0].baris, kolom.nama)}: kosong padahal wajib, baris ini tidak dipakai; {advice}."
    return found("DATA-05", message, sheet.lokasi(raw[0].baris, nama_kolom=kolom.nama), saran=advice)


def _double(sheet: Sheet, raw: Row, row: Baris, first: int) -> Temuan:
    key = ", ".join(f"{name} {getattr(row, name)}" for name in row.KUNCI if getattr(row, name) is not None)
    advice = "hapus salah satu atau bedakan kuncinya"
    message = f"{sheet.place(raw[0].baris)}: {key} sudah ada di baris {first}, baris ini tidak dipakai; {advice}."
    return found("DATA-06", message, sheet.lokasi(raw[0].baris), row.kunci, advice)


def _shifted(sheet: Sheet, raw: Row, judul: Judul) -> Temuan:
    advice = "apit isian yang memuat tanda pemisah kolom dengan tanda kutip"
    count = f"{raw[-1].kolom} isian untuk {judul.lebar} kolom"
    message = f"{sheet.place(raw[0].baris)}: {count}, baris ini tidak dipakai; {advice}."
    return found("DATA-16", message, sheet.lokasi(raw[0].baris), raw[-1].text, advice)
