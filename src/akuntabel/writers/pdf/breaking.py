"""Points where a word may break when it is wider than its column: at syllables, and in addresses after signs.

The typesetter has no Indonesian hyphenation; without these points a long word would run over its neighbour. Figures
are never broken.
"""

from __future__ import annotations

import re

from akuntabel.doctree.ukuran import MM_PER_PT, WIDEST, em_width

SOFT_HYPHEN, ZERO_WIDTH_SPACE = "\u00ad", "\u200b"
SHORT = 5  # letters; shorter words stay whole
_SYLLABLE = re.compile(r"(?<=[aiueo])(?=(?:ng|ny|sy|kh|[b-df-hj-np-tv-z])[aiueo])", re.IGNORECASE)
_CLUSTER = re.compile(
    r"(?<=[aiueo])(ng|ny|sy|kh|[b-df-hj-np-tv-z])(?=(?:ng|ny|sy|kh|[b-df-hj-np-tv-z]))", re.IGNORECASE
)
_ADDRESS = re.compile(r"://|@|^www\.")  # a hyphen would change it
_SIGN = re.compile(r"(?<=[/_.@&=?\-])(?=\w)")
_DIGITS = re.compile(r"[\d.,%()+\-–−/]+")


def breakable(text: str, width_mm: float, size_pt: float) -> str:
    """The text with break points inside those words that are wider than `width_mm` when set in `size_pt`."""
    if len(text) * size_pt * MM_PER_PT < width_mm:
        return text
    limit = width_mm / (size_pt * MM_PER_PT)
    return re.sub(r"\S+", lambda word: _break(word[0], limit), text)


def syllables(word: str) -> list[str]:
    """The parts between which an Indonesian word may be hyphenated; none is shorter than two letters."""
    marked = _CLUSTER.sub(rf"\1{SOFT_HYPHEN}", _SYLLABLE.sub(SOFT_HYPHEN, word))
    parts: list[str] = []
    for part in marked.split(SOFT_HYPHEN):
        if parts and (len(part) < 2 or len(parts[-1]) < 2):
            parts[-1] += part
        else:
            parts.append(part)
    return parts


def _break(word: str, limit: float) -> str:
    if len(word) * WIDEST <= limit or em_width(word) <= limit or _DIGITS.fullmatch(word):
        return word
    parts = _packed(_SIGN.split(word), limit)
    one = _break_anywhere if _ADDRESS.search(word) else _break_part
    return ZERO_WIDTH_SPACE.join(one(part, limit) for part in parts)


def _break_part(part: str, limit: float) -> str:
    if em_width(part) <= limit or len(part) < SHORT or _DIGITS.fullmatch(part):
        return part
    room = limit - em_width("-")
    found = syllables(part)
    if max(map(em_width, found)) <= room:
        return SOFT_HYPHEN.join(_packed(found, room))
    return _break_anywhere(part, limit)


def _break_anywhere(part: str, limit: float) -> str:
    return ZERO_WIDTH_SPACE.join(_packed(list(part), limit))


def _packed(parts: list[str], limit: float) -> list[str]:
    """The parts joined to as few as fit: a break point more than needed would stand in the text that is read back."""
    packed = parts[:1]
    for part in parts[1:]:
        if em_width(packed[-1] + part) <= limit:
            packed[-1] += part
        else:
            packed.append(part)
    return packed
