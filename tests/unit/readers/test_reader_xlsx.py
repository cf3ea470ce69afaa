"""Workbooks: exact values and places; an independent reader agrees where it can."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
import python_calamine
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from akuntabel.grid.sheet import Masalah, RawCell, Sheet
from akuntabel.readers.xlsx import parse_xlsx


def made(fill: Callable[[Any, Any], None], **options: Any) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, **options}) as book:
        fill(book, book.add_worksheet("a"))
    return out.getvalue()


def first(data: bytes) -> Sheet:
    return parse_xlsx(data, "a.xlsx")[0]


def cells(data: bytes) -> list[RawCell]:
    return [cell for row in first(data).rows for cell in row]


def test_values_and_places() -> None:
    def fill(book: Any, sheet: Any) -> None:
        day = book.add_format({"num_format": "dd mmmm yyyy"})
        sheet.write_string("B2", "_x000D_ <&> \U0001f600")
        sheet.write_number("B3", 0.1 + 0.2)
        sheet.write_datetime("B4", datetime(2025, 8, 17), day)  # noqa: DTZ001
        sheet.write_boolean("B5", True)
        sheet.write_rich_string("B6", "satu ", book.add_format({"bold": True}), "dua")
        sheet.write_formula("AB7", "=1+1", None, 2)

    assert cells(made(fill)) == [
        RawCell("_x000D_ <&> \U0001f600", "_x000D_ <&> \U0001f600", 2, 2),
        RawCell(Decimal("0.3"), "0,3", 3, 2),
        RawCell(date(2025, 8, 17), "2025-08-17", 4, 2),
        RawCell(True, "ya", 5, 2),
        RawCell("satu dua", "satu dua", 6, 2),
        RawCell(Decimal(2), "2", 7, 28),
    ]


def test_percentages_are_marked() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_number("A1", 0.0773, book.add_format({"num_format": "0.00%"}))
        sheet.write_number("A2", 0.5, book.add_format({"num_format": 9}))
        sheet.write_number("A3", 5, book.add_format({"num_format": '0" %"'}))

    assert [(c.text, c.persen) for c in cells(made(fill))] == [("7,73%", True), ("50%", True), ("5", False)]


def test_dates_of_old_macs() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_datetime("A1", datetime(2025, 1, 2), book.add_format({"num_format": "yyyy-mm-dd"}))  # noqa: DTZ001

    assert cells(made(fill, date_1904=True))[0].value == date(2025, 1, 2)


def test_what_is_wrong_is_no_blank() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["=A1+1", "#REF!", None, "x"])
    out = io.BytesIO()
    book.save(out)
    assert [(c.text, c.masalah, c.kolom) for c in cells(out.getvalue())] == [
        ("=A1+1", Masalah.FORMULA_TANPA_NILAI, 1),
        ("#REF!", Masalah.GALAT, 2),
        ("x", None, 4),
    ]


def test_number_formats_that_look_like_dates() -> None:
    def fill(book: Any, sheet: Any) -> None:
        for row, code in enumerate(['0.0 "hari"', "[Red]0", "#,##0", "General", '"Rp"#,##0', "0.00E+00"]):
            sheet.write_number(row, 0, 45000, book.add_format({"num_format": code}))

    assert [c.value for c in cells(made(fill))] == [Decimal(45000)] * 6


texts = st.text("aZ é<&>_x0D\n\"' ", min_size=1).filter(lambda s: bool(s.strip()))
values = texts | st.integers(-(10**14), 10**14) | st.floats(-1e12, 1e12, allow_nan=False) | st.booleans()


@settings(max_examples=40)
@given(st.lists(st.lists(values, min_size=1, max_size=4), min_size=1, max_size=5))
def test_an_independent_reader_agrees(rows: list[list[Any]]) -> None:
    def fill(book: Any, sheet: Any) -> None:
        for n, row in enumerate(rows):
            for m, value in enumerate(row):
                {bool: sheet.write_boolean, str: sheet.write_string}.get(type(value), sheet.write_number)(n, m, value)

    data = made(fill)
    other = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    grid = other.to_python(skip_empty_area=False)
    for cell in cells(data):
        there = grid[cell.baris - 1][cell.kolom - 1]
        if isinstance(cell.value, Decimal):
            assert float(cell.value) == pytest.approx(float(there), rel=1e-14)
        else:
            assert cell.value == there
