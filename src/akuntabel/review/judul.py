"""Titles of headings and captions compared: the agency's own name and the year make no difference."""

from __future__ import annotations

import re
from decimal import Decimal

from rapidfuzz import fuzz

from akuntabel.facts.identitas import Identitas
from akuntabel.facts.subjek import normal_name

_YEAR = re.compile(r"\b(?:tahun(?: anggaran)?|ta)? ?(?:19|20)\d{2}(?: ?(?:sd|sampai dengan|dan)? ?(?:19|20)\d{2})?\b")
_FILLER = re.compile(r"\b(?:pada|di|dari|untuk|lingkungan)\b")


def plain_title(title: str, identitas: Identitas) -> str:
    """A title without the agency's name, its region, years and small words."""
    text = normal_name(title)
    for name in (identitas.lengkap, identitas.instansi, identitas.daerah):
        if name:
            text = text.replace(normal_name(name), " ")
    return " ".join(_FILLER.sub(" ", _YEAR.sub(" ", text)).split())


def likeness(first: str, second: str, identitas: Identitas) -> float:
    """From 0 to 100, words in any order. A title of nothing but the agency's name is like itself only."""
    a, b = plain_title(first, identitas), plain_title(second, identitas)
    if not a or not b:
        return 100.0 if normal_name(first) == normal_name(second) else 0.0
    return float(fuzz.token_sort_ratio(a, b))


def same_title(first: str, second: str, identitas: Identitas, threshold: Decimal) -> bool:
    """Whether two titles mean one."""
    return likeness(first, second, identitas) >= float(threshold)
