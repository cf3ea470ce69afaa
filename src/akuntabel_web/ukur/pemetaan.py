"""Exports of budget and planning systems: their headings, and the mapping that a person saves and uses again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from akuntabel.domain.paket import TABEL
from akuntabel.errors import BerkasError
from akuntabel.grid.batas import check_size
from akuntabel.grid.sheet import RawCell, Row, Sheet
from akuntabel.readers.csv import parse_csv
from akuntabel.readers.terbatas import run_limited
from akuntabel.readers.xlsx.baca import parse_xlsx
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.paket.petakan import columns
from akuntabel_web.ukur.tumpang import BarisBlok, Tumpangan, overlay, read_value

TABEL_EKSPOR = ("anggaran", "realisasi_anggaran", "program", "kegiatan", "subkegiatan", "pendapatan")
_FIRST_ROWS = 30  # a heading stands among these
_MOST_HEADS = 60


def read_export(nama: str, isi: bytes) -> Sheet:
    """The fullest sheet of a workbook, or the CSV. Raises BerkasError."""
    check_size(nama, len(isi))
    name = PurePath(nama).name
    if isi.startswith(b"PK\x03\x04"):
        sheets = run_limited(parse_xlsx, name, isi, name)
        if not sheets:
            raise BerkasError(name, "tidak berisi lembar", "unggah berkas .xlsx atau .csv")
        return max(sheets, key=lambda s: len(s.rows))
    return run_limited(parse_csv, name, isi, "ekspor", name)


def heading_row(sheet: Sheet, wanted: frozenset[str] = frozenset()) -> int | None:
    """Which row holds the headings: the first with all the wanted ones, else the one with the most texts."""
    rows = sheet.rows[:_FIRST_ROWS]
    if wanted:
        return next((n for n, row in enumerate(rows) if wanted <= set(_texts(row))), None)
    return max(range(len(rows)), key=lambda n: (len(set(_texts(rows[n]))), -n), default=None)


def _texts(row: Row) -> list[str]:
    return [" ".join(str(c.text).split()) for c in row if isinstance(c.value, str) and not c.blank]


def headings(sheet: Sheet) -> list[str]:
    """The headings of an export."""
    at = heading_row(sheet)
    return list(dict.fromkeys(_texts(sheet.rows[at])))[:_MOST_HEADS] if at is not None else []


def mapped_overlay(
    wewenang: Wewenang, sheet: Sheet, tabel: str, kolom: Mapping[str, str], tetap: Mapping[str, str]
) -> Tumpangan:
    """What an export would do to a table, read through a mapping (column -> heading) and fixed values."""
    at = heading_row(sheet, frozenset(kolom.values()))
    if at is None:
        return overlay(wewenang, tabel, (), [f"Judul kolom {', '.join(kolom.values())} tidak ada dalam berkas ini."])
    place = {" ".join(str(c.text).split()): c.kolom for c in sheet.rows[at] if not c.blank}
    known = {k.nama: k for k in columns(tabel)}
    galat: list[str] = []
    block = []
    for raw in sheet.rows[at + 1 :]:
        by_place, line = {c.kolom: c for c in raw}, raw[0].baris
        cells = {name: by_place[place[head]] for name, head in kolom.items() if place[head] in by_place}
        if all(c.blank for c in cells.values()):
            continue
        fixed = {name: RawCell(text, text, line, 0) for name, text in tetap.items() if name not in kolom}
        values = {n: read_value(sheet, c, known[n], tabel, galat) for n, c in {**fixed, **cells}.items()}
        block.append(BarisBlok(line, values))
    return overlay(wewenang, tabel, block, galat)


def table_titles() -> list[tuple[str, str]]:
    """The tables that an export may fill."""
    return [(t, TABEL[t].JUDUL) for t in TABEL_EKSPOR]
