"""The folder of the server's socket: only its owner may enter it, and its path is short enough for the system."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from pathlib import Path

from akuntabel.errors import BerkasError
from akuntabel_web.basisdata.alamat import PORT
from akuntabel_web.basisdata.letak import Letak, give

# sockaddr_un holds 108 bytes on Linux and 104 on macOS, with the closing zero.
LONGEST = 103
NAME = f".s.PGSQL.{PORT}"
PREFIX = "akuntabel-"
SHORT_PLACES = ("/tmp", "/run", "/var/tmp", "/dev/shm")


def fits(folder: Path) -> bool:
    """Whether a socket in this folder has a path that the system takes."""
    return len(os.fsencode(folder / NAME)) <= LONGEST


def make_socket_folder(letak: Letak, owner: tuple[int, int] | None) -> Path:
    """`soket` in the data folder; where that is too long, a new folder with a random name in a short place.

    The random one is made by `mkdtemp`: new, ours, 0700. A name that others can guess could be theirs already.
    """
    folder = letak.data / "soket"
    if fits(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
    else:
        folder = _make_short()
    give(folder, owner)
    _check_private(folder, owner)
    return folder


def _make_short() -> Path:
    for place in (tempfile.gettempdir(), *SHORT_PLACES):
        if os.access(place, os.W_OK | os.X_OK) and fits(Path(place) / f"{PREFIX}12345678"):
            return Path(tempfile.mkdtemp(prefix=PREFIX, dir=place))
    raise BerkasError(
        tempfile.gettempdir(), "terlalu panjang untuk soket", "diharapkan folder sementara dengan nama pendek (TMPDIR)"
    )


def _check_private(folder: Path, owner: tuple[int, int] | None) -> None:
    found = folder.lstat()
    expected = owner[0] if owner else os.geteuid()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != expected or found.st_mode & 0o077:
        raise BerkasError(str(folder), "dapat dimasuki pengguna lain", "diharapkan folder soket bermode 0700")


def remove_socket_folder(folder: Path, letak: Letak) -> None:
    """Take away a short folder that we made; the one in the data folder stays."""
    if folder.parent != letak.data and folder.name.startswith(PREFIX):
        shutil.rmtree(folder, ignore_errors=True)
