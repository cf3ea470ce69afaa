"""Changes that sentences state: "naik 3,93 poin dari 85,43 menjadi 89,36"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from akuntabel.facts.angka import Angka
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.peran_angka import AngkaBerperan, PeranAngka, roles_of


@dataclass(frozen=True, slots=True)
class PerubahanKalimat:
    """A difference with the values before and after it. `urut`: the words "dari" and "menjadi" tell which is which."""

    kalimat: Kalimat
    selisih: Angka
    awal: Angka
    akhir: Angka
    arah: PeranAngka
    urut: bool = True


_DIRECTIONS = (PeranAngka.NAIK, PeranAngka.TURUN, PeranAngka.SELISIH)
_BY = re.compile(
    r"(?:naik|meningkat|peningkatan|kenaikan|bertambah|penambahan|tumbuh|pertumbuhan|turun|menurun|penurunan|berkurang"
    r"|pengurangan|selisih|perbedaan)(?:nya)?\s*(?:\w+\s+){0,3}?(?:sebesar|sebanyak|sejumlah|adalah|:)?\s*"
)
_FROM = re.compile(r"\b(?:dari|semula)\b")
_TO = re.compile(r"\b(?:menjadi|hingga mencapai|ke angka|ke)\b")
_POINT = ("poin", "point", "basis")


@dataclass(frozen=True, slots=True)
class PersenKalimat:
    """A change in percent between two values: "dari 22 menjadi 16 kejadian, berkurang seperempat (27,27%)"."""

    kalimat: Kalimat
    persen: Angka
    awal: Angka
    akhir: Angka


def read_shares(sentences: Iterable[Kalimat]) -> Iterator[PersenKalimat]:
    """Every percentage of a change whose two values stand before it, in one sentence."""
    for sentence in sentences:
        if len(sentence.angka) <= _PAIR or not _TO.search(sentence.kecil):
            continue
        numbers = roles_of(sentence)
        pair = _ordered([n for n in numbers if n.angka.nilai is not None])
        if pair is None or pair[0].persen or not pair[0].nilai:
            continue
        behind = [n for n in numbers if n.angka.awal > pair[1].akhir and n.angka.persen and n.angka.nilai is not None]
        told = sentence.kecil[pair[1].akhir : behind[0].angka.awal] if len(behind) == 1 else ""
        if _CHANGED.search(told) and _OR.search(told) and not _CONTRAST.search(told):
            yield PersenKalimat(sentence, behind[0].angka, *pair)


_PAIR = 2
_CHANGED = re.compile(r"\b(?:naik|meningkat|bertambah|tumbuh|turun|menurun|berkurang)\b")


def read_changes(sentences: Iterable[Kalimat]) -> tuple[PerubahanKalimat, ...]:
    """Every stated difference whose two values stand in the same sentence."""
    return tuple(c for s in sentences for c in _sentence(roles_of(s)))


def _sentence(numbers: Sequence[AngkaBerperan]) -> Iterator[PerubahanKalimat]:
    yield from _short_of_target(numbers)
    changes = [n for n in numbers if n.peran in _DIRECTIONS and _BY.search(n.sebelum) and _tight(n)]
    if len(changes) != 1 or changes[0].angka.nilai is None:
        return
    change = changes[0]
    share = _share_behind(numbers, change)
    rest = [n for n in numbers if n not in (change, share) and n.angka.nilai is not None]
    ordered = _ordered(rest)
    if ordered and _is_other_clause(numbers, change, ordered):
        return
    pair = ordered or _around(numbers, change)
    if pair:
        yield PerubahanKalimat(change.kalimat, change.angka, pair[0], pair[1], change.peran)
    rest = [n for n in rest if n.peran is not PeranAngka.TARGET]
    if not pair and len(rest) == 2 and _alike(rest[0].angka, rest[1].angka):
        yield PerubahanKalimat(change.kalimat, change.angka, rest[0].angka, rest[1].angka, change.peran, urut=False)


def _share_behind(numbers: Sequence[AngkaBerperan], change: AngkaBerperan) -> AngkaBerperan | None:
    """A percentage right behind a difference that is none: the same change in percent."""
    at = numbers.index(change)
    behind = numbers[at + 1] if at + 1 < len(numbers) else None
    if behind is None or not behind.angka.persen or behind.angka.nilai is None:
        return None
    if change.angka.persen or says_points(change.angka):
        return None  # what follows is a value
    return behind if _OR.search(behind.sebelum) and len(behind.sebelum) < _NEAR else None


_OR = re.compile(r"(?:\batau|\()(?:\s+(?:sebesar|sekitar|setara(?: dengan)?))?\s*$")
_NEAR = 40


def _short_of_target(numbers: Sequence[AngkaBerperan]) -> Iterator[PerubahanKalimat]:
    """X dari target Y, kurang D poin: the distance from the target."""
    targets = [n for n in numbers if n.peran is PeranAngka.TARGET and n.angka.nilai is not None]
    gaps = [n for n in numbers if _SHORT.search(n.sebelum) and says_points(n.angka) and n.angka.nilai is not None]
    if len(targets) != 1 or len(gaps) != 1 or not re.search(r"\btarget\b", _around_text(gaps[0])):
        return
    own = [n for n in numbers if n not in (targets[0], gaps[0]) and _alike(n.angka, targets[0].angka)]
    if len(own) == 1 and own[0].angka.nilai is not None:
        target, value = targets[0].angka, own[0].angka
        yield PerubahanKalimat(gaps[0].kalimat, gaps[0].angka, target, value, PeranAngka.SELISIH)


_SHORT = re.compile(r"\b(?:kurang|lebih|selisih|terpaut|lebih (?:tinggi|rendah))(?: sebesar| sebanyak)?\s*$")


def _around_text(number: AngkaBerperan) -> str:
    """The words right before and behind a number, inside its clause."""
    return re.split(r"[;]", number.kalimat.kecil[number.angka.akhir :])[0][:40] + number.sebelum


def _is_other_clause(numbers: Sequence[AngkaBerperan], change: AngkaBerperan, pair: tuple[Angka, Angka]) -> bool:
    """Whether the two values belong to another clause: they have a verb of change, or a subject, of their own."""
    places = {id(n.angka): at for at, n in enumerate(numbers)}
    at, first, last = places[id(change.angka)], places[id(pair[0])], places[id(pair[1])]
    if at < first:
        between = " ".join(n.sebelum for n in numbers[at + 1 : first + 1])
        own = numbers[first].peran in _DIRECTIONS and not _THAT_IS.search(between)
        return own or bool(_CONTRAST.search(between))
    return at > last and bool(_CONTRAST.search(" ".join(n.sebelum for n in numbers[last + 1 : at + 1])))


_THAT_IS = re.compile(r"\b(?:yaitu|yakni|artinya)\b")
_CONTRAST = re.compile(r";|\b(?:sedangkan|sementara|adapun|namun|tetapi|demikian pula|begitu pula)\b")
_OF_OTHERS = re.compile(r"\b(?:provinsi|nasional|rata-rata|standar|regional)\b")


def _tight(number: AngkaBerperan) -> bool:
    """The word of change stands right before the number: "naik sebesar 3,93", not "naik dari 3,93"."""
    tail = list(_BY.finditer(number.sebelum))
    return bool(tail) and tail[-1].end() == len(number.sebelum)


def _ordered(numbers: Sequence[AngkaBerperan]) -> tuple[Angka, Angka] | None:
    for n, number in enumerate(numbers[:-1]):
        behind = numbers[n + 1]
        if _FROM.search(number.sebelum) and _TO.search(behind.sebelum) and _alike(number.angka, behind.angka):
            return number.angka, behind.angka
    return None


def _around(numbers: Sequence[AngkaBerperan], change: AngkaBerperan) -> tuple[Angka, Angka] | None:
    """B naik D dari A: the value before the change is the later one."""
    at = numbers.index(change)
    if not 0 < at < len(numbers) - 1:
        return None
    # A target, or the value of somebody else, is not what rose or fell.
    own = [n for n in numbers[:at] if n.peran is not PeranAngka.TARGET and not _OF_OTHERS.search(n.sebelum)]
    if not own:
        return None
    last, first = own[-1], numbers[at + 1]
    told = _SINCE.search(first.sebelum) and first.angka.nilai is not None and last.angka.nilai is not None
    return (first.angka, last.angka) if told and _alike(first.angka, last.angka) else None


_SINCE = re.compile(r"\b(?:dari|dibanding(?:kan)?)\b[^,;]*(?:tahun|sebelumnya|sebesar|lalu)[^,;]*$")


def _alike(first: Angka, second: Angka) -> bool:
    """Whether two numbers measure the same: both money, both percentages, or bare numbers."""
    return first.rupiah == second.rupiah and (first.persen == second.persen or not (first.satuan or second.satuan))


def says_points(number: Angka) -> bool:
    """Whether a difference is called points."""
    return number.satuan.startswith(_POINT)
