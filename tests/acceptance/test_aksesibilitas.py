"""Everybody can use the pages: judged by axe-core in a browser, on a phone and on a desk, with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from akuntabel.pipelines.dokumen import build, writer_of

from .conftest import AKAR, Laporan

AXE = AKAR / "alat" / "npm" / "node_modules" / "axe-core" / "axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
WIDTHS = {"telepon": 360, "meja": 1280}
NARROWEST = 320  # WCAG 1.4.10
TABS = 400  # keys that a test presses before it gives up

# Contrast cannot be told where something lies over a text, such as the banner of a draft: so everything is laid open.
OPEN = """
.asal { content-visibility: visible !important }
.gulir, .samping { overflow: visible !important; max-height: none !important }
.draf, .judul, .samping { position: static !important }
"""

pytestmark = pytest.mark.lambat
each_document = pytest.mark.parametrize("jenis", ["lkip", "pengukuran"])
each_width = pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)


@dataclass
class Opened:
    """A page with what it said on the console and what it asked of the network."""

    page: Page
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def berkas(susun: Callable[[str], Laporan], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The HTML file of a document of the example, by its kind."""

    @cache
    def of(jenis: str) -> Path:
        document = build(susun("contoh").terhitung.bahan, jenis)
        path = tmp_path_factory.mktemp(jenis) / "dokumen.html"
        path.write_bytes(writer_of("html")(document))
        return path

    return of


@contextmanager
def opened(browser: Browser, path: Path, width: int, **options: Any) -> Iterator[Opened]:
    context = browser.new_context(viewport={"width": width, "height": 800}, **options)
    made = Opened(context.new_page())
    made.page.on("console", lambda said: made.console.append(f"{said.type}: {said.text}"))
    made.page.on("pageerror", lambda error: made.console.append(str(error)))
    made.page.on("request", lambda request: made.requests.append(request.url))
    made.page.goto(path.as_uri())
    yield made
    context.close()


def judged(page: Page, place: str = "html") -> dict[str, list[str]]:
    """What axe-core finds below a place: rules that are broken, and those that it cannot decide outside of drawings."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    options = {"runOnly": {"type": "tag", "values": LEVELS}, "resultTypes": ["violations", "incomplete"]}
    result = page.evaluate("([place, options]) => axe.run(place, options)", [place, options])
    assert result["passes"] != []
    return {
        kind: [
            f"{rule['id']}: {node['html']}"
            for rule in result[kind]
            for node in rule["nodes"]
            if kind == "violations" or not node["html"].startswith(("<text", "<tspan"))
        ]
        for kind in ("violations", "incomplete")
    }


def overhang(page: Page) -> int:
    """How many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def focused(page: Page) -> str:
    """The id, else the class and the target, of what the keyboard acts on."""
    return str(page.evaluate("(e => e.id || `${e.className} ${e.hash || ''}`)(document.activeElement)"))


def tab_to(page: Page, selector: str) -> str:
    for _ in range(TABS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return focused(page)
    raise AssertionError(f"{selector} is not reached by the keyboard")


def test_the_judge_sees_faults(peramban: Browser, tmp_path: Path) -> None:
    path = tmp_path / "salah.html"
    path.write_text(
        '<p style="width: 999px; color: #999">Isi</p><img src="data:,"><script>x</script>', encoding="utf-8"
    )
    with opened(peramban, path, 360) as made:
        rules = {broken.partition(":")[0] for broken in judged(made.page)["violations"]}
        assert rules == {"color-contrast", "document-title", "html-has-lang", "image-alt"}
        assert (overhang(made.page) > 0, made.console) == (True, ["x is not defined"])


@each_document
@each_width
def test_axe_finds_nothing_and_the_page_is_quiet(
    peramban: Browser, berkas: Callable[[str], Path], jenis: str, width: int
) -> None:
    with opened(peramban, berkas(jenis), width) as made:
        assert overhang(made.page) == 0
        assert judged(made.page)["violations"] == []
        made.page.set_viewport_size({"width": NARROWEST, "height": 800})
        assert overhang(made.page) == 0
        assert (made.console, made.requests) == ([], [berkas(jenis).as_uri()])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_contrast_stays_undecided(peramban: Browser, berkas: Callable[[str], Path], scheme: str) -> None:
    with opened(peramban, berkas("pengukuran"), WIDTHS["meja"], color_scheme=scheme, bypass_csp=True) as made:
        made.page.add_style_tag(content=OPEN)
        assert judged(made.page) == {"violations": [], "incomplete": []}


@each_document
@each_width
def test_the_origin_of_a_figure_is_asked_and_left_with_the_keyboard(
    peramban: Browser, berkas: Callable[[str], Path], jenis: str, width: int
) -> None:
    with opened(peramban, berkas(jenis), width) as made:
        page, dialog = made.page, made.page.locator("dialog")
        tab_to(page, ".lewati")
        page.keyboard.press("Enter")
        figure = tab_to(page, "main a.angka[href^='#asal-capaian/']")
        page.keyboard.press("Enter")
        assert (dialog.is_visible(), focused(page)) == (True, "akt-dialog-judul")
        assert (overhang(page), judged(page, "dialog")["violations"]) == (0, [])
        first = dialog.locator("h2").inner_text()
        tab_to(page, "dialog a.masukan")
        page.keyboard.press("Enter")
        assert (dialog.locator("h2").inner_text() == first, focused(page)) == (False, "akt-dialog-judul")
        assert (tab_to(page, "dialog button"), judged(page, "dialog")["violations"]) == ("akt-dialog-kembali", [])
        page.keyboard.press("Enter")
        assert dialog.locator("h2").inner_text() == first
        assert tab_to(page, "dialog button") == "akt-dialog-tutup"
        page.keyboard.press("Enter")
        assert (dialog.is_visible(), focused(page)) == (False, figure)
        page.keyboard.press("Enter")
        page.keyboard.press("Escape")
        assert (dialog.is_visible(), focused(page)) == (False, figure)
        assert (made.console, made.requests) == ([], [berkas(jenis).as_uri()])
