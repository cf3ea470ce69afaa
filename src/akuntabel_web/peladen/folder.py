"""Where the data lie when nobody says so: the place that each system has for it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from akuntabel.errors import PanggilanError

NAME = "akuntabel"
VARIABLE = "AKUNTABEL_DATA"


def default_folder(environment: Mapping[str, str], *, root: bool) -> Path:
    """AKUNTABEL_DATA, else the folder of the system: of the machine for root, of the user for others."""
    if named := environment.get(VARIABLE):
        return Path(named)
    if root:  # not below root's own folder: the database runs as somebody else
        return Path("/var/lib") / NAME
    if sys.platform == "win32":
        return _below(environment, "LOCALAPPDATA")
    if sys.platform == "darwin":
        return _below(environment, "HOME", "Library", "Application Support")
    if environment.get("XDG_DATA_HOME"):
        return _below(environment, "XDG_DATA_HOME")
    return _below(environment, "HOME", ".local", "share")


def _below(environment: Mapping[str, str], variable: str, *parts: str) -> Path:
    base = environment.get(variable)
    if not base:
        raise PanggilanError("Folder data tidak diketahui; sebutkan dengan --data.")
    return Path(base).joinpath(*parts, NAME)
