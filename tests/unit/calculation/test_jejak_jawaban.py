"""Figures from answer sheets and realisasi from the index: what a cell changes holds the cell or its column."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spek import Kasus, all_cases, figures_of, make_paket
from ubah_sel import changed, editable, edited, holders

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


@pytest.mark.parametrize("case", [c for c in all_cases() if c.halaman == "realisasi-ikm"], ids=lambda c: c.nama)
def test_what_changes_a_realisasi_from_the_index_holds_the_cell(case: Kasus) -> None:
    small = make_paket(case)
    before = figures_of(small)
    held_before = holders(before)
    for table in ("indikator", "realisasi", "skm_periode", "skm_rekap", "skm_tahunan"):
        for ref in (c for row in small.rows(table) for c in editable(row)):
            if (table, ref.kolom) == ("skm_periode", "tahun"):  # a figure that comes into being names no row that left
                continue
            after = figures_of(edited(small, ref))
            held = held_before.get(ref, frozenset()) | holders(after).get(ref, frozenset())
            assert (ref, changed(before, after) - held) == (ref, frozenset())
