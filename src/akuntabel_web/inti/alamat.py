"""Addresses of pages, quickly: a list has hundreds of links, and Django's `reverse` tries the pattern for each."""

from __future__ import annotations

from functools import cache
from urllib.parse import quote

from django.urls import NoReverseMatch, get_resolver, get_script_prefix

_SAFE = "/~:@!$&'()*+,;="  # as Django quotes an address


@cache
def _pattern(nama: str) -> tuple[str, tuple[str, ...]]:
    """The route of a name with places for its parts, and the names of these. Each name has one route."""
    found = get_resolver().reverse_dict.getlist(nama)
    if not found:
        raise NoReverseMatch(nama)
    text, parts = found[0][0][0]
    return text, tuple(parts)


def address(nama: str, *bagian: object) -> str:
    """The address of a route: what `reverse` gives for the same parts, without trying whether they fit the pattern."""
    text, names = _pattern(nama)
    if len(bagian) != len(names):
        raise NoReverseMatch(f"{nama}: {len(names)} parts, not {len(bagian)}")
    return quote(get_script_prefix() + text % dict(zip(names, map(str, bagian), strict=True)), safe=_SAFE)
