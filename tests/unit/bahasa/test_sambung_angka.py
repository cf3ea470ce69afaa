"""Numbers that a narrow cell cuts over two lines are one number again; what only looks so stays apart."""

import pytest

from akuntabel.bahasa.sambung_kata import Kosakata, is_cut_number, join_texts


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("9.200.000.00", "0", "9.200.000.000"),
        ("38.450.00", "0.000", "38.450.000.000"),
        ("547.885.7", "00", "547.885.700"),
        ("Rp 3.601.229.", "550", "Rp 3.601.229.550"),
        ("38.450", ".000.000", "38.450.000.000"),
        ("102.000.0", "00.000,50", "102.000.000.000,50"),
        ("400.000.000", "12", "400.000.000 12"),
        ("3.2", "4 Tujuan", "3.2 4 Tujuan"),
        ("12", "500", "12 500"),
        ("3.1", "Pendapatan", "3.1 Pendapatan"),
        ("92,5", "0", "92,5 0"),
    ],
)
def test_lines_of_a_cell(first: str, second: str, whole: str) -> None:
    assert join_texts(first, second, Kosakata([])) == whole
    assert is_cut_number(first, second) is (whole == first + second)
