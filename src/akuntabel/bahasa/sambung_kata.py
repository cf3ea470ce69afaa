"""Put two lines of a paragraph together: spaces, and hyphens at line ends that are of the word or of the line."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SHY = "\u00ad"
_LAST = re.compile(r"([^\W\d_]+)[-\u2010]$")
_FIRST = re.compile(r"^([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*")
_PREFIXES = frozenset({"non", "pra", "pasca", "anti", "se", "ke", "antar", "sub", "multi", "semi"})
_LEAST = 4
OPEN_END = re.compile(  # a sentence does not end with these words
    r"\b(?:dan|serta|atau|dengan|sebagai|untuk|yang|pada|di|dari|oleh|kepada|bahwa|karena|dalam|adalah|yaitu|yakni|tentang"
    r"|terhadap|antara|guna|agar|maupun|sehingga|melalui|merupakan|bagi|sesuai|tersebut dengan)$",
    re.IGNORECASE,
)


class Kosakata:
    """The words of the document away from line ends: they decide what a word broken at a line end was."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words = {w for text in texts for w in _WORD.findall(text.lower())}

    def __contains__(self, word: str) -> bool:
        return word.lower() in self._words


def join_texts(first: str, second: str, words: Kosakata) -> str:
    """Two lines of one paragraph as one text; a hyphen of hyphenation goes, one of the word stays."""
    glued = glue(first, second, words)
    return f"{first} {second}" if glued is None else glued


def glue(first: str, second: str, words: Kosakata) -> str | None:
    """Both texts as one word where the line end stands inside it, else None."""
    if first.endswith(_SHY):
        return first[:-1] + second
    before, after = _LAST.search(first), _FIRST.match(second)
    if before is not None and after is not None:
        keep = _keeps_hyphen(before[1], after[1], words)
        return (first if keep else first[:-1]) + second
    return first + second if _is_open_end(first, second) or is_cut_number(first, second) else None


# "9.200.000.00" and "0" below it: a number that a narrow cell cut.
_CUT = re.compile(r"(?:^|[\s(])(\d{1,3}(?:\.\d{3})*(?:\.\d{0,2})?)$")
_REST = re.compile(r"(\.?\d[\d.]*(?:,\d{1,2})?)(?![\w.])")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?")


def is_cut_number(first: str, second: str) -> bool:
    """Whether the second text is the rest of the number with thousands marks at the end of the first."""
    head, rest = _CUT.search(first), _REST.match(second)
    if head is None or rest is None or "." not in head[1]:
        return False
    whole = _GROUPED.fullmatch(head[1]) is None or rest[1].startswith(".")
    return whole and _GROUPED.fullmatch(head[1] + rest[1]) is not None


def _is_open_end(first: str, second: str) -> bool:
    """A slash, a hyphen or a dash of a range at the end of a line: no space belongs there."""
    if len(first) < 2 or not second:
        return False
    end, before = first[-1], first[-2]
    if end in "/-" and not before.isspace():
        return second[0].isalnum()
    return end == "\u2013" and before.isdigit() and second[0].isdigit()


def _keeps_hyphen(before: str, after: str, words: Kosakata) -> bool:
    """As the document writes it elsewhere; else by reduplication, a capital behind it, a prefix written with one."""
    if f"{before}-{after}" in words:
        return True
    if before + after in words:
        return False
    if not after[0].islower() or before.isupper():
        return True
    low, next_ = before.lower(), after.lower()
    return low == next_ or _is_varied(low, next_) or low in _PREFIXES


def _is_varied(before: str, after: str) -> bool:
    """Reduplication with affixes or changed sound: berlari-lari, bermacam-macam, buku-bukunya, sayur-mayur."""
    if len(before) < 3 or len(after) < 3:
        return False
    same_end = before[-_LEAST:] == after[-_LEAST:] and min(len(before), len(after)) >= _LEAST
    return same_end or before.endswith(after) or after.startswith(before)
