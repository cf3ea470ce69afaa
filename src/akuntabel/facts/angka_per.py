"""Rates of sentences with their part and whole: "9 kasus dari 5.240 kelahiran hidup, atau 171,76 per 100.000"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from akuntabel.facts.angka import Angka, read_digits
from akuntabel.facts.bagian_kalimat import BagianKalimat, CaraBagian
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.peran_angka import AngkaBerperan, PeranAngka, roles_of

_PER = re.compile(
    r"(?:\s+[a-z]+){0,2}?\s+(?:per|setiap|untuk setiap|tiap)\s+"
    r"(?P<kali>1(?:0{1,2})?(?:\.000)+|100(?![.,\d])|se(?:ribu|puluh ribu|ratus ribu))\b"
    r"\s*(?P<satuan>[a-z]+(?:\s+[a-z]+)?)?"
)
_WORDS = {"seribu": Decimal(1000), "sepuluh ribu": Decimal(10_000), "seratus ribu": Decimal(100_000)}
_OF = re.compile(
    r"\b(?:dari|terhadap|di ?antara|dibagi(?: dengan)?)(?:\s+(?:total|jumlah|seluruh|sebanyak|sejumlah))?\s*$"
)
_LINK = re.compile(r"[(=,]|\b(?:atau|setara|yaitu|yakni|sehingga|maka|berarti|sebesar)\b")
_APART = re.compile(
    r";|\b(?:sedangkan|sementara|meningkat|naik|turun|menurun|dibanding\w*|sebelumnya|target\w*|selisih|nasional|provinsi"
    r"|lebih|kurang)\b"
)
_CHANGES = (PeranAngka.NAIK, PeranAngka.TURUN, PeranAngka.SELISIH, PeranAngka.TARGET)
_SAME = frozenset({"penduduk", "jiwa", "orang"})
_FARTHEST = 100


def read_rates(sentences: Iterable[Kalimat]) -> tuple[BagianKalimat, ...]:
    """Every rate per 100, 1.000, 10.000 or 100.000 whose part and whole stand in its sentence."""
    return tuple(r for s in sentences if re.search(r"\b(?:per|tiap|setiap)\b", s.kecil) for r in _sentence(s))


def _sentence(sentence: Kalimat) -> Iterator[BagianKalimat]:
    numbers = roles_of(sentence)
    for at, rate in enumerate(numbers):
        match = _PER.match(sentence.kecil, rate.angka.akhir)
        if not match or rate.angka.nilai is None or rate.angka.persen:
            continue
        pair = _before(numbers, at) or _behind(numbers, at)
        if pair and _same_unit(match["satuan"] or "", sentence.kecil[pair[1].akhir :]):
            yield BagianKalimat(
                sentence, rate.angka, *pair, cara=CaraBagian.DARI, peran=rate.peran, kali=_factor(match["kali"])
            )


def _factor(text: str) -> Decimal:
    return _WORDS.get(text) or read_digits(text).nilai or Decimal(100)


def _before(numbers: Sequence[AngkaBerperan], at: int) -> tuple[Angka, Angka] | None:
    """X hal dari Y hal, sehingga angkanya R per N."""
    if at < 2 or not _joined(numbers[at].sebelum):
        return None
    return _pair(numbers[at - 2], numbers[at - 1])


def _behind(numbers: Sequence[AngkaBerperan], at: int) -> tuple[Angka, Angka] | None:
    """R per N (X hal dari Y hal)."""
    if at + 2 >= len(numbers) or not re.search(
        r"(?:\(|\b(?:yaitu|yakni|atau)\b)(?:\s*[a-z]+){0,4}\s*$", numbers[at + 1].sebelum
    ):
        return None
    return _pair(*numbers[at + 1 : at + 3]) if _joined(numbers[at + 1].sebelum) else None


def _joined(gap: str) -> bool:
    return len(gap) <= _FARTHEST and bool(_LINK.search(gap)) and not _APART.search(gap)


def _pair(part: AngkaBerperan, whole: AngkaBerperan) -> tuple[Angka, Angka] | None:
    a, b = part.angka, whole.angka
    counts = all(n.nilai is not None and not n.persen and not n.rupiah and not n.desimal for n in (a, b))
    told = _OF.search(whole.sebelum) and len(whole.sebelum) <= _FARTHEST and part.peran not in _CHANGES
    return (a, b) if counts and told and b.nilai else None


def _same_unit(unit: str, behind: str) -> bool:
    """Whether the rate is per what the whole counts; where one of them names nothing, it is. KH: kelahiran hidup."""
    words = unit.split()
    counted = re.match(r"\s+([a-z]+)(?:\s+([a-z]+))?", behind)
    if not words or not counted:
        return True
    initials = "".join(w[0] for w in counted.groups() if w)
    return words[0] in (counted[1], initials) or {words[0], counted[1]} <= _SAME
