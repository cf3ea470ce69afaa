"""RawCell and Sheet: the cells of a table as a file holds them, with their place and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from akuntabel.findings import Lokasi, Temuan

CellValue = str | Decimal | bool | date | None


class Masalah(StrEnum):
    """Why a cell's value cannot be taken as it stands."""

    FORMULA_TANPA_NILAI = "formula_tanpa_nilai"
    GALAT = "galat"


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell: its value, the text a person sees, and its place (`baris` and `kolom` count from 1).

    A CSV holds only text; a workbook holds numbers (exact, from their decimal text), dates and booleans as well.
    `persen` says that a workbook shows the number as a percentage, so that 0,0773 is read by people as 7,73 %.
    """

    value: CellValue
    text: str
    baris: int
    kolom: int
    persen: bool = False
    masalah: Masalah | None = None

    @property
    def blank(self) -> bool:
        """Holds nothing but white space, and nothing is wrong with it."""
        return self.masalah is None and (self.value is None or (isinstance(self.value, str) and not self.value.strip()))


Row = tuple[RawCell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of a file: non-empty rows, the first one being the heading, and what the reader noticed.

    Cells of a row stand in the order of their columns; blank cells at the end of a row may be missing.
    """

    nama: str
    berkas: str
    rows: tuple[Row, ...] = ()
    lembar: str | None = None
    temuan: tuple[Temuan, ...] = ()

    def lokasi(self, baris: int, kolom: int | None = None, nama_kolom: str | None = None) -> Lokasi:
        """The place of a row or cell of this sheet; a workbook's cell is named by its letter as well."""
        sel = f"{letters(kolom)}{baris}" if kolom and self.lembar else None
        return Lokasi(berkas=self.berkas, lembar=self.lembar, kolom=nama_kolom, baris=(baris,), sel=sel)

    def place(self, baris: int, nama_kolom: str | None = None) -> str:
        """The place as a message writes it: `realisasi.csv baris 14, kolom nilai`."""
        where = f"{self.berkas} lembar {self.lembar}" if self.lembar else self.berkas
        return f"{where} baris {baris}" + (f", kolom {nama_kolom}" if nama_kolom else "")


def letters(kolom: int) -> str:
    """The letters of a workbook's column, counted from 1: 1 is A, 27 is AA."""
    text = ""
    while kolom > 0:
        kolom, rest = divmod(kolom - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
