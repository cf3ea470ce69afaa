"""Vehicles of the tables of assets: plate, engine, chassis, year, tax."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from akuntabel.bahasa.tanggal import parse_tanggal
from akuntabel.facts.angka import JenisIsi
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel

_COLUMNS = {
    "polisi": re.compile(r"polisi|nopol|plat(?!form)|no\.?pol"),
    "mesin": re.compile(r"(?:no|nomor)\.?mesin"),
    "rangka": re.compile(r"(?:no|nomor)\.?rangka|chass?is"),
    "tahun": re.compile(r"tahun(?:pembuatan|perolehan|buat)|thn"),
    "pajak": re.compile(r"pajak|stnk"),
    "merek": re.compile(r"mer[ek]k?(?:/|$|\W)|mer[ek]k?tipe|tipe|type|jenis(?:barang|kendaraan)"),
}
_NUMBERS = {"polisi", "mesin", "rangka"}
_DAY = re.compile(r"(\d{1,2})\s+([A-Za-z][A-Za-z ]+?)\s+(\d{4})")  # a narrow column breaks "Desembe r"
_YEAR = re.compile(r"(?:19|20)\d{2}")


@dataclass(frozen=True, slots=True)
class Kendaraan:
    """A vehicle: its row and the cells of its numbers, where the table has such columns."""

    tabel: Tabel
    baris: BarisTabel
    polisi: Sel | None = None
    mesin: Sel | None = None
    rangka: Sel | None = None
    pajak: Sel | None = None
    merek: str = ""
    tahun: int | None = None

    @property
    def tanggal_pajak(self) -> date | None:
        """The day in the column of taxes."""
        match = _DAY.search(self.pajak.teks) if self.pajak else None
        return parse_tanggal(f"{match[1]} {''.join(match[2].split())} {match[3]}") if match else self._numeric()

    def _numeric(self) -> date | None:
        return parse_tanggal(self.pajak.teks.strip(" '`")) if self.pajak else None


def read_vehicles(tables: tuple[Tabel, ...]) -> tuple[Kendaraan, ...]:
    """The vehicles of every table that has a column of chassis, engine or plate numbers."""
    return tuple(v for table in tables for v in _vehicles(table))


def _vehicles(table: Tabel) -> Iterator[Kendaraan]:
    """Rows under a head that names plate, engine or chassis; a head may stand again within the table."""
    at = _columns((k.indeks, k.teks) for k in table.kolom)
    for row in table.baris:
        again = _columns((c.kolom, c.teks) for c in row.sel if c.jenis is JenisIsi.TEKS)
        if len(_NUMBERS & again.keys()) > 1:
            at = again
        elif row.jenis is JenisBaris.ISI and (vehicle := _vehicle(table, row, at)):
            yield vehicle


def _columns(heads: Iterable[tuple[int, str]]) -> dict[str, int]:
    """The column of each number by its head; narrow columns break words, so spaces do not count."""
    listed = [(column, "".join(text.lower().split())) for column, text in heads]
    return {name: c for name, pattern in reversed(_COLUMNS.items()) for c, text in listed if pattern.search(text)}


def _vehicle(table: Tabel, row: BarisTabel, at: dict[str, int]) -> Kendaraan | None:
    cells = {name: row.sel[column] for name, column in at.items() if row.sel[column].teks}
    if not _NUMBERS & cells.keys():
        return None
    year = _YEAR.fullmatch(cells["tahun"].teks) if "tahun" in cells else None
    return Kendaraan(
        tabel=table,
        baris=row,
        polisi=cells.get("polisi"),
        mesin=cells.get("mesin"),
        rangka=cells.get("rangka"),
        pajak=cells.get("pajak"),
        merek=cells["merek"].teks if "merek" in cells else "",
        tahun=int(year[0]) if year else None,
    )
