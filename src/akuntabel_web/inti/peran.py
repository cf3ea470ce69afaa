"""The permission matrix, read from peran.toml: roles x permissions, everything else is denied."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from uuid import UUID

UBAH = "paket.ubah."


@dataclass(frozen=True, slots=True)
class Peran:
    """A role: its title, what it may, and whether only for rows of its own unit."""

    kode: str
    judul: str
    izin: frozenset[str]
    batas_unit: bool


@dataclass(frozen=True, slots=True)
class Matriks:
    """All roles, and the groups of tables with their titles."""

    peran: dict[str, Peran]
    kelompok: dict[str, tuple[str, ...]]
    judul_kelompok: dict[str, str]

    def group_of(self, tabel: str) -> str:
        """The group of a table. Raises KeyError for a table that no group names."""
        return next((name for name, tables in self.kelompok.items() if tabel in tables), "") or _missing(tabel)

    def change_of(self, tabel: str) -> str:
        """The permission that changing a table needs."""
        return UBAH + self.group_of(tabel)


def _missing(tabel: str) -> str:
    raise KeyError(tabel)


@cache
def matrix() -> Matriks:
    """The matrix of this program. Raises when a permission names a group that is not there."""
    data = tomllib.loads(files(__package__).joinpath("peran.toml").read_text(encoding="utf-8"))
    groups = {name: tuple(tables) for name, tables in data["kelompok"].items()}
    roles = {
        kode: Peran(kode, isi["judul"], frozenset(isi["izin"]), isi.get("batas_unit", False))
        for kode, isi in data["peran"].items()
    }
    unknown = {i for r in roles.values() for i in r.izin if i.startswith(UBAH) and i.removeprefix(UBAH) not in groups}
    if unknown or groups.keys() != data["judul_kelompok"].keys():
        raise ValueError(f"peran.toml: {sorted(unknown)}")
    return Matriks(roles, groups, data["judul_kelompok"])


@dataclass(frozen=True, slots=True)
class Tugas:
    """One duty of a person in an agency: a role, and the unit that it is held to (None: the whole agency).

    `dari` is the person who gave it for a time, None for a duty of one's own.
    """

    peran: str
    unit: str | None = None
    dari: UUID | None = None


def allowed(tugas: Iterable[Tugas], izin: str) -> bool:
    """Whether some duty gives a permission, for some row at least."""
    return any(izin in matrix().peran[t.peran].izin for t in tugas if t.peran in matrix().peran)


def allowed_row(tugas: Iterable[Tugas], izin: str, unit: str | None) -> bool:
    """Whether some duty gives a permission for a row of that unit; a row of no unit is out of reach of a held role."""
    for duty in tugas:
        role = matrix().peran.get(duty.peran)
        if role and izin in role.izin and (not role.batas_unit or (unit is not None and unit == duty.unit)):
            return True
    return False
