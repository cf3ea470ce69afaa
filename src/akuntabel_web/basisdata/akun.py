"""As which user the server runs: PostgreSQL refuses root, so root hands it to somebody else."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from akuntabel.errors import BerkasError
from akuntabel_web.basisdata.biner import program, version_of
from akuntabel_web.basisdata.letak import POSIX, Letak

# Users without a login that a system may have; `nobody` is not among them, because others run things as nobody.
SYSTEM_USERS = ("akuntabel", "postgres", "daemon")


@dataclass(frozen=True, slots=True)
class Akun:
    """A user of this machine."""

    nama: str
    uid: int
    gid: int

    @property
    def pemilik(self) -> tuple[int, int]:
        """As `os.chown` wants it."""
        return self.uid, self.gid

    def popen(self) -> dict[str, Any]:
        """What `subprocess` needs to start a program as this user, without root's groups."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def is_root() -> bool:
    """Whether this process is root (never on Windows)."""
    return POSIX and os.geteuid() == 0


def choose_account(folder: Path) -> Akun | None:
    """Nobody else unless we are root; then the owner of the data folder, or a system user where that is root too."""
    if not is_root():
        return None
    import pwd  # noqa: PLC0415 (not on Windows)

    if folder.exists() and folder.stat().st_uid != 0:
        found = folder.stat()
        try:
            name = pwd.getpwuid(found.st_uid).pw_name
        except KeyError:
            raise BerkasError(
                str(folder),
                f"pemiliknya, nomor {found.st_uid}, bukan pengguna mesin ini",
                "diharapkan pengguna yang ada",
            ) from None
        return Akun(name, found.st_uid, found.st_gid)
    for name in SYSTEM_USERS:
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return Akun(name, user.pw_uid, user.pw_gid)
    raise BerkasError(
        "root", "PostgreSQL menolak dijalankan root", f"diharapkan salah satu pengguna {', '.join(SYSTEM_USERS)} ada"
    )


def as_account(account: Akun | None) -> dict[str, Any]:
    """The part of a `subprocess` call that changes the user."""
    return account.popen() if account else {}


def reachable_binaries(folder: Path, letak: Letak, account: Akun | None) -> Path:
    """Binaries that the account can run: those found, or a copy in the data folder where root hides them."""
    if account is None or _runs(folder, account):
        return folder
    package = folder.parents[1]
    copy = letak.data / f"program-{version_of(folder)}"
    if not copy.exists():
        beside = letak.data / f"{copy.name}.{os.getpid()}"
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir(mode=0o755)
        for part in _installation(folder):
            shutil.copytree(package.parent / part, beside / part, symlinks=True)
        beside.rename(copy)
    return copy / folder.relative_to(package.parent)


def _installation(folder: Path) -> list[Path]:
    """What the programs need, below the folder of their package: a wheel keeps its shared libraries beside itself."""
    package = folder.parents[1]
    libraries = Path(f"{package.name}.libs")
    own = [folder.parent.relative_to(package.parent) / part for part in ("bin", "lib", "share")]
    return [*own, *([libraries] if (package.parent / libraries).is_dir() else [])]


def check_passable(folder: Path, account: Akun | None) -> None:
    """Refuse a data folder that the account cannot get to, such as one below root's own."""
    if account is None:
        return
    for step in (*reversed(folder.parents), folder):
        if not _may_pass(step.stat(), account):
            raise BerkasError(
                str(folder),
                f"tidak dapat dicapai pengguna {account.nama}, yang menjalankan PostgreSQL ({step} tertutup)",
                "diharapkan folder data di luar folder pribadi root",
                "--data /var/lib/akuntabel",
            )


def _may_pass(found: os.stat_result, account: Akun) -> bool:
    if found.st_uid == account.uid:
        return bool(found.st_mode & stat.S_IXUSR)
    return bool(found.st_mode & (stat.S_IXGRP if found.st_gid == account.gid else stat.S_IXOTH))


def _runs(folder: Path, account: Akun) -> bool:
    try:
        for name in ("postgres", "initdb"):  # the one with the least and the one with the most shared libraries
            command = [str(program(folder, name)), "--version"]
            subprocess.run(command, capture_output=True, check=True, cwd="/", **account.popen())
    except (OSError, subprocess.CalledProcessError):
        return False
    return True
