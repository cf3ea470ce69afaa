"""One thing under slightly different names: indicators, programmes and agencies compared by normalised names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from difflib import SequenceMatcher
from functools import lru_cache

from rapidfuzz import fuzz

_BRACKETS = re.compile(r"\([^()]*\)")
_SPELLING = (
    ("prosentase", "persentase"), ("presentase", "persentase"), ("kerjasama", "kerja sama"),
    ("sub kegiatan", "subkegiatan"), ("dan/atau", "dan atau"), ("efektifitas", "efektivitas"),
)  # fmt: skip
_LEADING = re.compile(
    r"^(?:indikator(?: kinerja)?(?: utama)?|sasaran(?: strategis)?|program|kegiatan|subkegiatan|tujuan)\s*:?\s+"
)
_MARKER = re.compile(r"^\(?(?:[a-z]|\d{1,2})[.)]\s+")
_SMALL = frozenset({
    "yang", "dan", "di", "ke", "dari", "pada", "dalam", "untuk", "dengan", "oleh", "atas", "atau", "para", "serta",
    "terhadap", "bagi", "telah",
})  # fmt: skip
_TYPO = 80  # likeness of two words that are one, misspelt
_SENSITIVE = re.compile(r"\b(?:tidak|belum|bukan|non|laki|perempuan|naik|turun|meningkatnya|menurunnya|[ivx]+|\d+)\b")


@lru_cache(maxsize=20_000)
def normal_name(name: str) -> str:
    """A name for comparing: lower case, no brackets, no punctuation, common misspellings mended."""
    text = _BRACKETS.sub(" ", _MARKER.sub("", name.lower().strip()).replace("&", " dan "))
    text = " ".join(re.sub(r"[^\w\s/]", " ", text).replace("/", " ").split())
    for wrong, right in _SPELLING:
        text = text.replace(wrong, right)
    return text


def bare_name(name: str) -> str:
    """A normalised name without the word that says what it is (program, sasaran)."""
    return _LEADING.sub("", normal_name(name))


def same_name(first: str, second: str, threshold: Decimal) -> bool:
    """Whether two names mean one thing: equal, or alike with the same words of sense (tidak, roman and other numbers).

    `threshold` is a likeness from 0 to 100.
    """
    a, b = bare_name(first), bare_name(second)
    if not a or not b:
        return False
    if a.replace(" ", "") == b.replace(" ", ""):  # a narrow cell of a PDF tears words
        return True
    if set(_SENSITIVE.findall(a)) != set(_SENSITIVE.findall(b)):
        return False
    return fuzz.ratio(a, b) >= float(threshold) and _same_words(a, b)


def _same_words(first: str, second: str) -> bool:
    """Whether the words differ in spelling and small words only: "perkara perdata" is not "perkara pidana"."""
    a, b = ([w for w in name.split() if w not in _SMALL] for name in (first, second))
    changes = (c for c in SequenceMatcher(None, a, b, autojunk=False).get_opcodes() if c[0] != "equal")
    return all(_misspelt(" ".join(a[i:j]), " ".join(b[k:m])) for _, i, j, k, m in changes)


def _misspelt(first: str, second: str) -> bool:
    return bool(first and second) and fuzz.ratio(first.replace(" ", ""), second.replace(" ", "")) >= _TYPO


def find_name(name: str, names: Iterable[str], threshold: Decimal) -> str | None:
    """The first of `names` that means the same, equal names before alike ones."""
    pool = list(names)
    exact = next((n for n in pool if bare_name(n) == bare_name(name)), None)
    return exact or next((n for n in pool if same_name(name, n, threshold)), None)


def mentions(text: str, name: str) -> bool:
    """Whether a sentence names a thing, word by word."""
    wanted = bare_name(name)
    return bool(wanted) and re.search(rf"\b{re.escape(wanted)}\b", normal_name(text)) is not None
