"""The pages of tests/spec/hitung, run: every expected figure was found by hand, as its case says."""

from __future__ import annotations

import pytest
from spek import HALAMAN, Kasus, actual, all_cases, figures_of, make_paket

from akuntabel.calculation.besaran import BESARAN
from akuntabel.calculation.formulas import RUMUS_BY_KODE
from akuntabel.domain.figure import FigureId

CASES = all_cases()


@pytest.mark.parametrize("case", CASES, ids=[f"{c.halaman}: {c.nama}" for c in CASES])
def test_case(case: Kasus) -> None:
    assert actual(case) == [dict(row) for row in case.harapan]


def test_no_case_is_written_twice() -> None:
    names = [(c.halaman, c.nama) for c in CASES]
    assert len(names) == len(set(names))


def test_every_formula_has_a_case() -> None:
    used = set()
    for case in CASES:
        wanted = [FigureId.parse(row["besaran"], 2025) for row in case.harapan]
        for preset in case.preset_list:
            figures = figures_of(make_paket(case, preset))
            used |= {figures[i].trace.rumus for i in wanted if i in figures}
    assert set(RUMUS_BY_KODE) - used == set()


def test_every_kind_of_figure_has_a_case() -> None:
    used = {FigureId.parse(row["besaran"], 2025).besaran for case in CASES for row in case.harapan}
    assert set(BESARAN) - used == set()


def test_every_page_has_a_case() -> None:
    assert {c.halaman for c in CASES} == {p.stem for p in HALAMAN.glob("*.md")}
