"""Number words back to numbers: "delapan belas milyar seratus tiga belas juta" is 18113000000."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from rapidfuzz import fuzz, process

_ONES = {
    "nol": 0, "kosong": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11,
}  # fmt: skip
_SCALES = {
    "ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12, "trilyun": 10**12,
    "kuadriliun": 10**15,
}  # fmt: skip
_WHOLE = {"seribu": 1000, "sejuta": 10**6, "semiliar": 10**9, "semilyar": 10**9}
_FIRST = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
# A count below a hundred, in digits or in words, as part of a pattern.
COUNT = rf"(?:\d{{1,2}}|sepuluh|sebelas|(?:{_FIRST}) belas|(?:{_FIRST}) puluh(?: (?:{_FIRST}))?|{_FIRST})"
_KNOWN = (*_ONES, *_SCALES, *_WHOLE, "belas", "puluh", "ratus", "seratus", "koma")
_IGNORED = {"rupiah", "persen", "orang", "rp", "dan"}
_TYPO = 75  # likeness above which a word is a misspelt number word


@dataclass(frozen=True, slots=True)
class BilanganKata:
    """What number words say. `sisa` is a word that is none; `salah_eja` are words that were mended."""

    nilai: Decimal
    sisa: str = ""
    salah_eja: tuple[str, ...] = ()


def read_number_words(text: str) -> BilanganKata | None:
    """The number that words say; None where the text holds no number word at all."""
    words = re.findall(r"[a-z]+", text.lower().replace("-", " "))
    words = [part for w in words for part in _split(w)]
    mended = [_mend(w) for w in words if w not in _IGNORED]
    known = [m for m in mended if m is not None]
    if not known or len(known) < len(mended) / 2:
        return None
    rest = next((w for w, m in zip([w for w in words if w not in _IGNORED], mended, strict=True) if m is None), "")
    typos = tuple(w for w in words if w not in _IGNORED and w not in _KNOWN and _mend(w) is not None)
    value = _value(known)
    return None if value is None else BilanganKata(value, rest, typos)


def read_count(text: str) -> int:
    """A whole number in digits or in words ("3", "tiga"); 0 where there is none."""
    if text.isdecimal():
        return int(text)
    read = read_number_words(text)
    return int(read.nilai) if read and not read.sisa else 0


def _split(word: str) -> list[str]:
    """Words that were typed together ("duaratus", "limabelas")."""
    for tail in ("belas", "puluh", "ratus", "ribu", "juta", "miliar", "milyar"):
        head = word.removesuffix(tail)
        if head != word and head in _ONES:
            return [head, tail]
    cuts = ((word[:n], word[n:]) for n in range(4, len(word) - 3)) if _mend(word) is None else ()
    glued = next(((a, b) for a, b in cuts if b in _KNOWN and _mend(a)), None)
    return list(glued) if glued else [word]


def _mend(word: str) -> str | None:
    if word in _KNOWN:
        return word
    best = process.extractOne(word, _KNOWN, scorer=fuzz.ratio, score_cutoff=_TYPO) if len(word) > 3 else None
    return best[0] if best else None


def _value(words: list[str]) -> Decimal | None:
    if "koma" in words:
        at = words.index("koma")
        whole, digits = _value(words[:at] or ["nol"]), [_ONES.get(w) for w in words[at + 1 :]]
        if whole is None or not digits or any(d is None or d > 9 for d in digits):
            return None
        return whole + Decimal("0." + "".join(map(str, digits)))
    total = group = 0
    for word in words:
        if word in _SCALES:
            total, group = total + max(group, 1) * _SCALES[word], 0
        elif word in _WHOLE:
            total += _WHOLE[word]
        else:
            group = _small(group, word)
    return Decimal(total + group)


def _small(group: int, word: str) -> int:
    """A group below one thousand, one word further."""
    ones = group % 10
    if word == "seratus":
        return group + 100
    if word == "belas":
        return group + 10
    if word in ("puluh", "ratus"):
        factor = 10 if word == "puluh" else 100
        return group - ones + ones * factor
    return group + _ONES[word]
