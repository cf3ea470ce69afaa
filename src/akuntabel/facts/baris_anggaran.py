"""Budget and spending row by row: programmes, activities and sub-activities with their codes and names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.facts.angka import JenisIsi, years
from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.subjek import bare_name
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel
from akuntabel.facts.uang import JenisUang


@dataclass(frozen=True, slots=True)
class BarisAnggaran:
    """An amount of one row. `kode` without leading zeros and dots at its ends, empty where the row has none.

    `satuan` is the unit in which the table prints ("dalam ribuan" 1000); `total` marks a row that adds the others up.
    """

    kode: str
    nama: str
    jenis: JenisUang
    nilai: Decimal
    satuan: int
    kolom: Kolom
    sel: Sel
    baris: BarisTabel
    tabel: Tabel
    tahun: int | None
    total: bool = False

    @property
    def tingkat(self) -> str:
        """program, kegiatan or subkegiatan by code or word; empty where neither tells."""
        depth = self.kode.count(".") + 1 if self.kode else 0
        return _LEVEL_BY_DEPTH.get(depth) or _level_by_word(self.nama)


_LEVEL_BY_DEPTH = {3: "program", 5: "kegiatan", 6: "subkegiatan"}
_WORDS = (("sub kegiatan", "subkegiatan"), ("subkegiatan", "subkegiatan"), ("kegiatan", "kegiatan"),
          ("program", "program"))  # fmt: skip
_CODE = re.compile(r"\s*((?:\d|X)[.,](?:\d{2}|XX)(?:[.,]\d{1,4}){1,4})\b\.?")
_ROLES = {Peran.ANGGARAN: JenisUang.ANGGARAN, Peran.REALISASI_ANGGARAN: JenisUang.REALISASI}


def read_budget_rows(tables: Iterable[Tabel], tahun: int | None, *, dpa: bool = False) -> tuple[BarisAnggaran, ...]:
    """Every amount of every budget table, without quarters. `dpa`: a column of amounts without a role is the budget."""
    return tuple(row for table in tables for row in _table(table, tahun, dpa))


def _table(table: Tabel, tahun: int | None, dpa: bool) -> Iterator[BarisAnggaran]:
    columns = [k for k in table.of(*_ROLES) if not k.triwulan and not k.persen]
    if dpa and not columns:
        columns = [k for k in table.of(Peran.JUMLAH, Peran.LAIN) if k.rupiah or k.peran is Peran.JUMLAH]
    for row in table.rows(JenisBaris.ISI, JenisBaris.JUMLAH) if columns else ():
        code = _code(table, row)
        for column in columns:
            cell = row.sel[column.indeks]
            if cell.angka is not None and cell.angka.nilai is not None:
                kind = _ROLES.get(column.peran, JenisUang.ANGGARAN)
                value = cell.angka.nilai * table.pengali
                year = column.tahun or _caption_year(table) or tahun
                total = row.jenis is JenisBaris.JUMLAH
                name = _name(table, row)
                yield BarisAnggaran(code, name, kind, value, table.pengali, column, cell, row, table, year, total)


def _name(table: Tabel, row: BarisTabel) -> str:
    """The deepest name that a row prints: tables may have a column for each of programme, activity and sub-activity."""
    names = [row.sel[k.indeks] for k in table.of(Peran.PROGRAM) if not row.sel[k.indeks].lanjutan]
    filled = [c.teks for c in names if c.jenis is JenisIsi.TEKS]
    return filled[-1] if filled and row.jenis is JenisBaris.ISI else row.label


def _caption_year(table: Tabel) -> int | None:
    found = set(years(table.judul))
    return found.pop() if len(found) == 1 else None


def _code(table: Tabel, row: BarisTabel) -> str:
    """The code of a row, from its columns of codes joined, or from the beginning of one of its first cells."""
    parts = [row.sel[k.indeks].teks.strip(" .") for k in table.of(Peran.KODE)]
    split = _split_codes(table, row) if not any(len(p) > 3 for p in parts) else ""
    for text in (split, *parts, *(s.teks for s in row.sel[:3])):
        match = _CODE.match(text)
        if match:
            return _plain_code(match[1])
    return ""


def _split_codes(table: Tabel, row: BarisTabel) -> str:
    """A code that the table parts over several columns: 2 | 07 | 03 | 2.01 | 0001."""
    first = next((k.indeks for k in table.of(Peran.KODE)), None)
    if first is None:
        return ""
    parts: list[str] = []
    for cell in row.sel[first:]:
        if not re.fullmatch(r"(?:\d|X){1,4}(?:\.\d{1,4})?", cell.teks.strip()):
            break
        parts.append(cell.teks.strip())
    return ".".join(parts)


def _plain_code(code: str) -> str:
    parts = code.replace(",", ".").split(".")
    return ".".join(part.lstrip("0") or "0" for part in parts)


def _level_by_word(name: str) -> str:
    low = name.lower()
    return next((level for word, level in _WORDS if low.startswith(word)), "")


def same_code(one: str, other: str) -> bool:
    """Whether two codes name one thing; X.XX stands for any field of government."""
    if not one or not other:
        return False
    a, b = one.split("."), other.split(".")
    open_field = "X" in one or "X" in other
    return a[2:] == b[2:] if open_field else a == b


def name_of(row: BarisAnggaran) -> str:
    """The name of a row without its code and its level, for comparing."""
    return bare_name(_CODE.sub("", row.nama, count=1))
