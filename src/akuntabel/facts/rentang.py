"""Intervals as people print them: 91≤100; 76 - 90; ≥ 91; > 90 s.d. 100; 50,99 atau kurang; 85 < x ≤ 100."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Rentang:
    """An interval; None is no bound. `desimal` are the most decimal places that its bounds were printed with."""

    bawah: Decimal | None
    atas: Decimal | None
    bawah_termasuk: bool = True
    atas_termasuk: bool = True
    desimal: int = 0

    def holds(self, value: Decimal) -> bool:
        """Whether a value lies inside."""
        above = self.bawah is None or value > self.bawah or (self.bawah_termasuk and value == self.bawah)
        below = self.atas is None or value < self.atas or (self.atas_termasuk and value == self.atas)
        return above and below


_NUMBER = r"(\d{1,3}(?:[.,]\d{1,3})?)"
_JOIN = r"\s*%?\s*(?:-|–|—|−|s\s*[./]?\s*d\.?|sampai(?:\s+dengan)?|hingga|~|≤|<=|<|≥)\s*(?P<tanpa>kurang dari\s*)?"
_OPERATOR = r"(≥|≤|>=|<=|=>|=<|>|<|=)?\s*"
_OVER = r"(?P<lebih>(?:lebih (?:besar )?(?:dari(?:pada)?)|di ?atas)\s*)?"
_BETWEEN = re.compile(rf"{_OVER}{_OPERATOR}{_NUMBER}{_JOIN}{_OPERATOR}{_NUMBER}\s*%?")
_AROUND = re.compile(rf"{_NUMBER}\s*%?\s*(≤|<=|<)\s*[a-z]+\s*(≤|<=|<)\s*{_NUMBER}\s*%?")
_FALLING = re.compile(rf"{_NUMBER}\s*%?\s*(≥|>=|>)\s*[a-z]+\s*(≥|>=|>)\s*{_NUMBER}\s*%?")
_ONE = re.compile(rf"(?:[a-z]\s*)?(≥|≤|>=|<=|=>|=<|>|<|=)\s*{_NUMBER}\s*%?")
_BEFORE = re.compile(
    rf"(lebih dari|di ?atas|diatas|kurang dari|di ?bawah|minimal|maksimal|paling sedikit)\s*{_NUMBER}\s*%?"
)
_BEHIND = re.compile(rf"{_NUMBER}\s*%?\s*(atau lebih|ke atas|keatas|atau kurang|ke bawah|kebawah)")
_POINT = re.compile(rf"{_NUMBER}\s*%?")
_UP = {"≥": True, ">=": True, "=>": True, ">": False, "lebih dari": False, "di atas": False, "diatas": False,
       "minimal": True, "paling sedikit": True, "atau lebih": True, "ke atas": True, "keatas": True}  # fmt: skip
_DOWN = {"≤": True, "<=": True, "=<": True, "<": False, "kurang dari": False, "di bawah": False, "dibawah": False,
         "maksimal": True, "atau kurang": True, "ke bawah": True, "kebawah": True}  # fmt: skip


def parse_range(text: str, *, point: bool = False) -> Rentang | None:
    """The interval that a whole text is. `point`: a number alone is the interval of that number."""
    body = " ".join(text.lower().replace("persen", "%").split()).strip(" ()[]:;.")
    for pattern, make in _READERS:
        match = pattern.fullmatch(body)
        if match:
            return make(match)
    match = _POINT.fullmatch(body) if point else None
    return _made(match[1], match[1]) if match else None


def find_range(text: str) -> tuple[Rentang, tuple[int, int]] | None:
    """The one interval inside a text and its place; None where there is none."""
    body = text.lower()
    if not any(c.isdigit() for c in body):
        return None
    for pattern, make in _READERS:
        match = pattern.search(body)
        if match:
            found = make(match)
            return (found, match.span()) if found else None
    return None


def _between(match: re.Match[str]) -> Rentang | None:
    over, first, low, short, second, high = match.groups()
    return _made(low, high, first != ">" and not over, second != "<" and not short)


def _around(match: re.Match[str]) -> Rentang | None:
    low, first, second, high = match.groups()
    return _made(low, high, first != "<", second != "<")


def _falling(match: re.Match[str]) -> Rentang | None:
    high, first, second, low = match.groups()
    return _made(low, high, second != ">", first != ">")


def _one(match: re.Match[str]) -> Rentang | None:
    return _half(match[1], match[2])


def _before(match: re.Match[str]) -> Rentang | None:
    return _half(match[1].replace("diatas", "di atas").replace("dibawah", "di bawah"), match[2])


def _behind(match: re.Match[str]) -> Rentang | None:
    return _half(match[2], match[1])


def _half(word: str, number: str) -> Rentang | None:
    if word in _UP:
        return _made(number, None, _UP[word])
    if word in _DOWN:
        return _made(None, number, upper=_DOWN[word])
    return _made(number, number)


def _made(low: str | None, high: str | None, lower: bool = True, upper: bool = True) -> Rentang:
    places = max((len(n.partition(",")[2] or n.partition(".")[2]) for n in (low, high) if n), default=0)
    return Rentang(_value(low), _value(high), lower, upper, places)


def _value(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text.replace(",", "."))


_READERS = (
    (_AROUND, _around),
    (_FALLING, _falling),
    (_BETWEEN, _between),
    (_BEHIND, _behind),
    (_BEFORE, _before),
    (_ONE, _one),
)
