"""What a workbook shall hold, before it is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from akuntabel.domain.kolom import JenisKolom

Isi = str | int | Decimal | bool | date | None


@dataclass(frozen=True, slots=True)
class KolomLembar:
    """A column to fill. `acuan` names the sheets whose codes it may hold, `pilihan` its closed list."""

    nama: str
    jenis: JenisKolom
    wajib: bool
    petunjuk: str
    contoh: str
    pilihan: tuple[str, ...] = ()
    acuan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hitung:
    """A locked column that the workbook computes for the eye.

    `formula` names columns in braces; the cell stays blank while one of `perlu` is blank. `nilai`
    are the results of the rows that are there, so that programs that do not compute show them too.
    """

    judul: str
    formula: str
    perlu: tuple[str, ...]
    desimal: int
    nilai: tuple[Decimal | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Lembar:
    """A sheet: its columns, rows in their order, computed columns, and the example row of a template."""

    nama: str
    judul: str
    kolom: tuple[KolomLembar, ...]
    rows: tuple[tuple[Isi, ...], ...] = ()
    hitung: tuple[Hitung, ...] = ()
    contoh: tuple[Isi, ...] = ()

    @property
    def first(self) -> int:
        """The first row for data, from 1: below the heading and the example."""
        return 3 if self.contoh else 2


@dataclass(frozen=True, slots=True)
class PetunjukTabel:
    """A line of the guide: group, sheet, title, what it is for."""

    kelompok: str
    lembar: str
    judul: str
    guna: str


@dataclass(frozen=True, slots=True)
class Petunjuk:
    """The first sheet: title, numbered steps, how to write what, and what each sheet is for."""

    judul: str
    langkah: tuple[str, ...]
    aturan: tuple[tuple[str, str], ...]
    tabel: tuple[PetunjukTabel, ...]
