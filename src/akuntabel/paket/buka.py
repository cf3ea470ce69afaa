"""Open a package in either form."""

from __future__ import annotations

from pathlib import Path

from akuntabel.errors import BerkasError
from akuntabel.paket.folder import open_folder
from akuntabel.paket.opened import OpenedPaket


def open_paket(path: Path) -> OpenedPaket:
    """Read a package from a folder or a workbook.

    Raises BerkasError, one clear line, when the path is absent, is no package, is of a newer schema, or is hostile.
    """
    if path.is_dir():
        return open_folder(path)
    if not path.exists():
        raise BerkasError(str(path), "tidak ada", "tulis folder paket atau buku kerja .xlsx", "data/paket.xlsx")
    raise BerkasError(str(path), "bukan folder paket", "tulis folder paket")
