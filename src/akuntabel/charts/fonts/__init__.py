"""The fonts of our documents and charts, as files: no writer depends on fonts of the machine.

Arimo and Tinos have the metrics of Arial and Times New Roman. The two Noto subsets (arrows, mathematical
operators, geometric shapes, dingbats) show what those lack. All under the SIL Open Font License 1.1 (OFL-*.txt).
`cakupan.txt` lists, as ranges of code points, what every face of both text families or a symbol subset shows,
without control, format and private characters (break points excepted), which PDF/A forbids.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

TEXT_FAMILIES = ("Arimo", "Tinos")
SYMBOL_FAMILIES = ("Noto Sans Symbols 2", "Noto Sans Math")


def font_dir() -> Path:
    """The folder that holds the TrueType files."""
    return Path(__file__).parent


def is_shown(char: str) -> bool:
    """Whether a character has a glyph in every document, whichever of the two text families it uses."""
    return ord(char) in _covered()


@cache
def _covered() -> frozenset[int]:
    lines = (font_dir() / "cakupan.txt").read_text(encoding="ascii").split()
    runs = (line.split("-") for line in lines)
    return frozenset(code for first, last in runs for code in range(int(first, 16), int(last, 16) + 1))
