"""Number words that the program writes are read back by the reviewer as the same number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from akuntabel.bahasa.terbilang import TERBESAR, terbilang
from akuntabel.facts.bilangan_kata import BilanganKata, read_count, read_number_words


@example(int(TERBESAR))
@example(1_100_101)
@given(st.one_of(st.integers(0, 2000), st.integers(0, int(TERBESAR))))
def test_whole_numbers(number: int) -> None:
    assert read_number_words(terbilang(number)) == BilanganKata(Decimal(number))


@given(st.decimals(0, 10**9, places=2))
def test_decimals(number: Decimal) -> None:
    assert read_number_words(terbilang(number)) == BilanganKata(number)


@given(st.integers(0, 2000))
def test_counts_in_digits_and_in_words(number: int) -> None:
    assert read_count(str(number)) == number
    assert read_count(terbilang(number)) == number


def test_no_count() -> None:
    assert [read_count(t) for t in ("", "beberapa", "tiga orang tua", "-")] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("words", "number"),
    [("sejuta dua ratus ribu", 1_200_000), ("semiliar seribu seratus", 1_000_001_100), ("seratus ribu", 100_000)],
)
def test_short_forms(words: str, number: int) -> None:
    assert read_number_words(words) == BilanganKata(Decimal(number))
