"""The characters that the committed fonts can show, as ranges in a data file made by alat/cakupan_huruf.py."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def covered_by_fonts() -> frozenset[int]:
    """Code points that every text font shows, by itself or through a fallback font."""
    text = files("akuntabel.bahasa").joinpath("cakupan.txt").read_text(encoding="ascii")
    return parse_ranges(text)


def parse_ranges(text: str) -> frozenset[int]:
    """Code points of lines such as '0020-007E' or '00A0'; '#' starts a comment line."""
    found: set[int] = set()
    for line in text.splitlines():
        if line and not line.startswith("#"):
            first, _, last = line.partition("-")
            found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)
