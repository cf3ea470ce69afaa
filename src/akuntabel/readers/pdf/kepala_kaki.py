"""Running headers, footers and page numbers: the same text at the same height on pages that follow each other."""

from __future__ import annotations

import re
from collections import defaultdict

from akuntabel.bahasa.tanda_butir import is_chapter
from akuntabel.doctree.naskah import LetakBlok
from akuntabel.readers.pdf.bentuk import Baris

_ZONE = 0.14  # of the height of the page, at its top and bottom
_STEP = 3.0
_TURN = 2  # odd and even pages may have their own
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_ONLY_NUMBER = re.compile(
    r"(?:hal(?:aman|\.)?|page)?\W*(?:\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,4}\s?-\s?\d{1,3})\W*(?:(?:dari|of|/)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)

Tanda = tuple[str, bool, int]


def running_lines(pages: list[tuple[float, list[Baris]]]) -> dict[int, LetakBlok]:
    """Lines (by id) that are headers or footers. A page is its height and its lines outside tables and boxes."""
    seen: dict[Tanda, set[int]] = defaultdict(set)
    for number, (height, lines) in enumerate(pages):
        for line in lines:
            key = _key(line, height)
            if key is not None:
                seen[key].add(number)
    found: dict[int, LetakBlok] = {}
    for number, (height, lines) in enumerate(pages):
        ordered = sorted(lines, key=lambda line: line.dasar)
        found |= _run(ordered, height, seen, number, upper=True)
        found |= _run(ordered[::-1], height, seen, number, upper=False)
    return found


def _run(
    lines: list[Baris], height: float, seen: dict[Tanda, set[int]], number: int, *, upper: bool
) -> dict[int, LetakBlok]:
    """From the edge of the page inwards, as long as lines are running ones."""
    found: dict[int, LetakBlok] = {}
    for line in lines:
        key = _key(line, height)
        if key is None or key[1] != upper or not _repeats(key, seen, number):
            break
        found[id(line)] = LetakBlok.KEPALA_HALAMAN if upper else LetakBlok.KAKI_HALAMAN
    return found


def _repeats(key: Tanda, seen: dict[Tanda, set[int]], number: int) -> bool:
    """The same on a page nearby, at the same height within a step."""
    text, upper, step = key
    near = range(number - _TURN, number + _TURN + 1)
    return any(n != number and n in seen[text, upper, step + d] for d in (-1, 0, 1) for n in near)


def _key(line: Baris, height: float) -> Tanda | None:
    """Text without its numbers and height from the nearer edge, in the zones where running lines stand."""
    upper, lower = line.bawah < _ZONE * height, line.atas > (1 - _ZONE) * height
    if not upper and not lower:
        return None
    text = line.teks.lower().strip()
    if _ONLY_NUMBER.fullmatch(text):
        text = "#"
    elif not is_chapter(text):
        text = _NUMBER.sub("#", text)
    return text, upper, round((line.dasar if upper else height - line.dasar) / _STEP)


def in_margin(line: Baris, height: float) -> LetakBlok | None:
    """The margin of the page in which a line stands."""
    if line.bawah < _ZONE * height:
        return LetakBlok.KEPALA_HALAMAN
    return LetakBlok.KAKI_HALAMAN if line.atas > (1 - _ZONE) * height else None
