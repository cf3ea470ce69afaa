"""Passwords of the database roles: random, one file each, readable by the owner of the data folder only."""

from __future__ import annotations

import secrets
from pathlib import Path

from akuntabel_web.basisdata.letak import Letak, make_private_folder, owner_of, write_private
from akuntabel_web.basisdata.peran import Peran

BYTES = 32


def password_file(letak: Letak, peran: Peran) -> Path:
    """Where the password of a role stands."""
    return letak.rahasia / f"sandi-{peran.name.lower()}"


def ensure_passwords(letak: Letak) -> dict[Peran, str]:
    """The passwords of all roles; a missing one is drawn. What is there is never replaced: the cluster knows it."""
    owner = owner_of(letak.data)
    make_private_folder(letak.rahasia, owner)
    for peran in Peran:
        path = password_file(letak, peran)
        if not path.exists():
            write_private(path, secrets.token_urlsafe(BYTES), owner)
    return read_passwords(letak)


def read_passwords(letak: Letak) -> dict[Peran, str]:
    """The passwords as they stand in the files."""
    return {peran: password_file(letak, peran).read_text(encoding="utf-8").strip() for peran in Peran}
