"""Differences that a sentence states without values: "turun 0,25 poin pada tahun 2023", "masih kurang 0,35 poin"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from akuntabel.facts.angka import Angka
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.peran_angka import PeranAngka, roles_of


class Gerak(Enum):
    """Which way the sentence says that a value lies from the other one."""

    NAIK = 1
    TURUN = -1


@dataclass(frozen=True, slots=True)
class SelisihTahun:
    """A change of one quantity between two years; `sampai` None is the year of the report, `dari` None the one before.

    `sebelum` is the sentence before it in the same paragraph, where this one does not name its subject itself.
    """

    kalimat: Kalimat
    angka: Angka
    gerak: Gerak
    dari: int | None
    sampai: int | None
    kutipan: str
    sebelum: Kalimat | None = None


@dataclass(frozen=True, slots=True)
class SelisihTarget:
    """How much a value lacks of its target, or lies above it."""

    kalimat: Kalimat
    angka: Angka
    kutipan: str


_UP = r"naik|meningkat|bertambah|peningkatan|kenaikan|penambahan"
_DOWN = r"turun|menurun|berkurang|penurunan|pengurangan"
_YEAR = r"(?:19|20)\d{2}"
_CHANGE = re.compile(
    rf"\b(?:(?P<naik>{_UP})|(?P<turun>{_DOWN}))(?:nya)?(?:\s+(?:tipis|sedikit|lagi|sekitar))?"
    rf"(?:\s+(?:pada\s+)?tahun\s+(?P<di>{_YEAR}|ini))?(?:\s+(?:sebesar|sebanyak|adalah|ialah))?\s*$",
    re.IGNORECASE,
)
_MOVES = re.compile(rf"\b(?:{_UP}|{_DOWN})", re.IGNORECASE)
_IN_YEAR = re.compile(rf"\s*(?:poin|point|persen|%)?(?:\s*(?:persen|%))?\s+(?:pada|di)\s+tahun\s+(?P<di>{_YEAR})\b")
_SINCE = re.compile(
    rf"\b(?:dari(?:pada)?|(?:jika |bila )?di ?banding(?:kan)?(?:\s+dengan)?)\s+(?:\w+\s+){{0,2}}?"
    rf"(?:(?P<lalu>tahun\s+(?:sebelumnya|lalu))|tahun\s+(?P<dari>{_YEAR}))",
    re.IGNORECASE,
)
_OF_THIS_YEAR = re.compile(rf"\btahun\s+(?P<ini>{_YEAR})\b", re.IGNORECASE)
_LACKS = re.compile(r"\b(?:masih |hanya )?(?:kurang|terpaut)(?:\s+(?:sebesar|sebanyak))?\s*$", re.IGNORECASE)
_TARGET = re.compile(r"\btarget\b", re.IGNORECASE)
_REFERS = re.compile(  # the sentence speaks of what the one before it named
    rf"\W*(?:{_UP}|{_DOWN}|(?:capaian|realisasi|nilai|angka|indeks|hasil|persentase|prevalensi|hal|kondisi|indikator|jumlah)"
    r"(?: (?:ini|tersebut|itu)|nya)\b)",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\b(?:anggaran|pagu|serapan|penyerapan|rp\w*|belanja)\b", re.IGNORECASE)
_POINTS = re.compile(r"\s*(?:poin|point)\b", re.IGNORECASE)


def read_year_differences(sentences: Iterable[Kalimat]) -> Iterator[SelisihTahun]:
    """Changes whose years the words tell, where the sentence prints no value that rose or fell."""
    before: Kalimat | None = None
    for sentence in sentences:
        same = before is not None and before.alinea.blok == sentence.alinea.blok
        yield from _of_years(sentence, before if same else None)
        before = sentence


def _of_years(sentence: Kalimat, before: Kalimat | None) -> Iterator[SelisihTahun]:
    if not sentence.angka or not _MOVES.search(sentence.teks) or _MONEY.search(sentence.teks):
        return
    numbers = roles_of(sentence)
    changes = [(n, m) for n in numbers if (m := _CHANGE.search(sentence.teks[: n.angka.awal]))]
    if len(changes) != 1:
        return
    if not all(n.peran is PeranAngka.TARGET for n in numbers if n is not changes[0][0]):
        return
    number, match = changes[0]
    if number.angka.nilai is None or number.angka.rusak is not None:
        return
    years = _years(sentence.teks, number.angka, match)
    if years is not None:
        way = Gerak.NAIK if match["naik"] else Gerak.TURUN
        quote = f"{match[0].strip()} {number.angka.teks}"
        yield SelisihTahun(sentence, number.angka, way, *years, quote, before if _REFERS.match(sentence.teks) else None)


def _years(text: str, number: Angka, match: re.Match[str]) -> tuple[int | None, int | None] | None:
    """From which year to which; None where the words tell neither."""
    behind = _IN_YEAR.match(text, number.akhir)
    here = behind["di"] if behind else match["di"]
    since = _SINCE.search(text)
    if here and here.isdecimal() and not since:
        return int(here) - 1, int(here)
    if since is None:
        return (None, None) if here == "ini" else None
    base = int(since["dari"]) if since["dari"] else None
    others = [int(m["ini"]) for m in _OF_THIS_YEAR.finditer(text) if not since.start() <= m.start() < since.end()]
    return base, others[-1] if len(set(others)) == 1 else None if not others else others[-1]


def read_target_differences(sentences: Iterable[Kalimat]) -> Iterator[SelisihTarget]:
    """Distances from a target whose value the sentence does not print."""
    for sentence in sentences:
        if not _TARGET.search(sentence.teks) or _MONEY.search(sentence.teks):
            continue
        found = [(n, m) for n in sentence.angka if (m := _LACKS.search(sentence.teks[: n.awal]))]
        if len(found) == len(sentence.angka) == 1 and _POINTS.match(sentence.teks, found[0][0].akhir):
            yield SelisihTarget(sentence, found[0][0], f"{found[0][1][0].strip()} {found[0][0].teks}")
