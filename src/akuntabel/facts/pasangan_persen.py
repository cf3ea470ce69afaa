"""A count with its percentage right behind it, and the words that name it: "Bidan ... dengan 460 orang (39,48%)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from akuntabel.facts.angka import Angka
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.subjek import bare_name, mentions
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Tabel


@dataclass(frozen=True, slots=True)
class PasanganPersen:
    """A count and its percentage; `nama` are the words before it in its clause; `sendiri`: the only one there."""

    banyak: Angka
    persen: Angka
    nama: str
    kalimat: Kalimat
    sendiri: bool


_GAP = re.compile(r"(?:\s+[^\W\d_]+)?\s*(?:\(|,?\s*atau(?:\s+(?:sebesar|sebanyak|sekitar))?)\s*")
_OF_OTHER = re.compile(r"\s*\)?\s*(?:dari|terhadap)\b(?!\s+(?:seluruh|total|jumlah|keseluruhan))")
_CLAUSE = re.compile(r";|\b(?:sedangkan|sementara|adapun)\b", re.IGNORECASE)
_ELSE = re.compile(r"\b(?:naik|turun|meningkat|menurun|bertambah|berkurang|target|selisih|kekurangan|kebutuhan)\w*\b")
_LEAST = 3  # letters of a label that may be looked for in a sentence


def read_percent_pairs(sentences: Iterable[Kalimat]) -> Iterator[PasanganPersen]:
    """Every count or amount with its percentage of all."""
    for sentence in sentences:
        found = tuple(_sentence(sentence))
        for count, share, words in found:
            yield PasanganPersen(count, share, words, sentence, len(found) == 1)


def _sentence(sentence: Kalimat) -> Iterator[tuple[Angka, Angka, str]]:
    end = 0
    for count, share in pairwise(sentence.angka):
        words = _CLAUSE.split(sentence.teks[end : count.awal])[-1]
        end = count.akhir
        counted = count.nilai is not None and not count.persen and not count.desimal and not count.skala
        gap, behind = sentence.kecil[count.akhir : share.awal], sentence.kecil[share.akhir :]
        close = _GAP.fullmatch(gap) and share.persen and share.nilai is not None
        alone = not _OF_OTHER.match(behind) and ("(" not in gap or behind.lstrip().startswith(")"))
        if counted and close and alone and not _ELSE.search(words.lower()):
            yield count, share, words


def named_row(words: str, table: Tabel) -> BarisTabel | None:
    """The one row whose label stands in the words; the longest label wins."""
    rows = [r for r in table.rows(JenisBaris.ISI) if len(bare_name(r.label)) >= _LEAST and mentions(words, r.label)]
    longest = max((len(bare_name(r.label)) for r in rows), default=0)
    best = [r for r in rows if len(bare_name(r.label)) == longest]
    inside = all(mentions(best[0].label, r.label) for r in rows) if len(best) == 1 else False
    return best[0] if inside else None


def near_tables(sentence: Kalimat, tables: Sequence[Tabel]) -> list[Tabel]:
    """The tables that the paragraph names; where it names none, those right before and right behind it."""
    named = re.findall(r"\btabel\s+([\dIVX]+(?:[.-]\d+)*)", sentence.alinea.teks, re.IGNORECASE)
    numbers = {n.replace("-", ".") for n in named}
    told = [t for t in tables if t.keterangan and t.keterangan.nomor in numbers]
    block = sentence.alinea.blok
    before = [t for t in tables if 0 < block - t.blok <= _BEFORE]
    behind = [t for t in tables if 0 < t.blok - block <= _BEHIND]
    beside = [*before[-1:], *behind[:1]]
    return list({t.blok: t for t in (*told, *beside)}.values())


_BEFORE = 6  # blocks in which the text still speaks of the table above it
_BEHIND = 3  # a caption and a word of introduction stand between
