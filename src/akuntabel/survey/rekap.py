"""Partial sums: what one file, region or engine counted. They add, in any order, to those of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from akuntabel.errors import BerkasError
from akuntabel.survey.cacah import Cacah, total_of


class Kunci(NamedTuple):
    """A group of answers: agency, unit, service, period as they stand in the data; empty where no column says it."""

    instansi: str = ""
    unit: str = ""
    layanan: str = ""
    periode: str = ""


@dataclass(frozen=True, slots=True)
class Isi:
    """The sheets of a group: all, those with a valid answer, those with one to everything; counts by unsur.

    `total` and `total_kuadrat` are the sum and the sum of squares, over complete sheets, of a sheet's scores together.
    """

    lembar: int = 0
    berisi: int = 0
    lengkap: int = 0
    total: int = 0
    total_kuadrat: int = 0
    unsur: Mapping[str, Cacah] = field(default_factory=dict)

    def __add__(self, other: Isi) -> Isi:
        return sum_of((self, other))


@dataclass(frozen=True, slots=True)
class BerkasDihitung:
    """A file that was counted: its name, what tells its content, its rows, sheets left out as double, and the sheets
    whose day could not be read: they count, but in no period."""

    nama: str
    sidik: str
    baris: int
    ganda_sama: int = 0
    ganda_beda: int = 0
    hari_tak_terbaca: int = 0


Profil = Mapping[tuple[Kunci, str, str], int]  # (group, trait, value) -> sheets


@dataclass(frozen=True, slots=True)
class Rekap:
    """Counts of all groups under one guide. `lembar_utuh`: only sheets with a valid answer to everything count."""

    pedoman: str
    kelompok: Mapping[Kunci, Isi]
    berkas: tuple[BerkasDihitung, ...] = ()
    profil: Profil = field(default_factory=dict)
    lembar_utuh: bool = False

    @property
    def seluruhnya(self) -> Isi:
        """All groups together."""
        return sum_of(self.kelompok.values())


def sum_of(parts: Iterable[Isi]) -> Isi:
    """The counts of several groups together; of none, zeros."""
    listed = list(parts)
    if len(listed) == 1:
        return listed[0]
    codes = dict.fromkeys(u for i in listed for u in i.unsur)
    return Isi(
        sum(i.lembar for i in listed),
        sum(i.berisi for i in listed),
        sum(i.lengkap for i in listed),
        sum(i.total for i in listed),
        sum(i.total_kuadrat for i in listed),
        {u: total_of(i.unsur[u] for i in listed if u in i.unsur) for u in codes},
    )


def gabung(parts: Iterable[Rekap]) -> Rekap:
    """Partial sums of several files or regions as one. Raises BerkasError where they do not fit, or overlap."""
    listed = list(parts)
    first = listed[0]
    groups: dict[Kunci, list[Isi]] = {}
    traits: dict[tuple[Kunci, str, str], int] = {}
    files: dict[str, BerkasDihitung] = {}
    for part in listed:
        if (part.pedoman, part.lembar_utuh) != (first.pedoman, first.lembar_utuh):
            raise BerkasError(
                _names(part), "pedoman atau aturan lembarnya lain", f"hitung ulang seperti {_names(first)}"
            )
        for one in part.berkas:
            if one.sidik in files:
                before = files[one.sidik].nama
                raise BerkasError(one.nama, f"isinya sudah dihitung sebagai {before}", "berikan satu kali")
            files[one.sidik] = one
        for key, content in part.kelompok.items():
            groups.setdefault(key, []).append(content)
        for trait, n in part.profil.items():
            traits[trait] = traits.get(trait, 0) + n
    ordered = {k: sum_of(groups[k]) for k in sorted(groups)}
    return Rekap(
        first.pedoman, ordered, tuple(sorted(files.values(), key=lambda f: (f.nama, f.sidik))),
        {k: traits[k] for k in sorted(traits)}, first.lembar_utuh,
    )  # fmt: skip


def _names(part: Rekap) -> str:
    return ", ".join(f.nama for f in part.berkas) or "rekap"
