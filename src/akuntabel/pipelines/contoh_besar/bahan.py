"""Who the agencies of the large example are, and how their numbers are drawn: from a seed, the same on each machine."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Undian:
    """Numbers from a seed and a name. No order of drawing: one agency's numbers do not depend on another's."""

    benih: int

    def draw(self, low: int, high: int, *nama: object) -> int:
        """A whole number from low to high, both included; the same for the same names."""
        text = "|".join(map(str, (self.benih, *nama)))
        return low + int.from_bytes(blake2b(text.encode(), digest_size=6).digest()) % (high - low + 1)

    def pick(self, choices: Sequence[str], *nama: object) -> str:
        """One of several texts."""
        return choices[self.draw(0, len(choices) - 1, *nama)]


@dataclass(frozen=True, slots=True)
class Objek:
    """What a subkegiatan counts, and its unit."""

    nama: str
    satuan: str


@dataclass(frozen=True, slots=True)
class Bidang:
    """A unit of an agency: its name, what it looks after, what is counted there."""

    nama: str
    pokok: str
    objek: tuple[Objek, ...]


@dataclass(frozen=True, slots=True)
class Penunjang:
    """A kegiatan that every agency has; of each subkegiatan its name and what is counted."""

    nama: str
    sub: tuple[tuple[str, Objek], ...]


@dataclass(frozen=True, slots=True)
class Dinas:
    """An agency: who it is and what it looks after."""

    kode: str
    nama: str
    kepala: str
    jenis: str
    nomenklatur: str
    urusan: str
    bidang: tuple[Bidang, ...]


@cache
def data() -> Mapping[str, Any]:
    """The list as it stands in the file."""
    return tomllib.loads(files("akuntabel.pipelines.contoh_besar").joinpath("daftar.toml").read_text(encoding="utf-8"))


@cache
def penunjang() -> tuple[Penunjang, ...]:
    """The kegiatan of the programme that supports every agency."""
    return tuple(Penunjang(p["nama"], tuple(_sub(s) for s in p["sub"])) for p in data()["penunjang"])


def _sub(text: str) -> tuple[str, Objek]:
    nama, _, objek = text.partition("|")
    return nama, _objek(objek)


def _objek(text: str) -> Objek:
    nama, _, satuan = text.partition("|")
    return Objek(nama, satuan)


@cache
def dinas_list() -> tuple[Dinas, ...]:
    """Every agency of the city."""
    return tuple(dinas for jenis in data()["jenis"] for dinas in _of_kind(jenis))


def _of_kind(jenis: Mapping[str, Any]) -> list[Dinas]:
    """One agency, or one for each place."""
    bidang = tuple(Bidang(nama, pokok, tuple(map(_objek, objek))) for nama, pokok, objek in jenis["bidang"])
    return [
        Dinas(
            jenis["kode"] + (f"-{tempat.replace(' ', '-').upper()}" if tempat else ""),
            jenis["nama"].format(tempat),
            jenis["kepala"].format(tempat),
            jenis.get("bentuk", "opd"),
            jenis["nomenklatur"],
            jenis["urusan"],
            bidang,
        )
        for tempat in jenis.get("nama_tempat", [""])
    ]
