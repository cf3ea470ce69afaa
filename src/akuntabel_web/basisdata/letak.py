"""What lies where in a data folder, and how our own files and folders are made there."""

from __future__ import annotations

import os
import secrets
import shutil
import stat
import time
from dataclasses import dataclass
from pathlib import Path

from akuntabel.errors import BerkasError

POSIX = os.name == "posix"
LONGEST_TIDYING = 20.0


@dataclass(frozen=True, slots=True)
class Letak:
    """A data folder. Everything in it is ours; nothing above it is touched."""

    data: Path

    @property
    def basisdata(self) -> Path:
        """The cluster itself, what PostgreSQL calls PGDATA."""
        return self.data / "basisdata"

    @property
    def rahasia(self) -> Path:
        """Passwords of the roles, one file each."""
        return self.data / "rahasia"

    @property
    def berkas(self) -> Path:
        """What people uploaded and what was made for them, named by content."""
        return self.data / "berkas"

    @property
    def catatan(self) -> Path:
        """Logs."""
        return self.data / "catatan"

    @property
    def kunci(self) -> Path:
        """The file that one supervisor holds locked."""
        return self.data / "kunci"


def open_data_folder(folder: Path, owner: tuple[int, int] | None = None) -> Letak:
    """Make the data folder where it is missing, or refuse one that others may write.

    A folder that is there keeps its modes and its owner; only what we make is ours (0700). `owner` is who gets a
    folder that root makes.
    """
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 (resolve would follow a link that somebody may change)
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700)
        if owner is not None:
            os.chown(folder, *owner)
    if not folder.is_dir():
        raise BerkasError(str(folder), "bukan folder", "diharapkan folder data")
    if POSIX and folder.stat().st_mode & stat.S_IWOTH:
        raise BerkasError(
            str(folder),
            "dapat ditulisi semua pengguna mesin ini",
            "diharapkan folder yang hanya pemiliknya dapat menulis",
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        raise BerkasError(str(folder), "tidak dapat ditulisi", "diharapkan folder milik pengguna yang menjalankan")
    return Letak(folder)


def make_private_folder(folder: Path, owner: tuple[int, int] | None = None) -> Path:
    """A folder of ours with mode 0700, whatever the umask."""
    if not folder.exists():
        folder.mkdir(mode=0o700)
        give(folder, owner)
    return folder


def make_new_folder(parent: Path, prefix: str) -> Path:
    """A new folder whose name nobody has used: what a killed run left at work cannot write into it."""
    folder = parent / f"{prefix}{secrets.token_hex(4)}"
    folder.mkdir(mode=0o700)
    return folder


def remove_tree(folder: Path) -> None:
    """Take a folder away although a program that was left in it may still be ending, and tidying up itself."""
    deadline = time.monotonic() + LONGEST_TIDYING
    while folder.exists() and time.monotonic() < deadline:
        shutil.rmtree(folder, ignore_errors=True)
        if folder.exists():
            time.sleep(0.05)


def write_private(path: Path, text: str, owner: tuple[int, int] | None = None) -> None:
    """A file that only its owner reads, complete or not there: written beside and renamed."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    beside.unlink(missing_ok=True)
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    give(beside, owner)
    beside.replace(path)


def give(path: Path, owner: tuple[int, int] | None) -> None:
    """Hand over what root made. Without root everything is the starter's already."""
    if owner is not None and POSIX and os.geteuid() == 0:
        os.chown(path, *owner)


def owner_of(folder: Path) -> tuple[int, int] | None:
    """Who owns a folder; what we make in it belongs to him."""
    if not POSIX:
        return None
    found = folder.stat()
    return found.st_uid, found.st_gid
