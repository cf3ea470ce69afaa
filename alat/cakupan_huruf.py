"""Write the code points that the committed fonts show: run after every change of the fonts.

A character counts when all faces of both text families have it, or a fallback font has it: documents use both
families in all four styles. `--periksa` writes nothing and says whether the file is up to date.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "src/akuntabel/charts/fonts"
TARGET = ROOT / "src/akuntabel/bahasa/cakupan.txt"
TEXT_FAMILIES = ("Arimo", "Tinos")


def covered(fonts: Path) -> list[int]:
    faces = {p.name: set(TTFont(p, lazy=True).getBestCmap()) for p in sorted(fonts.glob("*.ttf"))}
    text = [c for name, c in faces.items() if name.startswith(TEXT_FAMILIES)]
    fallback = [c for name, c in faces.items() if not name.startswith(TEXT_FAMILIES)]
    return sorted(c for c in set.intersection(*text).union(*fallback) if c >= 0x20 and not 0x7F <= c <= 0x9F)


def as_text(points: list[int]) -> str:
    lines = ["# Code points that the fonts of charts/fonts show; written by alat/cakupan_huruf.py."]
    start = previous = points[0]
    for point in [*points[1:], -1]:
        if point != previous + 1:
            lines.append(f"{start:04X}" if start == previous else f"{start:04X}-{previous:04X}")
            start = point
        previous = point
    return "\n".join(lines) + "\n"


def main() -> int:
    text = as_text(covered(FONTS))
    if "--periksa" in sys.argv:
        same = TARGET.exists() and TARGET.read_text(encoding="ascii") == text
        print("cakupan huruf sesuai dengan fon" if same else "cakupan huruf usang; jalankan alat/cakupan_huruf.py")
        return 0 if same else 1
    TARGET.write_text(text, encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main())
