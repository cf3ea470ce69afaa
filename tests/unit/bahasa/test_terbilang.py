"""Number words: the full range by property and an independent way back; the table is tests/spec/bahasa/terbilang.md."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.bahasa.terbilang import TERBESAR, terbilang


@pytest.mark.parametrize("value", [TERBESAR + 1, -TERBESAR - 1, Decimal("NaN"), Decimal("Infinity")])
def test_beyond_the_range_is_refused(value: Decimal | int) -> None:
    with pytest.raises(ValueError, match="di luar jangkauan"):
        terbilang(value)


NAMES = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
UNITS = {w: n for n, w in enumerate(NAMES)}
FIXED = {"sepuluh": 10, "sebelas": 11, "seratus": 100}
SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12, "kuadriliun": 10**15}


def read_words(text: str) -> int:
    """A stack machine that knows nothing of how the words are made."""
    total = group = unit = 0
    for word in text.replace("seribu", "satu ribu").split():
        if word in UNITS:
            group += unit
            unit = UNITS[word]
        elif word in FIXED:
            group += unit + FIXED[word]
            unit = 0
        elif word == "belas":
            group, unit = group + 10 + unit, 0
        elif word == "puluh":
            group, unit = group + 10 * unit, 0
        elif word == "ratus":
            group, unit = group + 100 * unit, 0
        else:
            total, group, unit = total + (group + unit) * SCALES[word], 0, 0
    return total + group + unit


@given(
    st.integers(0, TERBESAR)
    | st.integers(0, 10**6)
    | st.sampled_from([10**p + d for p in range(15) for d in (-1, 0, 1)])
)
def test_words_are_read_back(number: int) -> None:
    assert read_words(terbilang(number)) == number


@given(st.integers(0, TERBESAR))
def test_one_before_hundred_and_thousand_is_always_se(number: int) -> None:
    words = terbilang(number)
    assert "satu ratus" not in words
    assert "satu puluh" not in words
    assert not words.startswith("satu ribu")
    assert "  " not in words


@pytest.mark.panjang
def test_every_number_to_a_million_is_read_back() -> None:
    assert [n for n in range(1_000_001) if read_words(terbilang(n)) != n] == []
