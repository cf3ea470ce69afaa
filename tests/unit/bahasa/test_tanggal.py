"""Dates, periods, Roman numerals; the tables of dates stand in tests/spec/bahasa/tanggal.md."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.bahasa.tanggal import (
    BULAN,
    format_rentang_bulan,
    format_rentang_tahun,
    format_rentang_tanggal,
    format_tanggal,
    label_periode,
    label_semester,
    label_triwulan,
    parse_tanggal,
    romawi,
)
from akuntabel.domain.figure import PERIODE


@pytest.mark.parametrize("text", ["5 Februari\u00a02026", "  5  Februari 2026 ", "2026-02-05T00:00:00.000"])
def test_odd_space_and_a_midnight_do_not_matter(text: str) -> None:
    assert parse_tanggal(text) == date(2026, 2, 5)


def test_a_time_of_day_is_no_date() -> None:
    assert parse_tanggal("2026-02-05 13:00") is None
    assert parse_tanggal("") is None


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_what_is_printed_is_read_back(day: date) -> None:
    forms = (format_tanggal(day), format_tanggal(day, hari=True), day.isoformat(), f"{day:%d-%m-%Y}", f"{day:%d/%m/%Y}")
    assert [parse_tanggal(f) for f in forms] == [day] * 5


def test_format_tanggal_does_not_pad() -> None:
    assert format_tanggal(date(2026, 2, 5)) == "5 Februari 2026"
    assert format_tanggal(date(2026, 2, 5), hari=True) == "Kamis, 5 Februari 2026"


def test_a_range_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="mendahului"):
        format_rentang_tanggal(date(2026, 2, 2), date(2026, 2, 1))


def test_ranges_of_months_and_years() -> None:
    assert format_rentang_bulan(10, 12, 2025) == "Oktober s.d. Desember 2025"
    assert format_rentang_bulan(10, 10, 2025) == "Oktober 2025"
    assert format_rentang_tahun(2025, 2029) == "2025–2029"
    assert format_rentang_tahun(2025, 2025) == "2025"


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (1999, "MCMXCIX"), (2025, "MMXXV"), (3999, "MMMCMXCIX")],
)
def test_romawi(number: int, text: str) -> None:
    assert romawi(number) == text


def test_roman_numerals_are_read_back() -> None:
    values = dict(zip("IVXLCDM", (1, 5, 10, 50, 100, 500, 1000), strict=True))

    def read(text: str) -> int:
        digits = [values[c] for c in text]
        return sum(-d if any(d < e for e in digits[i + 1 : i + 2]) else d for i, d in enumerate(digits))

    assert [read(romawi(n)) for n in range(1, 4000)] == list(range(1, 4000))


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_no_roman_numeral_outside_the_range(number: int) -> None:
    with pytest.raises(ValueError, match="angka Romawi"):
        romawi(number)


def test_labels_of_periods() -> None:
    assert [label_triwulan(n) for n in range(1, 5)] == ["Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV"]
    assert [label_semester(n) for n in (1, 2)] == ["Semester I", "Semester II"]


def test_every_period_of_a_figure_id_has_a_label() -> None:
    labels = [label_periode(p) for p in PERIODE]
    assert labels[:6] == ["Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV", "Semester I", "Semester II"]
    assert labels[6:] == list(BULAN)


@pytest.mark.parametrize("code", ["", "tw0", "tw5", "sm3", "b00", "b13", "2025", "tw"])
def test_an_unknown_period_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match=r"periode tidak dikenal|bagian tahun"):
        label_periode(code)
