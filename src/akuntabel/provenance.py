"""Where a value stands: the cell of a sheet or the line of a CSV behind a cell of the package."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from akuntabel.domain.figure import CellRef
from akuntabel.findings import Lokasi


@dataclass(frozen=True, slots=True)
class RowPlace:
    """The place of a row. `kolom` maps column names to sheet letters and is empty for CSV.

    `judul` names the columns that the file has; it is empty where nobody knows.
    """

    berkas: str
    baris: int
    lembar: str | None = None
    kolom: Mapping[str, str] = field(default_factory=dict)
    judul: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SourceMap:
    """The place of every row by (table, key), and the tables some of whose rows or columns could not be read."""

    rows: Mapping[tuple[str, str], RowPlace] = field(default_factory=dict)
    tak_terbaca: frozenset[str] = frozenset()

    def locate(self, ref: CellRef) -> Lokasi:
        """The place of a cell; only the table's name where the row came from no file."""
        place = self.rows.get((ref.tabel, ref.kunci))
        if place is None:
            return Lokasi(tabel=ref.tabel, kolom=ref.kolom)
        letter = place.kolom.get(ref.kolom)
        return Lokasi(
            berkas=place.berkas,
            lembar=place.lembar,
            kolom=ref.kolom,
            baris=(place.baris,),
            sel=f"{letter}{place.baris}" if letter else None,
        )

    def has_column(self, ref: CellRef) -> bool:
        """Whether the file of a row has that column at all; true where nobody knows."""
        place = self.rows.get((ref.tabel, ref.kunci))
        return place is None or not place.judul or ref.kolom in place.judul

    def row(self, tabel: str, kunci: str) -> Lokasi:
        """The place of a row."""
        place = self.rows.get((tabel, kunci))
        if place is None:
            return Lokasi(tabel=tabel)
        return Lokasi(berkas=place.berkas, lembar=place.lembar, baris=(place.baris,))
