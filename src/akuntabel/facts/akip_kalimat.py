"""Values of the evaluation of accountability (AKIP) with the grade that a sentence gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from akuntabel.facts.angka import Angka
from akuntabel.facts.kalimat import Kalimat


@dataclass(frozen=True, slots=True)
class NilaiAkip:
    """A value and its grade, AA to E."""

    angka: Angka
    predikat: str
    kalimat: Kalimat


_ABOUT = re.compile(r"\b(?:s?akip|akuntabilitas kinerja instansi|akuntabilitas kinerja)\b", re.IGNORECASE)
_GRADE = re.compile(
    r"(?:\b(?:predikat|kategori|kualifikasi|peringkat|kriteria)(?:nya)?(?: (?:nilai|adalah|yaitu))?\s*[:\"“”'(]*\s*|\()"
    r"(?P<kode>AA|A|BB|B|CC|C|D|E)\b(?![-/\w]|\.\w)[\"”')]*"
)
_VALUE_BEHIND = re.compile(
    r"\s*(?:\([^()]*\))?\s*(?:,|dan)?\s*(?:dengan|yaitu)?\s*(?:nilai|skor|angka)\s*(?:sebesar|:)?\s*$", re.IGNORECASE
)
_HEADED = re.compile(r"\bs?akip\b", re.IGNORECASE)  # "Akuntabilitas Kinerja" is the name of a chapter
_OTHER = re.compile(r"\b(?:skm|ikm|kepuasan|spip|spbe|reformasi birokrasi|kearsipan|akreditasi)\b", re.IGNORECASE)
_LONGEST = 60


def read_akip(sentences: Iterable[Kalimat]) -> tuple[NilaiAkip, ...]:
    """Every value with its grade in sentences about the evaluation."""
    return tuple(v for s in sentences if s.angka and is_about(s) for v in _sentence(s))


def is_about(sentence: Kalimat) -> bool:
    """Whether a sentence speaks of the evaluation of accountability."""
    named = _ABOUT.search(sentence.teks) or any(_HEADED.search(b) for b in sentence.alinea.bagian[-1:])
    return bool(named) and not _OTHER.search(sentence.teks)


def _sentence(sentence: Kalimat) -> Iterator[NilaiAkip]:
    values = [n for n in sentence.angka if n.nilai is not None and 0 < n.nilai <= 100 and n.desimal and not n.rupiah]
    grades = list(_GRADE.finditer(sentence.teks))
    ends = [0, *(g.end() for g in grades)]
    for grade, start in zip(grades, ends, strict=False):
        before = [n for n in values if start <= n.awal and n.akhir <= grade.start()]
        behind = [n for n in values if n.awal >= grade.end()]
        if behind and _VALUE_BEHIND.fullmatch(sentence.teks[grade.end() : behind[0].awal]):
            yield NilaiAkip(behind[0], grade["kode"], sentence)
        elif before and grade.start() - before[-1].akhir <= _LONGEST and not before[-1].persen:
            yield NilaiAkip(before[-1], grade["kode"], sentence)
