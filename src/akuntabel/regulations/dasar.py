"""Regulations, how certain a fact of them is, and how they are cited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from pydantic import ConfigDict

BELUM_DIPERIKSA = "belum diperiksa pada naskah asli"


class Kepastian(StrEnum):
    """How a fact is known: seen in public text, remembered, or practice without a rule behind it."""

    TERVERIFIKASI = "terverifikasi"
    INGATAN_TINGGI = "ingatan:tinggi"
    INGATAN_SEDANG = "ingatan:sedang"
    INGATAN_RENDAH = "ingatan:rendah"
    PRAKTIK = "praktik"


@dataclass(frozen=True, slots=True, kw_only=True)
class JenisRegulasi:
    """A kind of regulation with its full and its short name."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    kode: str
    nama: str
    singkatan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Regulasi:
    """A regulation. `nomor` may hold its year already ('XI/MPR/1998'); `dicabut_oleh` is the code of its successor.

    `ejaan_lain` are other spellings of the title that official lists use.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    kode: str
    jenis: JenisRegulasi
    nomor: str
    tahun: int
    judul: str
    subjek: tuple[str, ...]
    kepastian: Kepastian
    singkat: str | None = None
    berlaku_sejak: date | None = None
    berlaku_sampai: date | None = None
    dicabut_oleh: str | None = None
    catatan: str = ""
    ejaan_lain: tuple[str, ...] = ()

    @property
    def is_revoked(self) -> bool:
        """Whether another regulation has taken its place."""
        return self.dicabut_oleh is not None

    def label(self, *, long: bool = False) -> str:
        """The citation with the mark of an unchecked fact, where it is one."""
        return _marked(cite(self, long=long), self.kepastian)


def cite(regulasi: Regulasi, *, long: bool = False) -> str:
    """'PermenPANRB 53/2014', or long 'Peraturan Menteri PANRB Nomor 53 Tahun 2014 tentang ...'."""
    numbered_by_year = str(regulasi.tahun) in regulasi.nomor
    if long:
        year = "" if numbered_by_year else f" Tahun {regulasi.tahun}"
        return f"{regulasi.jenis.nama} Nomor {regulasi.nomor}{year} tentang {regulasi.judul}"
    if regulasi.singkat:
        return regulasi.singkat
    year = "" if numbered_by_year else f"/{regulasi.tahun}"
    return f"{regulasi.jenis.singkatan} {regulasi.nomor}{year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dasar:
    """What an entry rests on: a regulation with the part that says it, or else a named source of practice."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    kepastian: Kepastian
    regulasi: Regulasi | None = None
    bagian: str = ""
    sumber: str = ""

    def __post_init__(self) -> None:
        if (self.regulasi is None) != bool(self.sumber):
            raise ValueError("dasar menyebut regulasi atau sumber, tidak keduanya")

    def label(self, *, long: bool = False) -> str:
        """The citation as it is printed; what was not checked against the text of a regulation says so."""
        if self.regulasi is None:
            return self.sumber if self.kepastian is Kepastian.PRAKTIK else _marked(self.sumber, self.kepastian)
        text = cite(self.regulasi, long=long)
        return _marked(f"{text}, {self.bagian}" if self.bagian else text, self.kepastian)


def _marked(text: str, kepastian: Kepastian) -> str:
    return text if kepastian is Kepastian.TERVERIFIKASI else f"{text} ({BELUM_DIPERIKSA})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entri:
    """What every dated fact has: code, name, citation, first and last day in force (None: open), a note."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    kode: str
    nama: str
    dasar: Dasar
    berlaku_sejak: date | None = None
    berlaku_sampai: date | None = None
    catatan: str = ""

    @property
    def kepastian(self) -> Kepastian:
        """How certain the entry is."""
        return self.dasar.kepastian

    def is_in_force(self, on: date) -> bool:
        """Whether the entry holds on a day."""
        return (self.berlaku_sejak or date.min) <= on <= (self.berlaku_sampai or date.max)
