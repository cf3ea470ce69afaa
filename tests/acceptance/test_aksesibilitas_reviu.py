"""The page of the review of the real report: axe-core, keyboard, filters, on a phone and on a desk."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from akuntabel.pipelines.hasil_reviu import plan, write_one, write_summary
from akuntabel.pipelines.reviu import Permintaan, review_here

from .conftest import AKAR
from .test_aksesibilitas import NARROWEST, each_width, judged, opened, overhang, tab_to

REPORT = AKAR / "tests" / "acceptance" / "reviu" / "disnaker-2025.txt"
VERY_WIDE = 2600  # no table lies over its neighbour
SINGLE_SIGN = re.compile(r">.</")  # axe-core does not judge the contrast of a text of one character
OPEN = """
.panel, .gulir { overflow: visible !important; height: auto !important; position: static !important }
"""

pytestmark = pytest.mark.lambat


@pytest.fixture(scope="module")
def halaman(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The page of the report and the summary."""
    out = plan([REPORT], tmp_path_factory.mktemp("reviu"), ("html",), [])
    reviewed = review_here(REPORT, Permintaan())
    return [*write_one(out, REPORT, reviewed), *write_summary(out, [(REPORT, reviewed)])]


each_page = pytest.mark.parametrize("which", [0, 1], ids=["dokumen", "rekap"])


@each_width
@each_page
def test_axe_finds_nothing_and_the_page_is_quiet(
    peramban: Browser, halaman: list[Path], which: int, width: int
) -> None:
    with opened(peramban, halaman[which], width) as made:
        assert overhang(made.page) == 0
        assert judged(made.page)["violations"] == []
        made.page.set_viewport_size({"width": NARROWEST, "height": 800})
        assert overhang(made.page) == 0
        assert (made.console, made.requests) == ([], [halaman[which].as_uri()])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@each_page
def test_no_contrast_stays_undecided(peramban: Browser, halaman: list[Path], which: int, scheme: str) -> None:
    with opened(peramban, halaman[which], VERY_WIDE, color_scheme=scheme, bypass_csp=True) as made:
        made.page.add_style_tag(content=OPEN)
        found = judged(made.page)
        undecided = [one for one in found["incomplete"] if not SINGLE_SIGN.search(one)]
        assert (found["violations"], undecided) == ([], [])


@each_width
def test_from_a_finding_to_its_passage_and_back_with_the_keyboard(
    peramban: Browser, halaman: list[Path], width: int
) -> None:
    with opened(peramban, halaman[0], width) as made:
        page = made.page
        tab_to(page, ".temuan a.ke-baris")
        page.keyboard.press("Enter")
        line = page.evaluate("location.hash")
        assert page.locator(line).locator("mark").count() > 0
        page.locator(f"{line} a.ke-temuan").first.press("Enter")
        assert page.evaluate("document.activeElement.id") == page.evaluate("location.hash").lstrip("#") == "t1"


def test_filters_show_what_fits(peramban: Browser, halaman: list[Path]) -> None:
    with opened(peramban, halaman[0], 1280) as made:
        page = made.page
        shown = page.locator(".temuan > li:visible")
        every = shown.count()
        for name, value in (("tingkat", "tinggi"), ("keyakinan", "pasti"), ("kelompok", "Aritmetika")):
            page.select_option(f"#akt-{name}", value)
            kept = shown.evaluate_all(f"items => items.map(item => item.dataset.{name})")
            assert set(kept) == {value}
        said = page.locator("#akt-banyak").inner_text()
        assert said == f"{shown.count()} dari {every} temuan ditampilkan."
        page.fill("#akt-cari", "kata-yang-tidak-ada")
        assert shown.count() == 0
        page.click("#akt-semua")
        assert shown.count() == every
        page.select_option("#akt-tingkat", "tinggi")
        page.evaluate("location.hash = '#t1'")  # a finding that the filter hides: it is shown again
        page.wait_for_function("document.activeElement.id === 't1'")
        assert shown.count() == every
