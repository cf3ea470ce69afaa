"""Sentences of running text, with the quantities and years that each names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from akuntabel.facts.angka import Angka, quantities, years
from akuntabel.facts.pola import clean
from akuntabel.facts.struktur import AlineaFakta, PeranAlinea

_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:No|Nomor|Rp|[Dd]r|[Dd]rg|[Dd]rh|[Aa]pt|[Nn]s|Dra|Drs|Ir|Hj?|Prof|St|Jl|Jln|dll|dsb|dst|s\.d|a\.n|u\.b|Kab|Kec|Prov|hal|hlm|Tk|Gol|Tgl|cq|"
    r"S\.\w+|M\.\w+|[A-Z])|^\s*\(?\w{1,3})\.$"
)


@dataclass(frozen=True, eq=False)
class Kalimat:
    """A sentence: cleaned text, its paragraph, and what it counts. Places of numbers count characters of `teks`.

    Each is itself only, so that what many rules ask of it can be kept with it.
    """

    teks: str
    alinea: AlineaFakta
    angka: tuple[Angka, ...]
    tahun: tuple[int, ...]

    @cached_property
    def kecil(self) -> str:
        """The text in lower case, for matching."""
        return self.teks.lower()


def read_sentences(paragraphs: tuple[AlineaFakta, ...]) -> tuple[Kalimat, ...]:
    """The sentences of headings, list items and running text, in order. Captions, sources and entries have none."""
    told = (PeranAlinea.ISI, PeranAlinea.BUTIR, PeranAlinea.JUDUL)
    return tuple(
        Kalimat(text, paragraph, quantities(text), years(text))
        for paragraph in paragraphs
        if paragraph.peran in told
        for text in split_sentences(clean(paragraph.teks))
    )


def split_sentences(text: str) -> Iterator[str]:
    """Split at full stops that end a sentence; abbreviations and initials do not."""
    start = 0
    for match in _END.finditer(text):
        if not _ABBREVIATION.search(text[start : match.start()]):
            yield text[start : match.start()].strip()
            start = match.end()
    if text[start:].strip():
        yield text[start:].strip()
