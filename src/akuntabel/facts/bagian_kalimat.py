"""Percentages in sentences together with the part and the whole that they are computed from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import groupby, pairwise

from akuntabel.facts.angka import Angka
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.peran_angka import AngkaBerperan, PeranAngka, by_paragraph, is_money, latest, roles_of


class CaraBagian(StrEnum):
    """How part and whole were found."""

    DARI = "dari"  # X dari Y atau Z%
    UANG = "uang"  # anggaran, realisasi, persen
    TANPA = "tanpa"  # the whole is not in the sentence


@dataclass(frozen=True, slots=True)
class BagianKalimat:
    """A percentage of a sentence with its part and, where the sentence names it, its whole.

    `kali` is 100, or what a rate is printed per: 11,07 per 1.000 kelahiran hidup.
    """

    kalimat: Kalimat
    persen: Angka
    bagian: Angka
    keseluruhan: Angka | None
    cara: CaraBagian
    peran: PeranAngka = PeranAngka.LAIN
    kali: Decimal = Decimal(100)

    @property
    def sejenis(self) -> bool:
        """Whether part and whole are counted in the same unit, or one of them has none."""
        return self.keseluruhan is None or _alike(self.bagian, self.keseluruhan)


_FROM = re.compile(r"\bdari\b(?!.*\b(?:menjadi|ke|hingga|sampai|target)\b)")
_BEHIND = re.compile(r"\bdari\b[^,;]*$")  # the whole belongs to "dari" in one phrase
_LINK = re.compile(
    r"[(=]|\b(?:atau|setara|yaitu|yakni|sebesar|persentase|presentase|prosentase|mencapai|(?:di)?persenta\w+)\b"
)
_OTHER = re.compile(
    r";|\b(?:sedangkan|sementara|sehingga|meningkat|naik|turun|menurun|dibanding\w*|tahun sebelumnya|target|sisa|lebih"
    r"|kurang|selisih|capaian kinerja|rata-rata|kontribusi|maksimal|minimal)\b"
)
_CHANGE = (PeranAngka.NAIK, PeranAngka.TURUN, PeranAngka.SELISIH, PeranAngka.TARGET, PeranAngka.CAPAIAN)
_WHOLE_MONEY = (PeranAngka.ANGGARAN, PeranAngka.TARGET)
_LONGEST = 100


def read_shares(sentences: Iterable[Kalimat]) -> tuple[BagianKalimat, ...]:
    """Every percentage whose part and whole can be told."""
    told = list(sentences)
    alone = tuple(s for k in told for s in _sentence(k))
    return (*alone, *(s for numbers in by_paragraph(told) for s in _parts(numbers)))


def _parts(numbers: Sequence[AngkaBerperan]) -> tuple[BagianKalimat, ...]:
    """The parts of one whole that a paragraph lists; where it lists several things, those of each sentence."""
    found = tuple(_each_of_all(numbers))
    if found or len({id(n.kalimat) for n in numbers}) < 2:
        return found
    groups = (tuple(g) for _, g in groupby(numbers, key=lambda n: id(n.kalimat)))
    return tuple(s for g in groups for s in _each_of_all(g) if s.persen.desimal)


def _sentence(sentence: Kalimat) -> Iterator[BagianKalimat]:
    numbers = roles_of(sentence)
    for at, number in enumerate(numbers):
        if number.angka.persen and number.angka.nilai is not None:
            ways = (_counted, _inside, _of_whole, _so_many, _share_first, _money, _alone)
            found = next((s for way in ways if (s := way(numbers, at))), None)
            if found:
                yield found


def _each_of_all(numbers: Sequence[AngkaBerperan]) -> Iterator[BagianKalimat]:
    """X hal atau Z%, X hal atau Z%: the parts of a whole that stands before them or that they add up to."""
    pairs = [(a, b) for a, b in pairwise(numbers) if _readable(a) and b.angka.persen and b.angka.nilai is not None]
    pairs = [(a, b) for a, b in pairs if a.angka.satuan and _close(b.sebelum, a)]
    units = {a.angka.satuan for a, _ in pairs}
    if len(pairs) < 2 or len(units) > 1 or any(_FROM.search(n.sebelum) for _, n in pairs):
        return
    parts = [a.angka for a, _ in pairs]
    added = replace(parts[0], nilai=sum((_value(p) for p in parts), Decimal()))
    others = [n.angka for n in numbers if _readable(n) and n.angka.satuan in units and n.angka not in parts]
    wholes = [w for w in (added, *others) if _value(w) >= max(map(_value, parts))]
    whole = max(wholes, key=lambda w: _fitting(pairs, w))
    if not _fitting(pairs, whole):
        return
    for part, share in pairs:
        named = replace(whole, teks=str(_value(whole)))
        yield BagianKalimat(share.kalimat, share.angka, part.angka, named, CaraBagian.DARI, part.peran)


def _fitting(pairs: Sequence[tuple[AngkaBerperan, AngkaBerperan]], whole: Angka) -> int:
    """How many percentages are their part of a whole."""
    total = _value(whole)
    return sum(bool(total) and share.angka.near(_value(part.angka) / total * 100) for part, share in pairs)


def _value(number: Angka) -> Decimal:
    return number.nilai if number.nilai is not None else Decimal(0)


def _readable(*numbers: AngkaBerperan) -> bool:
    return all(n.angka.nilai is not None and not n.angka.persen for n in numbers)


def _alike(first: Angka, second: Angka) -> bool:
    a, b = (n.satuan if n.satuan not in _NO_UNITS else "" for n in (first, second))
    return first.rupiah == second.rupiah and (a == b or not a or not b)


_NO_UNITS = ("dari", "dan", "atau", "serta", "yang", "sebesar", "dengan", "sehingga", "pada", "di")


def _linked(gap: str) -> bool:
    return len(gap) <= _LONGEST and bool(_LINK.search(gap)) and not _OTHER.search(gap)


def _counted(numbers: Sequence[AngkaBerperan], at: int) -> BagianKalimat | None:
    """X dari Y atau Z%."""
    if at < 2:
        return None
    part, whole, share = numbers[at - 2], numbers[at - 1], numbers[at]
    if not _readable(part, whole) or part.peran in _CHANGE or not _FROM.search(whole.sebelum):
        return None
    if len(whole.sebelum) > _LONGEST or not _linked(share.sebelum) or part.angka.rupiah != whole.angka.rupiah:
        return None
    return BagianKalimat(share.kalimat, share.angka, part.angka, whole.angka, CaraBagian.DARI, part.peran)


def _inside(numbers: Sequence[AngkaBerperan], at: int) -> BagianKalimat | None:
    """Z% (X dari Y)."""
    if at + 2 >= len(numbers):
        return None
    share, part, whole = numbers[at : at + 3]
    if not _readable(part, whole) or share.peran in _CHANGE[:3] or not _FROM.search(whole.sebelum):
        return None
    if not re.fullmatch(r"[\s,]*(?:[(]|atau|yaitu|yakni)\s*(?:\w+\s+){0,4}", part.sebelum) or not _alike(
        part.angka, whole.angka
    ):
        return None
    return BagianKalimat(share.kalimat, share.angka, part.angka, whole.angka, CaraBagian.DARI, share.peran)


def _of_whole(numbers: Sequence[AngkaBerperan], at: int) -> BagianKalimat | None:
    """Dari Y hal, X hal ... (Z%): the whole stands before, counted in the same unit."""
    part = numbers[at - 1] if at else None
    if part is None or not _readable(part) or not part.angka.satuan or not _told(numbers[at].sebelum, part):
        return None
    wholes = [n for n in numbers[: at - 1] if _OF.search(n.sebelum) and n.angka.satuan in (part.angka.satuan, "")]
    wholes = wholes or [n for n in numbers[: at - 1] if _OF.search(n.sebelum) and part.angka.satuan in _VERBS]
    if len(wholes) != 1 or not _readable(*wholes) or part.peran in _CHANGE or wholes[0].peran in _CHANGE:
        return None
    if _THEN.search(part.sebelum) or _OF.search(part.sebelum) or _value(part.angka) > _value(wholes[0].angka):
        return None
    return BagianKalimat(
        numbers[at].kalimat, numbers[at].angka, part.angka, wholes[0].angka, CaraBagian.DARI, part.peran
    )


_OF = re.compile(r"\bdari(?:\s+(?:total|jumlah|seluruh|sejumlah|sebanyak|target|sasaran))?\s*$")
_THEN = re.compile(r"\b(?:menjadi|ke|hingga|sampai)\b")
_VERBS = (
    "telah", "sudah", "di", "diantaranya", "memperoleh", "mencapai", "berhasil", "dinyatakan", "sedang", "belum",
    "masih", "berada", "tidak", "memenuhi", "mengikuti",
)  # fmt: skip


def _told(gap: str, part: AngkaBerperan) -> bool:
    """Whether a percentage stands in brackets, or behind "atau", at the end of what is said of a count."""
    words = _OTHER.search(gap) or re.search(r"\d|[;:()]", gap.rstrip()[:-1])
    return _close(gap, part) or (
        len(gap) <= _LONGEST and not words and re.search(r"(?:\(|,? atau(?: sebesar| sebanyak)?)\s*$", gap) is not None
    )


def _so_many(numbers: Sequence[AngkaBerperan], at: int) -> BagianKalimat | None:
    """Dari Y hal, (sebanyak) X hal ..., sehingga persentasenya Z%."""
    if at < 2 or not _SO.search(numbers[at].sebelum):
        return None
    whole, part, share = numbers[at - 2], numbers[at - 1], numbers[at]
    of_whole = re.search(r"\bdari(?: total| jumlah)?\s*$", whole.sebelum, re.IGNORECASE)
    among = _AMONG.match(part.kalimat.teks[part.angka.akhir :])
    if not _readable(whole, part) or not (of_whole or among):
        return None
    counts = all(n.angka.desimal == 0 and not n.angka.rupiah for n in (whole, part))
    if not counts or _value(part.angka) > _value(whole.angka) or len(part.sebelum) > _LONGEST:
        return None
    return BagianKalimat(share.kalimat, share.angka, part.angka, whole.angka, CaraBagian.DARI, part.peran)


_AMONG = re.compile(r"\s*(?:\w+\s+)?di ?antaranya\b", re.IGNORECASE)
_SO = re.compile(
    r"^[^;]{0,90}?\b(?:sehingga|maka|dengan demikian|artinya|atau)\b[^;]{0,60}"
    r"\b(?:persentase|presentase|prosentase)(?:nya)?\b(?:[^;]{0,80}\b(?:mencapai|sebesar|adalah|ialah|menjadi))?\s*$"
)


def _close(gap: str, part: AngkaBerperan) -> bool:
    """Nothing but the unit and a bracket or "atau" between a count and its percentage."""
    return bool(re.fullmatch(rf"\s*{re.escape(part.angka.satuan)}\s*(?:\(|atau(?: sebesar| sebanyak)?|,)\s*", gap))


def _money(numbers: Sequence[AngkaBerperan], at: int) -> BagianKalimat | None:
    """Budget and spending since the last percentage, or the budget right behind it."""
    share = numbers[at]
    start = next((n + 1 for n in range(at - 1, -1, -1) if numbers[n].angka.persen), 0)
    before = [n for n in numbers[start:at] if is_money(n.angka) and _readable(n)]
    behind = [n for n in numbers[at + 1 : at + 2] if is_money(n.angka) and _BEHIND.search(n.sebelum) and _readable(n)]
    spent = [n for n in before if n.peran in (PeranAngka.REALISASI, PeranAngka.SISA)]
    earlier = [n for n in numbers[:start] if is_money(n.angka) and n.peran is PeranAngka.ANGGARAN and _readable(n)]
    budgets = latest([n for n in (*before, *behind) if n.peran in _WHOLE_MONEY]) or earlier[-1:]
    budgets = budgets or _amount_spent(before, spent)
    if not spent or len(budgets) != 1 or len(spent) > 1 or not _linked(share.sebelum):
        return None
    return BagianKalimat(share.kalimat, share.angka, spent[0].angka, budgets[0].angka, CaraBagian.UANG, spent[0].peran)


def _amount_spent(before: Sequence[AngkaBerperan], spent: Sequence[AngkaBerperan]) -> list[AngkaBerperan]:
    """Belanja ... sebesar A terealisasi B: the amount right before the spending, whatever it is called."""
    pairs = [a for a, b in pairwise(before) if b in spent and a.peran is PeranAngka.LAIN]
    return pairs if len(before) == 2 and _SPENT.fullmatch(before[1].sebelum) else []


_SPENT = re.compile(
    r"[\s,]*(?:(?:yang|dan|telah|dengan|dapat)\s+)*(?:(?:te|di|me)?realisasi(?:kan|nya)?|terealisir|terserap)"
    r"(?:\s+(?:sebesar|sejumlah|senilai|sebanyak|seluruhnya))*\s*"
)


def _share_first(numbers: Sequence[AngkaBerperan], at: int) -> BagianKalimat | None:
    """Anggaran A dengan realisasi Z% atau sebesar B: the amount right behind is the part."""
    if at + 1 >= len(numbers) or numbers[at].peran is not PeranAngka.REALISASI:
        return None
    share, part = numbers[at], numbers[at + 1]
    budgets = latest([n for n in numbers[:at] if is_money(n.angka) and n.peran in _WHOLE_MONEY and _readable(n)])
    if len(budgets) != 1 or not is_money(part.angka) or not _readable(part) or not _OR.fullmatch(part.sebelum):
        return None
    return BagianKalimat(share.kalimat, share.angka, part.angka, budgets[0].angka, CaraBagian.UANG, share.peran)


_OR = re.compile(r"\s*(?:atau|yaitu|yakni|\(|,)\s*(?:sebesar|senilai|sejumlah)?\s*")


def _alone(numbers: Sequence[AngkaBerperan], at: int) -> BagianKalimat | None:
    """A spending or a rest with its percentage right behind it, the budget not named."""
    if not at or any(n.peran is PeranAngka.ANGGARAN for n in numbers):
        return None
    part, share = numbers[at - 1], numbers[at]
    if not is_money(part.angka) or not _readable(part) or part.peran not in (PeranAngka.REALISASI, PeranAngka.SISA):
        return None
    near = len(share.sebelum) <= _LONGEST * 3 and not _OTHER.search(share.sebelum)
    if not near or not (_LINK.search(share.sebelum) or share.peran is PeranAngka.REALISASI):
        return None
    return BagianKalimat(share.kalimat, share.angka, part.angka, None, CaraBagian.TANPA, part.peran)
