"""Open a package in either form."""

from __future__ import annotations

from pathlib import Path

from akuntabel.errors import BerkasError
from akuntabel.paket.folder import open_folder
from akuntabel.paket.migrasi import migrate
from akuntabel.paket.opened import OpenedPaket

_SUFFIXES = (".xlsx", ".xlsm")


def open_paket(path: Path) -> OpenedPaket:
    """Read a package from a folder or a workbook, brought to the schema of this program.

    Raises BerkasError, one clear line, when the path is absent, is no package, is of a newer schema, or is hostile.
    """
    return migrate(open_folder(path) if path.is_dir() else _open_file(path))


def _open_file(path: Path) -> OpenedPaket:
    if not path.exists():
        raise BerkasError(str(path), "tidak ada", "tulis folder paket atau buku kerja", "data/paket.xlsx")
    if path.suffix.lower() == ".csv":
        raise BerkasError(path.name, "satu tabel saja", "tulis folder yang berisi semua tabelnya")
    if path.suffix.lower() not in _SUFFIXES:
        raise BerkasError(path.name, "bukan folder paket atau buku kerja", "tulis berkas .xlsx")
    from akuntabel.paket.buku import open_workbook  # noqa: PLC0415  loads an XML library that a folder does not need

    return open_workbook(path)
