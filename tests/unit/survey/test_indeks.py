"""The index by hand: the real survey of 64 answers under each weight, the best answers, and what rounding costs."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from akuntabel.bahasa.angka import round_half_up
from akuntabel.regulations import load
from akuntabel.regulations.scale import classify
from akuntabel.survey.indeks import bobot_tepat, decimal_of, indeks, konversi, nilai_rata_rata
from akuntabel.survey.sampel import krejcie_morgan, slovin

K = (228, 227, 225, 225, 222, 231, 247, 226, 230)
N = 64


def printed(value: Fraction, places: int = 2) -> str:
    return str(round_half_up(decimal_of(value), places))


@pytest.mark.parametrize(
    ("weight", "index"), [(None, "89.45"), ("0.111", "89.36"), ("0.11", "88.56")], ids=["1/9", "0,111", "0,11"]
)
def test_the_real_survey(weight: str | None, index: str) -> None:
    weights = bobot_tepat(9) if weight is None else (Fraction(weight),) * 9
    assert printed(konversi(indeks([(k, N) for k in K], weights))) == index


@pytest.mark.parametrize(("weight", "index"), [(None, "100.00"), ("0.111", "99.90"), ("0.11", "99.00")])
def test_every_answer_the_best(weight: str | None, index: str) -> None:
    weights = bobot_tepat(9) if weight is None else (Fraction(weight),) * 9
    assert printed(konversi(indeks([(4 * N, N)] * 9, weights))) == index


def test_printed_elements_give_another_last_digit() -> None:
    means = [nilai_rata_rata(k, N, 3) for k in K]  # the report prints elements from means of three decimals
    elements = [round_half_up(decimal_of(konversi(m)), 2) for m in means]
    assert [str(e) for e in elements[:2]] == ["89.08", "88.68"]
    assert printed(Fraction(sum(elements)) / 9) == "89.46"
    assert printed(Fraction(sum(elements)) * Fraction("0.111")) == "89.37"


def test_rounding_of_means_before_weighing() -> None:
    assert nilai_rata_rata(2, 3, 3) == Fraction("0.667")
    assert nilai_rata_rata(7, 2, 0) == 4  # half up
    parts = [(7, 3)] * 9
    assert printed(konversi(indeks(parts, bobot_tepat(9), 3)), 3) == "58.325"
    assert printed(konversi(indeks(parts, bobot_tepat(9))), 3) == "58.333"


@pytest.mark.parametrize(
    ("value", "mutu"),
    [
        ("64.99", "D"), ("64.994", "D"), ("64.995", "C"), ("65.00", "C"), ("76.60", "C"), ("76.605", "B"),
        ("76.61", "B"), ("88.30", "B"), ("88.305", "A"), ("88.31", "A"), ("100", "A"), ("25", "D"),
    ],
)  # fmt: skip
def test_mutu_at_every_boundary(value: str, mutu: str) -> None:
    assert classify(load().skala_pada("mutu_skm", 2025), Decimal(value)).kode == mutu


@pytest.mark.parametrize(
    ("users", "wanted"),
    [
        (0, 0), (1, 1), (10, 10), (100, 80), (200, 132), (500, 217), (1000, 278), (2000, 322), (5000, 357),
        (10_000, 370), (1_000_000, 384),
    ],
)  # fmt: skip
def test_krejcie_and_morgan(users: int, wanted: int) -> None:
    assert krejcie_morgan(users, load().besar_sampel_list[-1]) == wanted


def test_slovin_is_another_formula() -> None:
    assert slovin(1000, Fraction(5, 100)) == 286
    assert slovin(0, Fraction(5, 100)) == 0
