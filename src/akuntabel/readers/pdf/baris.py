"""Words to lines: one base line, raised figures of notes and exponents with them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from akuntabel.readers.pdf.bentuk import Baris, Kata

_LEVEL = 0.28  # of the smaller size: base lines closer than this are one
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_GAP = 0.18
_SPACE_AT_LEAST = 0.05
_SHY = "\u00ad"


def lines_from(words: Iterable[Kata]) -> list[Baris]:
    """The lines that words make, from top to bottom."""
    groups: list[list[Kata]] = []
    for word in sorted(words, key=lambda w: (w.dasar, w.kiri)):
        if groups and _is_level(groups[-1], word):
            groups[-1].append(word)
        else:
            groups.append([word])
    return [line_of(group) for group in _with_raised(groups)]


def lines_in_order(words: Iterable[Kata]) -> list[Baris]:
    """The lines of words that the file gives in reading order: a new one where the base line falls or x goes back."""
    groups: list[list[Kata]] = []
    for word in words:
        if groups and _goes_on(groups[-1], word):
            groups[-1].append(word)
        else:
            groups.append([word])
    return [line_of(_settled(group)) for group in groups]


def _goes_on(group: list[Kata], word: Kata) -> bool:
    last, main = group[-1], max(group, key=lambda w: w.ukuran)
    apart = word.arah % 2 or last.arah % 2
    return (
        not apart
        and abs(word.dasar - main.dasar) < 0.62 * max(main.ukuran, word.ukuran)
        and (word.kiri > last.kiri - 0.2 * word.ukuran)
    )


def _settled(group: list[Kata]) -> list[Kata]:
    """Small words above the base line of the line are its exponents and notes."""
    main = max(group, key=lambda w: (w.ukuran, len(w.teks)))
    for word in group:
        if word.ukuran < 0.8 * main.ukuran and word.dasar < main.dasar - 0.15 * main.ukuran:
            _raised(word)
    return group


def _is_level(group: list[Kata], word: Kata) -> bool:
    first = group[0]
    return word.dasar - first.dasar <= _LEVEL * min(first.ukuran, word.ukuran)


def _with_raised(groups: list[list[Kata]]) -> list[list[Kata]]:
    """Groups of small words that touch the line below or above them go into it."""
    merged: list[list[Kata]] = []
    waiting: list[Kata] = []
    for n, group in enumerate(groups):
        below = groups[n + 1] if n + 1 < len(groups) else None
        if below is not None and all(_is_raised(w, below) for w in group):
            waiting += [_raised(w) for w in group]
            continue
        if merged and all(_is_lowered(w, merged[-1]) for w in group):
            merged[-1] += group
            continue
        merged.append([*group, *waiting])
        waiting = []
    return merged


def _is_raised(word: Kata, line: list[Kata]) -> bool:
    return any(
        word.ukuran < 0.8 * w.ukuran and w.dasar - 0.7 * w.ukuran < word.dasar < w.dasar and _touches(word, w)
        for w in line
    )


def _is_lowered(word: Kata, line: list[Kata]) -> bool:
    return any(
        word.ukuran < 0.8 * w.ukuran and w.dasar < word.dasar < w.dasar + 0.35 * w.ukuran and _touches(word, w)
        for w in line
    )


def _touches(small: Kata, word: Kata) -> bool:
    return -0.3 * word.ukuran < small.kiri - word.kanan < 0.4 * word.ukuran


def _raised(word: Kata) -> Kata:
    """Figures of a note must not read as part of the number that they stand at."""
    word.teks = word.teks.translate(_RAISED)
    return word


def line_of(words: list[Kata]) -> Baris:
    """One line of words on the same base line."""
    words.sort(key=lambda w: w.kiri)
    main = max(words, key=lambda w: (w.ukuran, len(w.teks)))
    base = max((w for w in words if w.ukuran >= 0.85 * main.ukuran), key=lambda w: len(w.teks))
    letters = sum(len(w.teks) for w in words)
    bold = sum(len(w.teks) for w in words if w.tebal)
    return Baris(
        text_of(words),
        words[0].kiri,
        max(w.kanan for w in words),
        base.dasar,
        base.ukuran,
        2 * bold > letters,
        words[0].kanan - words[0].kiri,
        tuple(words),
    )


def text_of(words: list[Kata]) -> str:
    """The text of words of one line, spaces where the file has them or a gap shows them."""
    parts = [words[0].teks]
    for before, word in itertools.pairwise(words):
        gap = word.kiri - before.kanan
        size = max(before.ukuran, word.ukuran)
        if gap > _GAP * size or (word.spasi and gap > _SPACE_AT_LEAST * size):
            parts.append(" ")
        parts.append(word.teks)
    text = "".join(parts)
    return text[:-1].replace(_SHY, "") + text[-1] if _SHY in text else text


def segments(line: Baris, gap: float = 1.8) -> list[list[Kata]]:
    """The words of a line, cut where the gap is wider than `gap` times the size of the letters."""
    parts: list[list[Kata]] = [[line.kata[0]]]
    for before, word in zip(line.kata, line.kata[1:], strict=False):
        if word.kiri - before.kanan > gap * line.ukuran:
            parts.append([])
        parts[-1].append(word)
    return parts
