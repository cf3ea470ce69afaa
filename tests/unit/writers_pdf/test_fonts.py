"""The fonts are real, free, and show what we say they show."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from akuntabel.charts.fonts import SYMBOL_FAMILIES, TEXT_FAMILIES, font_dir, is_shown
from akuntabel.doctree.nodes import Document, Heading, PageSetup, Paragraph, Section, Text
from akuntabel.writers.pdf import write_pdf

FACES = [f"{family}-{face}.ttf" for family in TEXT_FAMILIES for face in ("Regular", "Bold", "Italic", "BoldItalic")]
SYMBOLS = ["NotoSansMath-Subset.ttf", "NotoSansSymbols2-Subset.ttf"]


def codes(name: str) -> set[int]:
    return set(TTFont(font_dir() / name).getBestCmap())


def test_files() -> None:
    assert sorted(path.name for path in font_dir().glob("*.ttf")) == sorted(FACES + SYMBOLS)
    families = {TTFont(path)["name"].getDebugName(1) for path in font_dir().glob("*.ttf")}
    assert families == {*TEXT_FAMILIES, *SYMBOL_FAMILIES}


@pytest.mark.parametrize("name", ["Arimo", "Tinos", "NotoSansMath", "NotoSansSymbols2"])
def test_licence_stands_beside_the_font(name: str) -> None:
    text = Path(font_dir(), f"OFL-{name}.txt").read_text(encoding="utf-8")
    assert text.startswith("Copyright 20")
    assert "SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007" in text


def test_is_shown_says_what_the_fonts_hold() -> None:
    held = set.intersection(*map(codes, FACES)) | set.union(*map(codes, SYMBOLS))
    plain = {code for code in held if unicodedata.category(chr(code)) not in ("Cc", "Cf", "Co")}
    plain |= {0xAD, 0x200B}  # the two break points, which PDF/A lets pass
    assert {code for code in range(0x110000) if is_shown(chr(code))} == plain
    assert all(map(is_shown, "Aé–“”…✓✗★☆→⇒•▪■●☐☑≥≤×÷°½²"))
    assert not any(map(is_shown, "\x07\uf0b7🎉漢\ud83d"))


@pytest.mark.parametrize("font", TEXT_FAMILIES)
def test_every_shown_character_can_be_written(font: str) -> None:
    shown = [chr(code) for code in range(0x20, 0x30000) if is_shown(chr(code))]
    lines = ["".join(shown[at : at + 60]) for at in range(0, len(shown), 60)]
    blocks = [Paragraph((Text(line), Text(line, bold=True), Text(line, italic=True))) for line in lines]
    section = Section((Heading(1, (Text("Huruf"),), "huruf", numbered=False), *blocks))
    document = Document("Huruf", "Dinas", date(2026, 1, 2), (section,), page=PageSetup(font=font))
    assert write_pdf(document).startswith(b"%PDF-1.7")
