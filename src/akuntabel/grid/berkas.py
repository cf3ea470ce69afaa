"""Reading the bytes of a file that people hand in, within the limits."""

from __future__ import annotations

import re
from pathlib import Path

from akuntabel.errors import BerkasError
from akuntabel.grid.batas import BAKU, Batas, check_size

_STEM = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}")


def is_file_stem(text: str) -> bool:
    """A name that is a file's name without suffix on every system: letters, digits, `_`, `-`, dots inside."""
    return _STEM.fullmatch(text) is not None


def read_bytes(path: Path, where: str, batas: Batas = BAKU) -> bytes:
    """The bytes of a file. `where` is its name in messages. Raises BerkasError when unreadable, empty or too large."""
    try:
        if not path.is_file():
            raise BerkasError(where, "berkas tidak ada", "periksa nama dan foldernya")
        check_size(where, path.stat().st_size, batas)
        return path.read_bytes()
    except OSError as error:
        raise BerkasError(where, "berkas tidak dapat dibaca", "periksa izin berkasnya") from error
