"""Partial sums: what one file, region or engine counted. They add, in any order, to those of the whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from akuntabel.errors import BerkasError
from akuntabel.survey.cacah import Cacah, total_of


def sama(name: str) -> str:
    """What two spellings of one name share: 'KTP ' and 'ktp' are one service."""
    return " ".join(name.split()).casefold()


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
    whose day could not be read (with one such day): they count, but in no period."""

    nama: str
    sidik: str
    baris: int
    ganda_sama: int = 0
    ganda_beda: int = 0
    hari_tak_terbaca: int = 0
    contoh_hari: str = ""


_KODE = re.compile(r"\d{4}-(tw|sm|bl)\d{1,2}")  # periods that were made from days
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
    def ejaan(self) -> dict[str, list[str]]:
        """The spellings of each name and period, by what they share; the first of them is shown."""
        found: dict[str, set[str]] = {}
        for key in self.kelompok:
            for name in key:
                found.setdefault(sama(name), set()).add(name)
        return {shared: sorted(spellings) for shared, spellings in found.items()}

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
    _refuse_mixed(listed)
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


_JENIS = {"tw": "triwulan", "sm": "semester", "bl": "bulan"}


def _refuse_mixed(parts: Sequence[Rekap]) -> None:
    """Raises BerkasError where one part counts by month and another by quarter: their year would hold both."""
    found: dict[str, Rekap] = {}
    for part in parts:
        for key in part.kelompok:
            if match := _KODE.fullmatch(key.periode):
                found.setdefault(match[1], part)
    if len(found) > 1:
        kinds = " dan ".join(_JENIS[k] for k in found)
        last = list(found.values())[-1]
        raise BerkasError(_names(last), f"periodenya bercampur: {kinds}", "hitung ulang dengan --periode yang sama")


def _names(part: Rekap) -> str:
    return ", ".join(f.nama for f in part.berkas) or "rekap"
