"""Words break only where they are too wide, at Indonesian syllables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.writers.pdf.breaking import SOFT_HYPHEN, ZERO_WIDTH_SPACE, breakable, syllables


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("ketenagakerjaan", "ke-te-na-ga-ker-jaan"),
        ("pertanggungjawaban", "per-tang-gung-ja-wa-ban"),
        ("penyelenggaraan", "pe-nye-leng-ga-raan"),
        ("masyarakat", "ma-sya-ra-kat"),
        ("indikator", "in-di-ka-tor"),
        ("akhir", "akhir"),
        ("AKUNTABILITAS", "AKUN-TA-BI-LI-TAS"),
        ("xyz", "xyz"),
    ],
)
def test_syllables(word: str, parts: str) -> None:
    assert "-".join(syllables(word)) == parts


@pytest.mark.parametrize(
    ("text", "width_mm", "shown"),
    [
        ("Ketenagakerjaan", 100, "Ketenagakerjaan"),
        ("Ketenagakerjaan", 12, "Kete~naga~ker~jaan"),
        ("dan Ketenagakerjaan ini", 12, "dan Kete~naga~ker~jaan ini"),
        ("Rp18.113.302.758,00 1.234.567.890.123,45", 10, "Rp18.|113.|302.|758,00 1.234.567.890.123,45"),
        ("https://a.id/panjang", 20, "https://a.id/|panjang"),
        ("pengaduan@ketenagakerjaan.id", 20, "pengaduan|@|ketenagake|rjaan.|id"),
        ("Pelatihan/ketenagakerjaan", 20, "Pelatihan/|ketenaga~kerjaan"),
        ("No. 1", 3, "No. 1"),
    ],
)
def test_breakable(text: str, width_mm: float, shown: str) -> None:
    made = breakable(text, width_mm, 10)
    assert made.replace(SOFT_HYPHEN, "~").replace(ZERO_WIDTH_SPACE, "|") == shown


@given(st.text(), st.floats(min_value=1, max_value=200), st.floats(min_value=6, max_value=20))
def test_nothing_is_lost(text: str, width_mm: float, size_pt: float) -> None:
    plain = text.replace(SOFT_HYPHEN, "").replace(ZERO_WIDTH_SPACE, "")
    made = breakable(plain, width_mm, size_pt)
    assert made.replace(SOFT_HYPHEN, "").replace(ZERO_WIDTH_SPACE, "") == plain
