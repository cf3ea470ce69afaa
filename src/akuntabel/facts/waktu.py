"""Days, months and plan periods that the text names."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from akuntabel.bahasa.tanggal import BULAN, parse_bulan
from akuntabel.doctree.naskah import Tempat
from akuntabel.facts.pola import clean
from akuntabel.facts.struktur import AlineaFakta, PeranAlinea, Struktur
from akuntabel.facts.tabel import Tabel

_MONTH = r"(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember)"
_YEAR = r"(?:19|20)\d{2}"
_DAY = re.compile(rf"(?<![\d.,/])(?P<hari>\d{{1,2}})[\s-]+(?P<bulan>{_MONTH})[\s-]+(?P<tahun>{_YEAR})", re.IGNORECASE)
_NUMERIC = re.compile(
    rf"(?<![\d./-])(?P<hari>\d{{1,2}})(?P<tanda>[/-])(?P<bulan>\d{{1,2}})(?P=tanda)(?P<tahun>{_YEAR})(?!\d)"
)
MONTHS = re.compile(rf"\b{_MONTH}\b", re.IGNORECASE)
_PLAN = re.compile(
    r"\b(?P<jenis>renstra|rencana strategis|rpjmd|rencana pembangunan jangka menengah daerah|rpd"
    rf"|rencana pembangunan daerah)[^.;:]{{0,80}}?\(?(?P<awal>{_YEAR})"
    rf"\s*(?:-|–|—|s\.?d\.?|sampai(?: dengan)?|hingga)\s*(?P<akhir>{_YEAR})",
    re.IGNORECASE,
)
_KINDS = {"renstra": "renstra", "rencana strategis": "renstra", "rpd": "rpd", "rencana pembangunan daerah": "rpd"}


@dataclass(frozen=True, slots=True)
class Hari:
    """A day as printed, with its parts; `mungkin` says whether the calendar has it."""

    teks: str
    tahun: int
    bulan: int
    hari: int
    tempat: Tempat
    kutipan: str

    @property
    def mungkin(self) -> bool:
        """Whether the calendar has this day."""
        return 1 <= self.bulan <= len(BULAN) and 1 <= self.hari <= monthrange(self.tahun, self.bulan)[1]


@dataclass(frozen=True, slots=True)
class Periode:
    """A plan with its first and last year: renstra, rpjmd or rpd."""

    jenis: str
    awal: int
    akhir: int
    cetak: str
    alinea: AlineaFakta


def read_days(struktur: Struktur, tables: tuple[Tabel, ...]) -> tuple[Hari, ...]:
    """Every day written with day, month and year, in paragraphs and cells."""
    told = [(clean(f.teks), f.tempat) for f in struktur.alinea if f.peran is not PeranAlinea.ENTRI]
    cells = [(c.teks, c.tempat) for t in tables for row in t.baris for c in row.sel if not c.lanjutan]
    return tuple(day for text, place in (*told, *cells) for day in _days(text, place))


def _days(text: str, place: Tempat) -> Iterator[Hari]:
    for match in _DAY.finditer(text):
        yield Hari(match[0], int(match["tahun"]), parse_bulan(match["bulan"]) or 0, int(match["hari"]), place, text)
    for match in _NUMERIC.finditer(text):
        yield Hari(match[0], int(match["tahun"]), int(match["bulan"]), int(match["hari"]), place, text)


def read_periods(struktur: Struktur) -> tuple[Periode, ...]:
    """Every plan with its years, in order."""
    return tuple(
        Periode(_KINDS.get(m["jenis"].lower(), "rpjmd"), int(m["awal"]), int(m["akhir"]), " ".join(m[0].split()), fact)
        for fact in struktur.alinea
        if fact.peran is not PeranAlinea.ENTRI
        for m in _PLAN.finditer(clean(fact.teks))
    )


def months_of(text: str) -> tuple[int, ...]:
    """The months that a text names, in order."""
    return tuple(parse_bulan(m[0]) or 0 for m in MONTHS.finditer(text))
