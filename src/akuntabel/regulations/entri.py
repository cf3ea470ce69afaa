"""Dated facts beside the scales: survey guides, AKIP weights, report parts, deadlines, ranks, nomenclature, presets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar

from pydantic import ConfigDict

from akuntabel.regulations.dasar import Entri

_STRICT = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsurSkm:
    """An element of the survey: its question in the sample form, the labels of answers 1 to 4, its meaning.

    `kata` are words by which the heading of a column of answers tells it; the first element that is told wins.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    kode: str
    nama: str
    pertanyaan: int | None = None
    jawaban: tuple[str, ...] = ()
    makna: str = ""
    kata: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PedomanSkm(Entri):
    """A survey guide. The exact weight is 1/n; `bobot_tercetak` are the rounded weights that are in use.

    `jawaban_umum` are scales of words, lowest first, that forms use for every element.
    """

    unsur: tuple[UnsurSkm, ...]
    jawaban_umum: tuple[tuple[str, ...], ...] = ()
    bobot_tercetak: tuple[Decimal, ...] = ()
    minimum_responden: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BesarSampel(Entri):
    """Parameters of a sample size: chi square, assumed proportion, margin of error."""

    chi_kuadrat: Decimal
    proporsi: Decimal
    galat: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class KomponenAkip:
    """A component of the AKIP evaluation with the weights of its three subcomponents."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    kode: str
    nama: str
    keberadaan: Decimal
    kualitas: Decimal
    pemanfaatan: Decimal

    @property
    def bobot(self) -> Decimal:
        """The weight of the whole component."""
        return self.keberadaan + self.kualitas + self.pemanfaatan


@dataclass(frozen=True, slots=True, kw_only=True)
class JawabanAkip:
    """An answer of the work sheet with its points."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    kode: str
    nilai: Decimal
    makna: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluasiAkip(Entri):
    """Components and answers of an AKIP evaluation."""

    komponen: tuple[KomponenAkip, ...]
    jawaban: tuple[JawabanAkip, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BagianLaporan(Entri):
    """A part of the performance report; `wajib` when the regulation asks for it and not habit.

    `kata_judul` and `kata_isi` are words of headings and of sentences by which it is recognised.
    """

    bab: str
    wajib: bool
    kata_judul: tuple[str, ...] = ()
    kata_isi: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirReviu(Entri):
    """A question of the reviewer's checklist; `kelompok` is its part (I, II, III).

    `bagian` are parts of the report whose presence the text shows; `cukup_ada`: being there or not is the answer.
    `aturan` are rules (or beginnings of their codes) whose certain findings answer no, `petunjuk` only point to them.
    """

    kelompok: str
    bagian: tuple[str, ...] = ()
    aturan: tuple[str, ...] = ()
    petunjuk: tuple[str, ...] = ()
    cukup_ada: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PernyataanReviu(Entri):
    """The statement of having reviewed: what both wordings say, with {instansi} and {tahun}, and their two closings."""

    alinea: tuple[str, ...]
    tanpa_catatan: str
    dengan_catatan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenggat(Entri):
    """A deadline: months after the end of the fiscal year, or after a named event."""

    kepada: str
    setelah_bulan: int
    setelah_peristiwa: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Golongan:
    """A rank or grade; `pendidikan` is the schooling it starts from, where the rules tie it to one."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    kode: str
    nama: str = ""
    pendidikan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaftarGolongan(Entri):
    """Ranks or grades of one employment status, lowest first."""

    golongan: tuple[Golongan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersiNomenklatur(Entri):
    """A version of the nomenclature of planning and budget."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuasKode(Entri):
    """A segment of a nomenclature code with the digit counts that occur."""

    digit: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirNomenklatur:
    """A code with its name."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    kode: str
    nama: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Nomenklatur(Entri):
    """Names known of a field of government."""

    butir: tuple[ButirNomenklatur, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Urusan(Entri):
    """A field of government: words in names of its agencies, names after "bidang", phrases that speak of it alone.

    `umum` are words by which its own agencies are known to speak of it, while others use them too.
    `penunjang`: every agency also does some of it inside.
    """

    instansi: tuple[str, ...]
    bidang: tuple[str, ...]
    khas: tuple[str, ...]
    umum: tuple[str, ...] = ()
    penunjang: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InstansiVertikal(Entri):
    """Beginnings of names of offices that are no agency of the region."""

    kata: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset(Entri):
    """A named set of choices of the measuring policy; keys and values as in the table `kebijakan` of a package."""

    setelan: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambang(Entri):
    """A threshold that a rule or check names by its code; unit and meaning stand in `nama`."""

    nilai: Decimal
