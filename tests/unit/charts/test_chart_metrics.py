"""Text widths are those of the font that is drawn."""

import pytest
from fontTools.ttLib import TTFont

from akuntabel.charts.fonts import font_dir
from akuntabel.charts.metrics import longest_word, text_width, wrap


@pytest.mark.parametrize(("file", "bold"), [("Arimo-Regular.ttf", False), ("Arimo-Bold.ttf", True)])
def test_table_of_widths_equals_the_font(file: str, bold: bool) -> None:
    font = TTFont(font_dir() / file)
    names, advances = font.getBestCmap(), font["hmtx"]
    expected = {chr(c): advances[names[c]][0] for c in range(32, 127)}
    assert {c: text_width(c, font["head"].unitsPerEm, bold) for c in expected} == expected


WRAPPED = [
    ("Sarana dan prasarana", 50, ("Sarana dan", "prasarana")),
    ("Sarana dan prasarana", 500, ("Sarana dan prasarana",)),
    ("Sarana dan prasarana", 0, ("Sarana", "dan", "prasarana")),
    ("", 50, ("",)),
]


@pytest.mark.parametrize(("text", "width", "lines"), WRAPPED)
def test_wrap(text: str, width: float, lines: tuple[str, ...]) -> None:
    assert wrap(text, width, 8) == lines


def test_longest_word_is_the_narrowest_column() -> None:
    assert longest_word("di mekanisme itu", 8) == text_width("mekanisme", 8)
