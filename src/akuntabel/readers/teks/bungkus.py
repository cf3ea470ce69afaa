"""Lines of a text whose paragraphs are cut at a width, as a program that reads PDF prints them -> whole paragraphs.

Where a text is not cut at a width (a paragraph a line), nothing is put together.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from akuntabel.bahasa.sambung_kata import OPEN_END, Kosakata, join_texts
from akuntabel.bahasa.tanda_butir import contents_line, is_caption, is_chapter, is_source, marker

_LEAST_WIDTH, _MOST_WIDTH = 40, 160  # letters of a line of a page; a longer line is a paragraph that nobody cut
_LEAST_CUT = 3  # cut lines before a text counts as cut: fewer may be slips
_CUT_SHARE = 5  # at least one prose line in so many is cut
_FULL = 0.8  # of the width: a line shorter than this had room for the next word
_HALF = 0.5  # of the width: a shorter line of few words is a cell or a signature
_PROSE_WORDS = 5
_ENDS = (".", "!", "?", ":", ";", "…")
_NUMBERS = re.compile(r"(?<![^\W\d_])\d[\d.,]*")  # not that of km2
_SHORTENED = re.compile(
    r"\b(?:Rp|No|Nomor|Kab|Kec|Kel|Prov|Jl|Drs?|Dra|Ir|Hj?|Prof|a\.n|s\.d|Tk|Gol|hal)\.$", re.IGNORECASE
)
_PRICE = re.compile(r"\bRp\.?$", re.IGNORECASE)
_MOST_NUMBERS = 3  # numbers of a row of a table that lost its columns


@dataclass(frozen=True, slots=True)
class Baris:
    """A line that holds text: its number, and the blank lines between it and the line before it."""

    teks: str
    nomor: int
    jarak: int = 0


@dataclass(frozen=True, slots=True)
class _Bungkus:
    """How a text is cut: width of its lines in letters, and the usual blank lines inside a paragraph."""

    lebar: int
    jarak: int


def join_wrapped(lines: Sequence[Baris]) -> Iterator[Baris]:
    """The lines, those of one paragraph as one line under the number of the first."""
    usual = _measure(lines)
    if usual is None:
        yield from lines
        return
    words = Kosakata(line.teks for line in lines)
    held: Baris | None = None
    last = ""
    for line in lines:
        if held and _continues(last, line, usual):
            held = Baris(join_texts(held.teks, line.teks.strip(), words), held.nomor, held.jarak)
        else:
            if held:
                yield held
            held = line
        last = line.teks.rstrip()
    if held:
        yield held


def _measure(lines: Sequence[Baris]) -> _Bungkus | None:
    prose = [line for line in lines if _is_prose(line.teks)]
    cut = [
        (line, behind)
        for line, behind in itertools.pairwise(lines)
        if _is_prose(line.teks) and _is_cut(line.teks, behind.teks.lstrip())
    ]
    if len(cut) < _LEAST_CUT or _CUT_SHARE * len(cut) < len(prose):
        return None
    widths = sorted(len(line.teks.rstrip()) for line, _ in cut)
    gaps = sorted(behind.jarak for _, behind in cut)
    width = widths[(3 * len(widths)) // 4]
    return _Bungkus(width, gaps[len(gaps) // 2]) if _LEAST_WIDTH <= width <= _MOST_WIDTH else None


def _is_prose(text: str) -> bool:
    return len(text.split()) >= _PROSE_WORDS and not _stands_alone(text)


def _is_cut(text: str, behind: str) -> bool:
    return _goes_on(text) or (_is_open(text) and behind[:1].islower())


def _is_open(text: str) -> bool:
    body = text.rstrip()
    return not body.endswith(_ENDS) or _SHORTENED.search(body) is not None


def _goes_on(text: str) -> bool:
    """The line ends with a word that no sentence ends with, or inside a word."""
    body = text.rstrip()
    shortened = _SHORTENED.search(body) is not None
    return shortened or OPEN_END.search(body) is not None or (body.endswith("-") and body[-2:-1].isalpha())


def _stands_alone(text: str) -> bool:
    """A heading in capitals, an entry of a list of contents, a row of figures: no part of a paragraph."""
    body = text.strip()
    letters = [c for c in body if c.isalpha()]
    loud = len(letters) > 5 and all(c.isupper() for c in letters)
    return loud or contents_line(body) is not None or _is_row(body)


def _is_row(text: str) -> bool:
    numbers = _NUMBERS.findall(text)
    return len(numbers) >= _MOST_NUMBERS and 3 * len(numbers) >= len(text.split())


def _continues(last: str, line: Baris, usual: _Bungkus) -> bool:
    """Whether a line goes on with the paragraph that the line before it left open."""
    text = line.teks.strip()
    if _cuts_a_price(last, text) and line.jarak <= usual.jarak + 1:
        return True
    if not last or _stands_alone(last) or line.jarak > usual.jarak + 1 or _begins(text):
        return False
    if _goes_on(last) and len(last.split()) >= _PROSE_WORDS and line.jarak <= usual.jarak:
        return not _is_row(text)
    if _stands_alone(text) or not _is_open(last) or is_chapter(last):
        return False
    if text[0].islower():
        return len(last) >= _HALF * usual.lebar or len(last.split()) >= _PROSE_WORDS
    full = len(last) >= _FULL * usual.lebar and len(last.split()) >= _PROSE_WORDS
    return full and line.jarak <= usual.jarak and not is_caption(last)


def _cuts_a_price(last: str, text: str) -> bool:
    """ "... sebesar Rp." and its amount below, even over the end of a page: "1.864.250.000" is no list item."""
    return len(last.split()) >= _PROSE_WORDS and _PRICE.search(last) is not None and text[:1].isdigit()


def _begins(text: str) -> bool:
    """A list item, a caption, a chapter, a source, or an entry of a list of contents."""
    heads = is_caption(text) or is_chapter(text) or is_source(text) or contents_line(text) is not None
    return heads or bool(marker(text))
