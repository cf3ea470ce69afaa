"""The manual page of the checks is what the program and the cases say. `AKUNTABEL_TULIS_RUJUKAN=1` writes it anew."""

from __future__ import annotations

import os
from pathlib import Path

from akuntabel.ingest.periksa import CHECKS
from akuntabel.ingest.periksa.halaman import render_pages

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "rujukan" / "periksa.md"


def test_page_is_up_to_date() -> None:
    text = render_pages(ROOT / "tests" / "spec" / "periksa")
    if os.environ.get("AKUNTABEL_TULIS_RUJUKAN"):
        PAGE.write_text(text, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == text


def test_page_shows_every_check_with_a_wrong_and_a_right_example() -> None:
    text = render_pages(ROOT / "tests" / "spec" / "periksa")
    assert text.count("\n### PRK-") == len(CHECKS)
    assert text.count("\nContoh yang salah") == len(CHECKS)
    assert text.count("\nContoh yang benar") == len(CHECKS)
