"""What each number of a sentence is (budget, spending, rest, target, capaian, rise), told by the words before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import groupby, pairwise

from akuntabel.facts.angka import Angka
from akuntabel.facts.kalimat import Kalimat


class PeranAngka(StrEnum):
    """The role of a number in a sentence. LAIN: no word tells."""

    ANGGARAN = "anggaran"
    REALISASI = "realisasi"
    SISA = "sisa"
    TARGET = "target"
    CAPAIAN = "capaian"
    NAIK = "naik"
    TURUN = "turun"
    SELISIH = "selisih"
    LAIN = "lain"


@dataclass(frozen=True, slots=True)
class AngkaBerperan:
    """A number with its role and its sentence. `sebelum` is the text between it and the number before."""

    angka: Angka
    peran: PeranAngka
    kalimat: Kalimat
    sebelum: str = ""


_OF_MONEY = r"(?:\s+(?:\w+\s+){0,2}?(?:anggaran|belanja|keuangan|pagu|dana|kinerja|capaian))?"
_WORDS: tuple[tuple[PeranAngka, str], ...] = (
    (
        PeranAngka.SISA,
        r"(?:sisa(?:nya)?|silpa|(?:tidak|belum)\s+ter(?:serap|ealisasi)|mengefisiens?i(?:kan)?|efisiensi|penghematan"
        r"|menghemat)" + _OF_MONEY,
    ),
    (
        PeranAngka.REALISASI,
        r"(?:realisasi(?:nya)?|(?:te|di|me)realisasi(?:kan)?|terealisir|(?:ter|me|men)?(?:serap|yerap)(?:an|nya)?"
        r"|penyerapan(?:nya)?|dibelanjakan|diperoleh)" + _OF_MONEY,
    ),
    (PeranAngka.ANGGARAN, r"(?:anggaran(?:nya)?|pagu|alokasi|dialokasikan|dpp?a|plafon|dana)"),
    (PeranAngka.TARGET, r"(?:target(?:nya)?|ditargetkan|direncanakan)(?:\s+(?:kinerja|capaian))?"),
    (PeranAngka.CAPAIAN, r"(?:pen|keter)?capaian(?:nya)?(?:\s+(?:target|kinerja))*"),
    (PeranAngka.NAIK, r"(?:naik|meningkat(?:nya)?|peningkatan|kenaikan|bertambah|penambahan|tumbuh|pertumbuhan)"),
    (PeranAngka.TURUN, r"(?:turun|menurun(?:nya)?|penurunan|berkurang|pengurangan)"),
    (PeranAngka.SELISIH, r"(?:selisih(?:nya)?|perbedaan|gap|deviasi)"),
)  # fmt: skip
_COMPILED = tuple((role, re.compile(rf"\b{pattern}\b")) for role, pattern in _WORDS)


_PER = re.compile(r"\bper\s*$")  # 133 per 100.000: the second number is a unit


@lru_cache(maxsize=10_000)
def roles_of(sentence: Kalimat) -> tuple[AngkaBerperan, ...]:
    """The numbers of a sentence with their roles: the last telling word between a number and the one before it."""
    return tuple(_roles(sentence))


def _roles(sentence: Kalimat) -> Iterator[AngkaBerperan]:
    end, changed = 0, PeranAngka.LAIN
    for number in sentence.angka:
        before = sentence.kecil[end : number.awal]
        end = number.akhir
        if _PER.search(before):
            continue
        role = _role(before)
        if role is PeranAngka.LAIN and _BECOMES.search(before):
            role = changed
        elif role is PeranAngka.ANGGARAN:
            changed = role
        elif role not in (*_CHANGES, PeranAngka.LAIN):
            changed = PeranAngka.LAIN
        yield AngkaBerperan(number, role, sentence, before)


_CHANGES = (PeranAngka.NAIK, PeranAngka.TURUN, PeranAngka.SELISIH)
# A budget that becomes another amount is a budget again: the later one is in force.
_BECOMES = re.compile(r"\b(?:menjadi|(?:setelah|sesudah|hasil)(?: \w+){1,2}(?: menjadi)?(?: sebesar)?)\s*$")


def latest(budgets: Sequence[AngkaBerperan]) -> list[AngkaBerperan]:
    """The budgets of a sentence without those that a later one replaced."""
    replaced = {id(a) for a, b in pairwise(budgets) if _BECOMES.search(b.sebelum)}
    return [n for n in budgets if id(n) not in replaced]


@lru_cache(maxsize=10_000)  # asked for the same words by many readers
def _role(before: str) -> PeranAngka:
    found = [(m.end(), m.end() - m.start(), role) for role, pattern in _COMPILED for m in pattern.finditer(before)]
    return max(found, key=lambda f: f[:2])[2] if found else PeranAngka.LAIN


def by_paragraph(sentences: Iterable[Kalimat]) -> Iterator[tuple[AngkaBerperan, ...]]:
    """The numbers of each paragraph with their roles."""
    for _, group in groupby(sentences, key=lambda s: s.alinea.blok):
        yield tuple(n for s in group for n in roles_of(s))


def is_money(number: Angka) -> bool:
    """Whether a number is an amount of money: in rupiah, or in millions and more without another unit."""
    return number.rupiah or (number.skala >= 6 and not number.satuan) or number.satuan.startswith("rupiah")
