"""The reference pages are what the program and the specifications say. `python alat/rujukan.py` writes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from rujukan import TUJUAN, pages

MADE = pages()


@pytest.mark.parametrize("name", sorted(MADE))
def test_page_is_current(name: str) -> None:
    assert (TUJUAN / name).read_text(encoding="utf-8") == MADE[name]


def test_no_page_is_left_over() -> None:
    assert {p.name for p in Path(TUJUAN).glob("hitung-*.md")} == {n for n in MADE if n.startswith("hitung-")}
