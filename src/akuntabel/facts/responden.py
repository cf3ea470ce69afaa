"""How many answered a survey: as sentences tell it, and as the tables of the survey give it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from akuntabel.facts.angka import Angka
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.survei import element_code
from akuntabel.facts.tabel import JenisBaris, Sel, Tabel


@dataclass(frozen=True, slots=True)
class RespondenDisebut:
    """A count of all respondents of a survey in a sentence."""

    angka: Angka
    kalimat: Kalimat


@dataclass(frozen=True, slots=True)
class RespondenTabel:
    """A count of respondents of a table: of its total row, or the one that every element of the survey has."""

    sel: Sel
    tabel: Tabel


_HEAD = re.compile(r"\bresponden\b|^n$|\(n\)", re.IGNORECASE)
_BEHIND = re.compile(
    r"^\s*(?:orang\s+)?responden\b(?!\s+(?:laki|perempuan|pria|wanita|berusia|usia|ber|lulusan|men(?:jawab|ilai|yata|yebut|gisi)|yang|dengan|pada|dari|di))"
)
_BEFORE = re.compile(
    r"\b(?:jumlah|banyak(?:nya)?|total|keseluruhan|seluruh)\s+(?:\w+\s+){0,1}responden\b[^.;,\d]{0,40}$"
)
# A sample that is wanted, a part, a bound, or another survey is no count of those who answered.
_OTHER = re.compile(
    r"\b(?:minim\w*|paling sedikit|sekurang\w*|target\w*|sampel|populasi|dibutuhkan|direncanakan|di ?antaranya|sebagian"
    r"|setiap|tiap|per|kurang dari|lebih dari|krejcie|laki|perempuan|bertambah|berkurang|naik|turun)\b[^,;:(]{0,25}$"
)
_LEAST = 5
_ELEMENTS = 7  # elements of a table whose respondents are one number


def read_stated(sentences: Iterable[Kalimat]) -> Iterator[RespondenDisebut]:
    """Counts of sentences that speak of all respondents."""
    for sentence in sentences:
        for number in sentence.angka:
            if _is_whole(sentence, number):
                yield RespondenDisebut(number, sentence)


def _is_whole(sentence: Kalimat, number: Angka) -> bool:
    before, behind = sentence.kecil[: number.awal], sentence.kecil[number.akhir :]
    plain = number.nilai is not None and not (number.persen or number.rupiah or number.desimal)
    named = _BEHIND.match(behind) or _BEFORE.search(before)
    return bool(plain and named) and number.nilai is not None and number.nilai >= _LEAST and not _OTHER.search(before)


def read_tabled(tables: Iterable[Tabel]) -> Iterator[RespondenTabel]:
    """Counts of respondents that a table gives for its whole survey."""
    for table in tables:
        for column in (k.indeks for k in table.kolom if _HEAD.search(k.teks.lower())):
            elements = [r for r in table.rows(JenisBaris.ISI) if any(element_code(c.teks) for c in r.sel[:3])]
            counts = [r.sel[column] for r in elements if r.sel[column].nilai_ada]
            if len(counts) >= _ELEMENTS and len(counts) == len(elements) and len({_value(c) for c in counts}) == 1:
                yield RespondenTabel(counts[0], table)
            totals = [r.sel[column] for r in table.rows(JenisBaris.JUMLAH) if r.sel[column].nilai_ada]
            yield from (RespondenTabel(c, table) for c in totals if c.angka and not c.angka.persen)


def _value(cell: Sel) -> object:
    return cell.angka.nilai if cell.angka else None
