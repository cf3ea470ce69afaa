"""The transition table of agreements, read from langkah.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Langkah:
    """A step: from which states to which, who may, and what it asks for."""

    kode: str
    judul: str
    dari: tuple[str, ...]
    ke: str
    izin: str
    bukan_penulis: bool = False
    lengkap: bool = False
    bukti: bool = False


@dataclass(frozen=True, slots=True)
class Tabel:
    """All states with their titles, why a state locks, all steps."""

    awal: str
    judul: dict[str, str]
    terkunci: dict[str, str]
    langkah: dict[str, Langkah]

    def from_state(self, keadaan: str) -> list[Langkah]:
        """The steps that leave a state."""
        return [one for one in self.langkah.values() if keadaan in one.dari]


@cache
def table() -> Tabel:
    """The table of this program. Raises ValueError for a step between states that are not there."""
    data = tomllib.loads(files(__package__).joinpath("langkah.toml").read_text(encoding="utf-8"))
    states = data["keadaan"]
    steps = {one["kode"]: Langkah(**one | {"dari": tuple(one["dari"])}) for one in data["langkah"]}
    unknown = {s for one in steps.values() for s in (*one.dari, one.ke)} - states.keys()
    if unknown or data["awal"] not in states:
        raise ValueError(f"langkah.toml: {sorted(unknown)}")
    locked = {kode: isi["terkunci"] for kode, isi in states.items() if "terkunci" in isi}
    return Tabel(data["awal"], {kode: isi["judul"] for kode, isi in states.items()}, locked, steps)
