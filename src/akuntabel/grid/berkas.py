"""Reading the bytes of a file that people hand in, within the limits."""

from __future__ import annotations

from pathlib import Path

from akuntabel.errors import BerkasError
from akuntabel.grid.batas import BAKU, Batas, check_size


def read_bytes(path: Path, where: str, batas: Batas = BAKU) -> bytes:
    """The bytes of a file. `where` is its name in messages. Raises BerkasError when unreadable, empty or too large."""
    try:
        if not path.is_file():
            raise BerkasError(where, "berkas tidak ada", "periksa nama dan foldernya")
        check_size(where, path.stat().st_size, batas)
        return path.read_bytes()
    except OSError as error:
        raise BerkasError(where, "berkas tidak dapat dibaca", "periksa izin berkasnya") from error
