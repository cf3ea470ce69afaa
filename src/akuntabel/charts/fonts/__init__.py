"""The fonts of our documents and charts, as files: no writer depends on fonts of the machine.

Arimo and Tinos have the metrics of Arial and Times New Roman. The two Noto subsets (arrows, mathematical
operators, geometric shapes, dingbats) show what those lack. All under the SIL Open Font License 1.1 (OFL-*.txt).
"""

from __future__ import annotations

from pathlib import Path

TEXT_FAMILIES = ("Arimo", "Tinos")
SYMBOL_FAMILIES = ("Noto Sans Symbols 2", "Noto Sans Math")


def font_dir() -> Path:
    """The folder that holds the TrueType files."""
    return Path(__file__).parent
