"""Figures from answer sheets: what an answer changes holds its column, and no trace grows with the sheets."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spek import all_cases, figures_of, make_paket
from ubah_sel import changed, edited, holders

from akuntabel.domain.figure import CellRef
from akuntabel.domain.paket import Paket

KOLOM = ("periode", "layanan", *(f"u{n}" for n in range(1, 10)))


def paket() -> Paket:
    return make_paket(next(c for c in all_cases() if c.halaman == "skm-jawaban"))


@pytest.mark.parametrize("kolom", KOLOM)
def test_what_an_answer_changes_holds_its_column(kolom: str) -> None:
    before = figures_of(paket())
    for row in paket().skm_responden:
        after = figures_of(edited(paket(), CellRef("skm_responden", row.kunci, kolom)))
        whole = CellRef("skm_responden", "", kolom)
        held = holders(before).get(whole, frozenset()) | holders(after).get(whole, frozenset())
        assert changed(before, after) <= held


def test_no_trace_grows_with_the_sheets() -> None:
    small = paket()
    sheets = (s.model_copy(update={"kode": f"{s.kode}-{n}"}) for n in range(500) for s in small.skm_responden)
    large = figures_of(replace(small, skm_responden=tuple(sheets)))
    own = {i: f for i, f in figures_of(small).items() if i.besaran.startswith(("skm_", "ikm", "nilai_unsur"))}
    assert own
    assert {i: large[i].trace.cells for i in own} == {i: f.trace.cells for i, f in own.items()}


def test_a_cell_that_is_no_answer_changes_nothing() -> None:
    before = figures_of(paket())
    assert changed(before, figures_of(edited(paket(), CellRef("skm_responden", "1", "saran")))) == set()
