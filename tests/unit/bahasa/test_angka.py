"""Numbers in the Indonesian form: properties and odd cases; the tables stand in tests/spec/bahasa/angka.md."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.bahasa.angka import (
    JenisBacaan,
    format_number,
    format_percent,
    format_rupiah,
    parse_number,
    round_half_up,
)


def test_format_number_ungrouped() -> None:
    assert format_number(Decimal("18113302758.5"), 2, group=False) == "18113302758,50"


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_a_value_that_is_not_finite_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="bukan angka berhingga"):
        format_number(Decimal(value), 2)


@pytest.mark.parametrize(
    ("value", "sen", "text"),
    [
        ("18113302758", None, "Rp18.113.302.758"),
        ("18113302758.00", None, "Rp18.113.302.758"),
        ("1985707679.5", None, "Rp1.985.707.679,50"),
        ("18113302758", True, "Rp18.113.302.758,00"),
        ("1500.75", False, "Rp1.501"),
        ("-5000", None, "-Rp5.000"),
        ("0", None, "Rp0"),
        ("0.004", None, "Rp0"),
    ],
)
def test_format_rupiah(value: str, sen: bool | None, text: str) -> None:
    assert format_rupiah(Decimal(value), sen) == text


def test_format_percent() -> None:
    assert format_percent(Decimal("89.355")) == "89,36%"
    assert format_percent(Decimal("89.5"), 0) == "90%"
    assert format_percent(Decimal("89.50"), None) == "89,5%"


def test_invisible_characters_around_a_number_do_not_matter() -> None:
    assert parse_number("\u00a01.234\u200b").value == 1234


@pytest.mark.parametrize("text", ["", "   ", "-", "–", "—", "\u00a0", "\ufeff"])
def test_blank_and_dash_are_empty(text: str) -> None:
    assert parse_number(text).kind is JenisBacaan.KOSONG


def test_signs_around_the_number_are_noted() -> None:
    assert (parse_number("89,4 %").percent, parse_number("89,4").percent) == (True, False)
    assert (parse_number("Rp5").rupiah, parse_number("5").rupiah) == (True, False)


def test_a_very_long_text_is_no_number() -> None:
    assert parse_number("9" * 61).masalah == "terlalu panjang untuk sebuah angka"


numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4)


@given(numbers)
def test_what_is_printed_is_read_back(value: Decimal) -> None:
    for group in (True, False):
        parsed = parse_number(format_number(value, group=group))
        assert (parsed.value, parsed.is_certain) == (value, True)
    assert parse_number(format_rupiah(round_half_up(value, 2))).value == round_half_up(value, 2)


@given(numbers, st.integers(0, 6))
def test_rounding_is_half_up_against_fractions(value: Decimal, places: int) -> None:
    scaled = abs(Fraction(value)) * 10**places + Fraction(1, 2)
    expected = Fraction(scaled.numerator // scaled.denominator, 10**places) * (-1 if value < 0 else 1)
    assert Fraction(round_half_up(value, places)) == expected


@given(st.text(max_size=80))
def test_any_text_is_answered_and_never_raises(text: str) -> None:
    parsed = parse_number(text)
    assert (parsed.value is not None) == (parsed.kind is JenisBacaan.ANGKA)
    assert (parsed.masalah is None) == (parsed.kind is JenisBacaan.KOSONG or parsed.is_certain)
    if parsed.saran is not None and not parsed.ambiguous:
        assert parse_number(parsed.saran).is_certain
