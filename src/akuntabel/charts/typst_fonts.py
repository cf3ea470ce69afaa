"""Our fonts as Typst holds them, read once for every writer: no font of the machine, none of Typst's own."""

from __future__ import annotations

from functools import cache

import typst

from akuntabel.charts.fonts import font_dir


@cache
def typst_fonts() -> typst.Fonts:
    """Arimo, Tinos and the symbol subsets."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[font_dir()])
