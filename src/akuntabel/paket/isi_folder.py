"""What stands in a folder of a package."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from akuntabel.errors import BerkasError

_MANY_FILES = 2_000


def visible(folder: Path) -> list[Path]:
    """The entries of a folder by name, without hidden ones. Raises BerkasError when it cannot be listed."""
    try:
        found_here = sorted(p for p in folder.iterdir() if not p.name.startswith((".", "~$")))
    except OSError as error:
        raise BerkasError(str(folder), "folder tidak dapat dibaca", "periksa izin foldernya") from error
    if len(found_here) > _MANY_FILES:
        raise BerkasError(str(folder), f"lebih dari {_MANY_FILES} berkas", "sisakan berkas paket saja")
    return found_here


def inside(folder: Path) -> Iterator[Path]:
    """The entries of a subfolder that may be missing; links that leave it are not followed."""
    if folder.is_dir():
        home = folder.resolve()
        yield from (p for p in visible(folder) if p.resolve().parent == home)
