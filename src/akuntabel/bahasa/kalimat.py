"""List grammar and small parts of sentences. Words of direction need judgement and are not here."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from akuntabel.bahasa.angka import format_number
from akuntabel.bahasa.terbilang import terbilang


def join_list(items: Iterable[str], conjunction: str = "dan") -> str:
    """'a', 'a dan b', 'a, b, dan c' (EYD); items with commas of their own are set apart by ';'."""
    parts = list(items)
    if len(parts) < 2:
        return "".join(parts)
    mark = ";" if any(", " in p for p in parts) else ","
    if len(parts) == 2 and mark == ",":
        return f"{parts[0]} {conjunction} {parts[1]}"
    return f"{mark} ".join(parts[:-1]) + f"{mark} {conjunction} {parts[-1]}"


def jumlah(number: int, noun: str) -> str:
    """'4 (empat) program': figure, words, noun; Indonesian nouns have no plural form after a number."""
    return f"{format_number(Decimal(number))} ({terbilang(number)}) {noun}"


def capitalise(text: str) -> str:
    """The text with its first letter as a capital and the rest as it is (abbreviations stay)."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """A sentence: capital at the start, a full stop at the end unless one of . ! ? : stands there."""
    body = capitalise(" ".join(text.split()))
    return body if not body or body[-1] in ".!?:" else f"{body}."
