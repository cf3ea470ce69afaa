"""Persons compared: names without titles."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

_TITLES = re.compile(r"\b(?:drs|dra|dr|ir|hj|h|prof|drg|drh|r|rr|tb|ns|kh)\b\.?", re.IGNORECASE)


def bare_person(name: str) -> str:
    """A name in lower case without titles before and behind."""
    head = _TITLES.sub(" ", name.split(",", maxsplit=1)[0])
    return " ".join(re.sub(r"[^\w\s']", " ", head).lower().split())


def titles_of(name: str) -> str:
    """The titles of a name, letters only, in their order."""
    before = "".join(m.strip(". ").lower() for m in _TITLES.findall(name.split(",", maxsplit=1)[0]))
    behind = re.sub(r"[^a-z]", "", ",".join(name.split(",")[1:]).lower())
    return f"{before}|{behind}"


def same_person(first: str, second: str, least: float) -> bool:
    """Whether two names are one person's: alike without titles, by at least `least` of 100."""
    a, b = bare_person(first), bare_person(second)
    return bool(a) and bool(b) and fuzz.ratio(a, b) >= least
