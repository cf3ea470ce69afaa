"""What the document says of an indicator: target, realisasi, capaian and predikat, by year and place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from akuntabel.facts.angka import Angka, JenisIsi
from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.pola import clean
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel


class Sumber(StrEnum):
    """Which document a table speaks for."""

    RENSTRA = "renstra"
    PERJANJIAN = "perjanjian"
    PENGUKURAN = "pengukuran"


@dataclass(frozen=True, slots=True)
class NilaiTabel:
    """One value of an indicator in a table. `besaran` is one of MEASURED, or TARGET_AKHIR."""

    indikator: str
    besaran: Peran
    sel: Sel
    kolom: Kolom
    baris: BarisTabel
    tabel: Tabel
    sumber: Sumber
    tahun: int | None = None
    sasaran: str = ""
    satuan: str = ""

    @property
    def angka(self) -> Angka | None:
        """Its number, where there is one."""
        return self.sel.angka


@dataclass(frozen=True, slots=True)
class BarisPengukuran:
    """A row that measures: the values of one indicator for one year in one table."""

    indikator: str
    tahun: int | None
    tabel: Tabel
    baris: BarisTabel
    sumber: Sumber
    nilai: Mapping[Peran, NilaiTabel]
    sasaran: str = ""
    satuan: str = ""

    def angka(self, besaran: Peran) -> Angka | None:
        """The number of a besaran, where it could be read."""
        value = self.nilai.get(besaran)
        return value.angka if value and value.sel.nilai_ada else None


_END_OF_PLAN = re.compile(r"\bakhir\b|\bjangka (?:menengah|panjang)\b|\b(?:5|lima) tahun")
MEASURED = (
    Peran.TARGET, Peran.REALISASI, Peran.CAPAIAN, Peran.PREDIKAT, Peran.DASAR, Peran.KEMAJUAN, Peran.KEMAJUAN_DASAR,
)  # fmt: skip


def read_values(tables: tuple[Tabel, ...], tahun: int | None) -> tuple[NilaiTabel, ...]:
    """Every value of an indicator in every table that has a column of indicators and one of values."""
    return tuple(v for t in tables for v in _table_values(t, tahun))


def read_rows(values: tuple[NilaiTabel, ...]) -> tuple[BarisPengukuran, ...]:
    """Values of one row and one year together; a target without year goes with the year of the report."""
    grouped: dict[tuple[int, int, int | None], dict[Peran, NilaiTabel]] = {}
    first: dict[tuple[int, int, int | None], NilaiTabel] = {}
    for value in values:
        if value.kolom.triwulan:
            continue
        key = (value.tabel.blok, value.baris.tempat.baris, value.tahun)
        grouped.setdefault(key, {}).setdefault(value.besaran, value)
        first.setdefault(key, value)
    return tuple(
        BarisPengukuran(v.indikator, v.tahun, v.tabel, v.baris, v.sumber, grouped[key], v.sasaran, v.satuan)
        for key, v in first.items()
    )


def _table_values(table: Tabel, tahun: int | None) -> Iterator[NilaiTabel]:
    named = table.of(Peran.INDIKATOR)
    measured = [k for k in table.kolom if k.peran in MEASURED and not k.rupiah]
    if not named or not measured or table.of(Peran.ANGGARAN, Peran.REALISASI_ANGGARAN):
        return
    source = source_of(table)
    yearly = next((k for k in table.kolom if k.teks.strip().lower() == "tahun"), None)
    name = goal = ""
    for row in table.rows(JenisBaris.ISI, JenisBaris.KELOMPOK):
        name = _last_text(row, named) or name
        goal = _last_text(row, table.of(Peran.SASARAN)) or goal
        unit = _last_text(row, table.of(Peran.SATUAN))
        if row.jenis is JenisBaris.KELOMPOK and _fills_row(row):
            continue  # the name of a group, in one cell over the whole row
        for column in measured:
            cell = row.sel[column.indeks]
            if name and cell.jenis is not JenisIsi.KOSONG:
                year = column.tahun or (_year_of(row, yearly) if yearly else _table_year(table) or tahun)
                what = Peran.TARGET_AKHIR if _is_end_target(column) else column.peran
                yield NilaiTabel(name, what, cell, column, row, table, source, year, goal, unit)


def _fills_row(row: BarisTabel) -> bool:
    """Whether every place behind the label is covered by its cell."""
    behind = [c for c in row.sel if c.teks.strip() and c.teks != row.nomor]
    return len(behind) > 2 and len({c.teks for c in behind}) == 1


def _is_end_target(column: Kolom) -> bool:
    """The target of a plan's end whose year the head does not say: it is none of the report year."""
    return column.peran is Peran.TARGET and column.tahun is None and bool(_END_OF_PLAN.search(column.teks.lower()))


def _year_of(row: BarisTabel, column: Kolom) -> int | None:
    """The year that a row stands for."""
    match = re.fullmatch(r"(?:19|20)\d{2}", clean(row.sel[column.indeks].teks))
    return int(match[0]) if match else None


def _last_text(row: BarisTabel, columns: tuple[Kolom, ...]) -> str:
    """The text of the rightmost filled column: tables of plans have one column of indicators for each level."""
    texts = [clean(row.sel[k.indeks].teks) for k in columns]
    return next((t for t in reversed(texts) if t and any(ch.isalpha() for ch in t)), "")


def _table_year(table: Tabel) -> int | None:
    found = re.findall(r"(?<!\d)(?:19|20)\d{2}(?!\d)", table.judul)
    return int(found[0]) if len(set(found)) == 1 else None


def source_of(table: Tabel) -> Sumber:
    """Which document a table speaks for: by its caption first, then by the headings above it."""
    years = {k.tahun for k in table.of(Peran.TARGET) if k.tahun}
    for text in (table.judul.lower(), table.bagian[-1].lower() if table.bagian else ""):
        if re.search(r"\b(pengukuran|capaian|realisasi|perbandingan)\b", text):
            return Sumber.PENGUKURAN
        if "perjanjian kinerja" in text:
            return Sumber.PERJANJIAN
        if re.search(r"\b(rencana strategis|renstra|rpjmd|tujuan dan sasaran)\b", text) or len(years) > 2:
            return Sumber.RENSTRA
    if table.of(Peran.REALISASI, Peran.CAPAIAN):
        return Sumber.PENGUKURAN
    return Sumber.RENSTRA if len(years) > 2 else Sumber.PERJANJIAN
