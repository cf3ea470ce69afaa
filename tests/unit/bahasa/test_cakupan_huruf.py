"""The committed coverage is what the committed fonts show."""

from __future__ import annotations

from pathlib import Path

from fontTools.ttLib import TTFont

from akuntabel.bahasa.cakupan import covered_by_fonts

FONTS = Path(__file__).parents[3] / "src/akuntabel/charts/fonts"


def test_coverage_is_that_of_the_fonts() -> None:
    faces = {p.name: frozenset(TTFont(p, lazy=True).getBestCmap()) for p in FONTS.glob("*.ttf")}
    text = [cmap for name, cmap in faces.items() if name.startswith(("Arimo", "Tinos"))]
    assert len(text) == 8
    fallback = frozenset().union(*(cmap for name, cmap in faces.items() if not name.startswith(("Arimo", "Tinos"))))
    in_all = frozenset.intersection(*text) | fallback
    assert covered_by_fonts() == {c for c in in_all if c >= 0x20 and not 0x7F <= c <= 0x9F}
