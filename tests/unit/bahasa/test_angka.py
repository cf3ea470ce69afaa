"""Numbers in the Indonesian form: tables first, properties after."""

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

FORMATTED = """
value             places  text
0                 -       0
0                 2       0,00
5                 -       5
-5                -       -5
7.73              -       7,73
7.50              -       7,5
7.50              2       7,50
100               -       100
1E+3              -       1.000
1234.56           -       1.234,56
1234.56           1       1.234,6
1234.565          2       1.234,57
-1234.565         2       -1.234,57
88.305            2       88,31
0.5               0       1
2.5               0       3
-0.001            2       0,00
-0.005            2       -0,01
999999.995        2       1.000.000,00
18113302758       -       18.113.302.758
105.17464424320827 2      105,17
"""


def rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()[1:]]


@pytest.mark.parametrize(("value", "places", "text"), rows(FORMATTED))
def test_format_number(value: str, places: str, text: str) -> None:
    assert format_number(Decimal(value), None if places == "-" else int(places)) == text


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


READ = """
1.234,56          | 1234.56
7,73              | 7.73
80                | 80
-5                | -5
+5                | 5
−5,5              | -5.5
(1.250)           | -1250
1.170             | 1170
1,170             | 1.170
18.113.302.758    | 18113302758
007               | 7
89,4 %            | 89.4
89,4%             | 89.4
89,4 persen       | 89.4
Rp 1.234,-        | 1234
Rp. 1.234.567,00  | 1234567.00
Rp1.234,--        | 1234
rp 500            | 500
IDR 500           | 500
-Rp5.000          | -5000
Rp-5.000          | -5000
(Rp1.000,50)      | -1000.50
\u00a01.234\u200b | 1234
"""


def bars(table: str) -> list[list[str]]:
    return [[cell.strip(" ") for cell in line.split("|")] for line in table.strip("\n").splitlines()]


@pytest.mark.parametrize(("text", "value"), bars(READ))
def test_a_plain_number_is_read_without_a_question(text: str, value: str) -> None:
    parsed = parse_number(text)
    assert (parsed.kind, str(parsed.value), parsed.masalah, parsed.saran) == (JenisBacaan.ANGKA, value, None, None)
    assert parsed.is_certain


LIKELY = """
8.55         | 8.55       | 8,55         | titik dipakai sebagai tanda desimal
-8.55        | -8.55      | -8,55        | titik dipakai sebagai tanda desimal
1234.5       | 1234.5     | 1.234,5      | titik dipakai sebagai tanda desimal
0.123        | 0.123      | 0,123        | titik dipakai sebagai tanda desimal
8.5555       | 8.5555     | 8,5555       | titik dipakai sebagai tanda desimal
1,985,707.25 | 1985707.25 | 1.985.707,25 | koma dipakai sebagai pemisah ribuan
1,985,707    | 1985707    | 1.985.707    | koma dipakai sebagai pemisah ribuan
1 234        | 1234       | 1.234        | spasi di antara angka
"""


@pytest.mark.parametrize(("text", "value", "saran", "masalah"), bars(LIKELY))
def test_an_ambiguous_number_is_read_and_asked_about(text: str, value: str, saran: str, masalah: str) -> None:
    parsed = parse_number(text)
    assert (parsed.kind, str(parsed.value), parsed.saran, parsed.masalah) == (JenisBacaan.ANGKA, value, saran, masalah)
    assert parsed.ambiguous
    assert not parsed.is_certain


WRONG = """
24.755.00    | 24.755,00     | pemisah ribuan tidak diikuti tiga angka
1.23.456     | -             | pemisah ribuan tidak diikuti tiga angka
1234.5,6     | -             | pemisah ribuan tidak diikuti tiga angka
11.088.669., | 11.088.669    | tanda titik atau koma tidak pada tempatnya
5,           | 5             | tanda titik atau koma tidak pada tempatnya
,5           | 0,5           | tanda titik atau koma tidak pada tempatnya
8O%          | 80            | memuat huruf yang mirip angka
-8O          | -80           | memuat huruf yang mirip angka
80 orang     | 80            | ada tulisan 'orang' di samping angka
1,2 miliar   | 1.200.000.000 | ada tulisan 'miliar' di samping angka
#REF!        | -             | galat rumus dari lembar kerja
#N/A         | -             | galat rumus dari lembar kerja
#DIV/0!      | -             | galat rumus dari lembar kerja
Err:502      | -             | galat rumus dari lembar kerja
=A1+B1       | -             | rumus yang belum dihitung
1,2E+10      | -             | notasi ilmiah; angka di belakangnya mungkin sudah terpotong
delapan      | -             | bukan angka
--5          | -             | bukan angka
80-90        | -             | bukan angka
()           | -             | bukan angka
Rp           | -             | bukan angka
%            | -             | bukan angka
١٢           | -             | bukan angka
"""


@pytest.mark.parametrize(("text", "saran", "masalah"), bars(WRONG))
def test_what_is_no_number_says_why(text: str, saran: str, masalah: str) -> None:
    parsed = parse_number(text)
    assert (parsed.kind, parsed.value, parsed.saran or "-", parsed.masalah) == (JenisBacaan.SALAH, None, saran, masalah)


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
