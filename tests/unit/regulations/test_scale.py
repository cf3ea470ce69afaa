"""Scales: every boundary as a table, coverage of the whole line as a property of every scale in the data."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.regulations import Skala, classify, load
from akuntabel.regulations.scale import range_text

SKALA = load().skala_list

BOUNDARIES = """
skala                | value    | kelas
permendagri_86_2017  | -5       | Sangat Rendah
permendagri_86_2017  | 0        | Sangat Rendah
permendagri_86_2017  | 50       | Sangat Rendah
permendagri_86_2017  | 50.5     | Sangat Rendah
permendagri_86_2017  | 50.994   | Sangat Rendah
permendagri_86_2017  | 50.995   | Rendah
permendagri_86_2017  | 51       | Rendah
permendagri_86_2017  | 65       | Rendah
permendagri_86_2017  | 65.5     | Rendah
permendagri_86_2017  | 66       | Sedang
permendagri_86_2017  | 75       | Sedang
permendagri_86_2017  | 75.4     | Sedang
permendagri_86_2017  | 76       | Tinggi
permendagri_86_2017  | 90       | Tinggi
permendagri_86_2017  | 90.5     | Tinggi
permendagri_86_2017  | 90.994   | Tinggi
permendagri_86_2017  | 90.995   | Sangat Tinggi
permendagri_86_2017  | 91       | Sangat Tinggi
permendagri_86_2017  | 100      | Sangat Tinggi
permendagri_86_2017  | 105.17   | Sangat Tinggi
skm_14_2017          | 25       | Tidak Baik
skm_14_2017          | 64.99    | Tidak Baik
skm_14_2017          | 64.994   | Tidak Baik
skm_14_2017          | 64.995   | Kurang Baik
skm_14_2017          | 65.00    | Kurang Baik
skm_14_2017          | 76.60    | Kurang Baik
skm_14_2017          | 76.604   | Kurang Baik
skm_14_2017          | 76.605   | Baik
skm_14_2017          | 76.61    | Baik
skm_14_2017          | 88.30    | Baik
skm_14_2017          | 88.304   | Baik
skm_14_2017          | 88.305   | Sangat Baik
skm_14_2017          | 88.31    | Sangat Baik
skm_14_2017          | 100      | Sangat Baik
ikm_25_2004          | 43.75    | Tidak Baik
ikm_25_2004          | 43.76    | Kurang Baik
ikm_25_2004          | 62.50    | Kurang Baik
ikm_25_2004          | 62.51    | Baik
ikm_25_2004          | 81.25    | Baik
ikm_25_2004          | 81.26    | Sangat Baik
akip_88_2021         | 0        | E
akip_88_2021         | 0.004    | E
akip_88_2021         | 0.01     | D
akip_88_2021         | 30.00    | D
akip_88_2021         | 30.01    | C
akip_88_2021         | 50.00    | C
akip_88_2021         | 50.01    | CC
akip_88_2021         | 60.00    | CC
akip_88_2021         | 60.01    | B
akip_88_2021         | 70.00    | B
akip_88_2021         | 70.01    | BB
akip_88_2021         | 80.00    | BB
akip_88_2021         | 80.004   | BB
akip_88_2021         | 80.01    | A
akip_88_2021         | 90.00    | A
akip_88_2021         | 90.01    | AA
akip_88_2021         | 100      | AA
akip_12_2015         | 0        | D
akip_12_2015         | 80.00    | BB
akip_12_2015         | 80.01    | A
akip_25_2012         | 65.00    | CC
akip_25_2012         | 85.01    | AA
konversi_skp         | 59.99    | Sangat Kurang
konversi_skp         | 60       | Kurang
konversi_skp         | 99.99    | Cukup
konversi_skp         | 99.995   | Baik
konversi_skp         | 100      | Baik
konversi_skp         | 100.01   | Sangat Baik
memuaskan_85         | 30       | Kurang
memuaskan_85         | 30.01    | Agak Kurang
memuaskan_85         | 85       | Sangat Baik
memuaskan_85         | 85.01    | Memuaskan
istimewa_90          | 89.99    | Baik
istimewa_90          | 90       | Istimewa
lampu_70_90          | 69.99    | Merah
lampu_70_90          | 90       | Kuning
lampu_70_90          | 90.01    | Hijau
"""


def rows(table: str) -> list[list[str]]:
    return [[c.strip() for c in line.split("|")] for line in table.strip().splitlines()[1:]]


@pytest.mark.parametrize(("kode", "value", "kelas"), rows(BOUNDARIES))
def test_boundaries(kode: str, value: str, kelas: str) -> None:
    found = classify(load().skala(kode), Decimal(value))
    assert kelas in (found.kode, found.nama)


def by_kode(skala: Skala) -> str:
    return skala.kode


@pytest.mark.parametrize("skala", SKALA, ids=by_kode)
@given(value=st.decimals(allow_nan=False, allow_infinity=False, min_value=-500, max_value=500, places=6))
def test_every_value_has_exactly_one_class(skala: Skala, value: Decimal) -> None:
    assert sum(k.holds(value) for k in skala.kelas) == 1


@pytest.mark.parametrize("skala", SKALA, ids=by_kode)
def test_around_every_bound_there_is_exactly_one_class(skala: Skala) -> None:
    for kelas in skala.kelas:
        for bound in (kelas.lower, kelas.upper):
            for step in ("-0.01", "-1E-20", "0", "1E-20", "0.01"):
                value = (bound or Decimal()) + Decimal(step)
                assert sum(k.holds(value) for k in skala.kelas) == 1, (kelas.kode, value)


@pytest.mark.parametrize("skala", SKALA, ids=by_kode)
@given(a=st.decimals(-300, 300, places=4), b=st.decimals(-300, 300, places=4))
def test_a_higher_value_never_has_a_lower_class(skala: Skala, a: Decimal, b: Decimal) -> None:
    low, high = sorted((a, b))
    assert skala.kelas.index(classify(skala, low)) <= skala.kelas.index(classify(skala, high))


@pytest.mark.parametrize("skala", SKALA, ids=by_kode)
@given(value=st.decimals(-300, 300, places=5))
def test_the_printed_value_has_the_class_of_the_value(skala: Skala, value: Decimal) -> None:
    printed = Decimal(f"{value:.10f}").quantize(Decimal(1).scaleb(-skala.desimal), "ROUND_HALF_UP")
    assert classify(skala, printed) is classify(skala, value)


@pytest.mark.parametrize("skala", SKALA, ids=by_kode)
def test_codes_and_printed_ranges_are_distinct(skala: Skala) -> None:
    assert len({k.kode for k in skala.kelas}) == len(skala.kelas)
    assert len({k.rentang_teks for k in skala.kelas}) == len(skala.kelas)


def test_infinity_is_no_value_of_a_scale() -> None:
    with pytest.raises(ValueError, match="bukan angka berhingga"):
        classify(SKALA[0], Decimal("Infinity"))


def test_the_printed_ranges_of_the_survey_are_those_of_the_regulation() -> None:
    ranges = [(k.rentang_teks, k.kode, k.nama, k.persepsi) for k in load().skala("skm_14_2017").kelas]
    assert ranges == [
        ("25,00 sampai 64,99", "D", "Tidak Baik", 1),
        ("65,00 sampai 76,60", "C", "Kurang Baik", 2),
        ("76,61 sampai 88,30", "B", "Baik", 3),
        ("88,31 sampai 100,00", "A", "Sangat Baik", 4),
    ]


@pytest.mark.parametrize(
    ("lower", "upper", "low_in", "up_in", "text"),
    [
        ("76", "91", True, False, "76,00 sampai 90,99"),
        ("80", "90", False, True, "80,01 sampai 90,00"),
        ("91", None, True, False, "91,00 atau lebih"),
        (None, "51", False, False, "50,99 atau kurang"),
        ("100", "100", True, True, "100,00"),
    ],
)
def test_range_text(lower: str | None, upper: str | None, low_in: bool, up_in: bool, text: str) -> None:
    low, up = (None if b is None else Decimal(b) for b in (lower, upper))
    assert range_text(low, up, lower_inclusive=low_in, upper_inclusive=up_in, desimal=2) == text


def test_possible_values_have_ends() -> None:
    skm = load().skala("skm_14_2017")
    assert [skm.is_possible(Decimal(v)) for v in ("24.99", "25", "100", "100.01")] == [False, True, True, False]
    assert load().skala("permendagri_86_2017").is_possible(Decimal("150"))
