"""Put lines together to one text: spaces, hyphens at line ends, numbers and codes broken in a narrow cell."""

from __future__ import annotations

import itertools
import re

from akuntabel.readers.pdf.bentuk import Baris, Kotak

_LAST = re.compile(r"([^\W\d_]+)[-\u2010]$")
_FIRST = re.compile(r"^([^\W\d_]+)")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PREFIXES = frozenset({"non", "pra", "pasca", "anti", "se", "ke", "antar", "sub", "multi", "semi"})


def join_texts(first: str, second: str) -> str:
    """Two lines of one paragraph as one text; a hyphen of hyphenation goes, one of the word stays."""
    if first.endswith("\u00ad"):
        return first[:-1] + second
    before, after = _LAST.search(first), _FIRST.match(second)
    if before is None or after is None:
        glued = first.endswith(("/", "-")) and len(first) > 1 and not first[-2].isspace() and second[:1].isalnum()
        return first + second if glued else f"{first} {second}"
    keep = _is_of_the_word(before[1], after[1])
    return (first if keep else first[:-1]) + second


def _is_of_the_word(before: str, after: str) -> bool:
    """Reduplication (undang-undang), a capital behind the hyphen, a prefix that is written with one."""
    low, next_ = before.lower(), after.lower()
    if not after[0].islower() or before.isupper():
        return True
    return low == next_ or _is_varied(low, next_) or low in _PREFIXES


def _is_varied(before: str, after: str) -> bool:
    """Reduplication with affixes or changed sound: berlari-lari, bermacam-macam, buku-bukunya, sayur-mayur."""
    least = 4
    if len(before) < 2 or len(after) < 2:
        return False
    same_end = before[-least:] == after[-least:] and len(before) >= least and len(after) >= least
    return same_end or before.endswith(after) or after.startswith(before)


def join_cell_lines(lines: list[Baris], box: Kotak) -> str:
    """The text of a cell: its lines parted by line ends, except where a word or number was broken."""
    if not lines:
        return ""
    room = _room(lines, box)
    text = lines[0].teks
    for before, line in itertools.pairwise(lines):
        text = _joined(text, before, line, room)
    return text


def _room(lines: list[Baris], box: Kotak) -> float:
    """The width that a line may have in the cell, by the smallest margin seen."""
    margin = min(min(line.kiri - box.kiri, box.kanan - line.kanan) for line in lines)
    return box.lebar - 2 * max(margin, 0.0)


def _joined(text: str, before: Baris, line: Baris, room: float) -> str:
    word = _LAST.search(text)
    after = _FIRST.match(line.teks)
    if text.endswith("\u00ad"):
        return text[:-1] + line.teks
    if word and after and after[1][0].islower() and not word[1].isupper():
        return (text if _is_of_the_word(word[1], after[1]) else text[:-1]) + line.teks
    if _is_broken_token(text, before, line, room):
        return text + line.teks
    return f"{text}\n{line.teks}"


def _is_broken_token(text: str, before: Baris, line: Baris, room: float) -> bool:
    """A number or code without spaces that fills the cell and goes on below."""
    if len(before.kata) != 1 or " " in before.teks or " " in line.teks:
        return False
    if before.kanan - before.kiri + 0.6 * before.ukuran < room:
        return False
    last, first = text.rsplit("\n", 1)[-1], line.teks
    if _NUMBER.fullmatch(last + first):
        return not (_NUMBER.fullmatch(last) and _NUMBER.fullmatch(first))
    code = last + first
    return code.isalnum() and code.upper() == code and any(c.isdigit() for c in last) and any(c.isalpha() for c in last)
