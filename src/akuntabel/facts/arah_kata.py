"""Words that say which way a value went, and what they are said of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from akuntabel.facts.angka import Angka
from akuntabel.facts.kalimat import Kalimat


class Arah(Enum):
    """Up, down or unchanged."""

    NAIK = 1
    TURUN = -1
    TETAP = 0


_UP = r"meningkat\w*|peningkatan|naik|kenaikan|bertambah|tumbuh|lebih tinggi"
_DOWN = r"menurun\w*|penurunan|turun|berkurang|lebih rendah|merosot"
WORD = re.compile(rf"\b(?:(?P<naik>{_UP})|(?P<turun>{_DOWN}))\b", re.IGNORECASE)
_FROM_TO = re.compile(
    r"\b(?:dari|semula)\b(?P<a>(?:[^.;]|(?<=\d)\.(?=\d)){0,60}?)\b(?:menjadi|ke|hingga)\b", re.IGNORECASE
)
# Said of performance, a word of improvement does not tell which way the value went.
_OF_QUALITY = re.compile(
    r"\b(kinerja|capaian|kualitas|mutu|upaya|komitmen|perbaikan|pelayanan|optimalisasi|kompetensi|meningkatkan"
    r"|menurunkan)\b",
    re.IGNORECASE,
)
# The first place is the best one: from 12 to 10 is a rise.
_RANK = re.compile(r"\b(?:peringkat|ranking|rangking|urutan|posisi)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Perubahan:
    """A sentence that gives two values, the word for what happened, and both values in order of time.

    `bandingan`: the first value is what the second is compared with.
    """

    kalimat: Kalimat
    kata: str
    arah: Arah
    awal: Angka
    akhir: Angka
    bandingan: bool = False

    @property
    def sebenarnya(self) -> Arah:
        """Which way the values went."""
        before, after = self.awal.nilai or Decimal(), self.akhir.nilai or Decimal()
        return Arah.NAIK if after > before else Arah.TURUN if after < before else Arah.TETAP


def read_changes(sentences: tuple[Kalimat, ...]) -> tuple[Perubahan, ...]:
    """Sentences "naik/turun dari X menjadi Y" with exactly one such word before the values."""
    return tuple(c for s in sentences if (c := _change(s)) is not None)


def _change(sentence: Kalimat) -> Perubahan | None:
    match = _FROM_TO.search(sentence.teks)
    if not match:
        return None
    first = [n for n in sentence.angka if match.start("a") <= n.awal < match.end("a")]
    second = [n for n in sentence.angka if n.awal >= match.end()]
    words = list(WORD.finditer(sentence.teks[: match.start()]))
    if not words and second and (behind := WORD.match(sentence.teks, _behind(sentence.teks, second[0]))):
        words = [behind]
    if len(first) != 1 or not second or not words or second[0].awal - match.end() > 60:
        return None
    word = words[-1]
    head = sentence.teks[max(0, min(word.start(), match.start()) - 60) : min(word.start(), match.start())]
    same_unit = (first[0].persen, first[0].rupiah) == (second[0].persen, second[0].rupiah)
    if (
        _OF_QUALITY.search(head)
        or _RANK.search(sentence.teks[: match.end()])
        or not same_unit
        or match.start() - word.end() > 80
    ):
        return None
    if first[0].nilai is None or second[0].nilai is None:
        return None
    return Perubahan(sentence, word[0], Arah.NAIK if word["naik"] else Arah.TURUN, first[0], second[0])


def _behind(text: str, number: Angka) -> int:
    """Where a word of change may stand behind the second value: "semula X menjadi Y, berkurang ..."."""
    found = re.compile(r"(?:\s+\w+)?\s*,\s*(?:atau\s+|yaitu\s+)?").match(text, number.akhir)
    return found.end() if found else len(text)
