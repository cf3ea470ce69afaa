"""Vehicles of the tables of assets: plate, engine, chassis, year, tax."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from akuntabel.bahasa.tanggal import parse_tanggal
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel

_COLUMNS = {
    "polisi": re.compile(r"polisi|nopol|plat\b|no\.? ?pol", re.IGNORECASE),
    "mesin": re.compile(r"(?:no\w*\.?|nomor) ?mesin", re.IGNORECASE),
    "rangka": re.compile(r"(?:no\w*\.?|nomor) ?rangka|chasis|chassis", re.IGNORECASE),
    "tahun": re.compile(r"tahun (?:pembuatan|perolehan|buat)|thn", re.IGNORECASE),
    "pajak": re.compile(r"pajak|stnk|berlaku", re.IGNORECASE),
    "merek": re.compile(r"mer[ek]k?|tipe|type|jenis (?:barang|kendaraan)", re.IGNORECASE),
}
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
        return parse_tanggal(self.pajak.teks.strip(" '`")) if self.pajak else None


def read_vehicles(tables: tuple[Tabel, ...]) -> tuple[Kendaraan, ...]:
    """The vehicles of every table that has a column of chassis, engine or plate numbers."""
    return tuple(v for table in tables for v in _vehicles(table))


def _vehicles(table: Tabel) -> Iterator[Kendaraan]:
    at = {name: k.indeks for name, pattern in reversed(_COLUMNS.items()) for k in table.kolom if pattern.search(k.teks)}
    if not {"polisi", "mesin", "rangka"} & at.keys():
        return
    for row in table.rows(JenisBaris.ISI):
        cells = {name: row.sel[column] for name, column in at.items() if row.sel[column].teks}
        if not {"polisi", "mesin", "rangka"} & cells.keys():
            continue
        year = _YEAR.fullmatch(cells["tahun"].teks) if "tahun" in cells else None
        yield Kendaraan(
            tabel=table,
            baris=row,
            polisi=cells.get("polisi"),
            mesin=cells.get("mesin"),
            rangka=cells.get("rangka"),
            pajak=cells.get("pajak"),
            merek=cells["merek"].teks if "merek" in cells else "",
            tahun=int(year[0]) if year else None,
        )
