"""Cleaning of users' text: a table of what comes and what is printed, then properties over any text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.bahasa.bersih import Cleaned, Ganti, JenisGanti, clean_text
from akuntabel.bahasa.cakupan import covered_by_fonts, parse_ranges
from akuntabel.bahasa.simbol import NAMES, PRIVATE_USE

UNSEEN = [
    ("plain", "Tingkat Pengangguran Terbuka 7,73%", "Tingkat Pengangguran Terbuka 7,73%"),
    ("quotes and dashes stay", "“baik” ‘cukup’ – — …", "“baik” ‘cukup’ – — …"),
    ("signs that the fonts have stay", "★ ✓ ✔ ✗ → ≥ ≤ × • ☐", "★ ✓ ✔ ✗ → ≥ ≤ × • ☐"),
    ("no-break space", "Rp\u00a01.000", "Rp 1.000"),
    ("narrow and wide spaces", "a\u202fb\u2003c\u3000d", "a b c d"),
    ("zero width and byte order mark", "\ufeffki\u200bner\u200dja", "kinerja"),
    ("soft hyphen", "akun\u00adtabel", "akuntabel"),
    ("direction marks", "\u202akinerja\u202c\u200e", "kinerja"),
    ("line ends", "a\r\nb\rc\x0bd\x0ce\u2028f\x85g", "a\nb\nc\nd\ne\nf\ng"),
    ("tabs", "\t\t- butir\tnilai", "        - butir nilai"),
    ("ligatures of a PDF", "konﬁrmasi eﬀektif", "konfirmasi effektif"),
    ("composed", "cafe\u0301", "café"),
    ("variation selector after a sign", "✔\ufe0f", "✔"),
]


@pytest.mark.parametrize(("raw", "text"), [row[1:] for row in UNSEEN], ids=[row[0] for row in UNSEEN])
def test_changes_that_no_reader_sees_are_not_noted(raw: str, text: str) -> None:
    assert clean_text(raw) == Cleaned(text)


SEEN = [
    ("bullet of Word's Symbol font", "\uf0b7 satu", "• satu", JenisGanti.SIMBOL),
    ("Wingdings square", "\uf0a7 satu", "▪ satu", JenisGanti.SIMBOL),
    ("Wingdings arrow head", "\uf0d8 satu", "➢ satu", JenisGanti.SIMBOL),
    ("Wingdings tick", "\uf0fc satu", "✓ satu", JenisGanti.SIMBOL),
    ("unknown private use", "\ue123", "[U+E123]", JenisGanti.SIMBOL),
    ("control", "a\x00b", "ab", JenisGanti.KENDALI),
    ("bell", "a\x07b", "ab", JenisGanti.KENDALI),
    ("control of the upper half", "a\x9fb", "ab", JenisGanti.KENDALI),
    ("lone surrogate", "a\ud83cb", "a[U+D83C]b", JenisGanti.RUSAK),
    ("non-character", "a\uffffb", "a[U+FFFF]b", JenisGanti.RUSAK),
    ("replacement character", "a\ufffdb", "a[?]b", JenisGanti.RUSAK),
    ("known emoji", "Juara \U0001f3c6", "Juara [piala]", JenisGanti.TAK_TERCETAK),
    ("split emoji", "Juara \ud83c\udfc6", "Juara [piala]", JenisGanti.TAK_TERCETAK),
    ("emoji with skin tone", "\U0001f44d\U0001f3fd", "[jempol]", JenisGanti.TAK_TERCETAK),
    ("unknown emoji", "\U0001f9ea", "[U+1F9EA]", JenisGanti.TAK_TERCETAK),
    ("flag", "\U0001f1ee\U0001f1e9", "[bendera ID]", JenisGanti.TAK_TERCETAK),
    ("keycap", "1\ufe0f\u20e3", "1", JenisGanti.TAK_TERCETAK),
    ("Arabic word", "بسم", "[teks beraksara Arab]", JenisGanti.TAK_TERCETAK),
    ("Javanese word", "ꦲꦏ꧀ꦱꦫ", "[teks beraksara Jawa]", JenisGanti.TAK_TERCETAK),
    ("bold letters of a chat", "\U0001d40a", "K", JenisGanti.PADANAN),
    ("full width", "ＬＫ", "LK", JenisGanti.PADANAN),
]


@pytest.mark.parametrize(("raw", "text", "jenis"), [row[1:] for row in SEEN], ids=[row[0] for row in SEEN])
def test_what_cannot_be_shown_is_mapped_or_named_and_noted(raw: str, text: str, jenis: JenisGanti) -> None:
    cleaned = clean_text(raw, covered_by_fonts() - {0x1D40A})
    assert cleaned.text == text
    assert {n.jenis for n in cleaned.notes} == {jenis}


def test_notes_count_and_keep_the_order() -> None:
    cleaned = clean_text("\uf0b7 a\n\uf0b7 b\n\U0001f3c6")
    assert cleaned.notes == (
        Ganti(JenisGanti.SIMBOL, "\uf0b7", "•", 2),
        Ganti(JenisGanti.TAK_TERCETAK, "\U0001f3c6", "[piala]", 1),
    )
    assert [n.pesan for n in cleaned.notes] == [
        "simbol huruf Word U+F0B7 diganti '•', 2 kali",
        "tidak ada pada huruf dokumen U+1F3C6 diganti '[piala]', 1 kali",
    ]
    assert clean_text("a\x00").notes[0].pesan == "karakter kendali U+0000 dibuang, 1 kali"


def test_a_smaller_coverage_names_more() -> None:
    assert clean_text("é ✓", frozenset()).text == "[U+00E9] [U+2713]"
    assert clean_text("\uf0b7", frozenset()).text == "[U+F0B7]"


anything = st.text(
    st.characters() | st.sampled_from([chr(c) for c in (*PRIVATE_USE, *NAMES, 0x301, 0xD800, 0xDC00, 0x20E3)])
)


@given(anything)
def test_the_result_can_always_be_shown(raw: str) -> None:
    text = clean_text(raw).text
    assert {c for c in text if c != "\n" and ord(c) not in covered_by_fonts()} == set()
    assert "\ufffd" not in text
    assert {unicodedata.category(c) for c in text if c != "\n"}.isdisjoint({"Cc", "Cf", "Cs", "Co", "Cn"})
    assert text == unicodedata.normalize("NFC", text)
    text.encode("utf-8")


@given(anything)
def test_cleaning_twice_changes_nothing_more(raw: str) -> None:
    text = clean_text(raw).text
    assert clean_text(text) == Cleaned(text)


@given(st.text(st.sampled_from([chr(c) for c in range(0x20, 0x7F)] + ["\n", "é", "–", "“", "≥"])))
def test_ordinary_text_is_left_alone(raw: str) -> None:
    assert clean_text(raw) == Cleaned(raw)


def test_symbols_of_word_are_mapped_to_characters_that_the_fonts_have() -> None:
    shown = covered_by_fonts()
    assert {hex(c) for c, symbol in PRIVATE_USE.items() if not {ord(s) for s in symbol} <= shown} == set()


def test_parse_ranges() -> None:
    assert parse_ranges("# c\n0041-0043\n00E9\n") == {0x41, 0x42, 0x43, 0xE9}
