"""The page as a whole: safe, self-contained, accessible, the same in every run, every figure answerable."""

import base64
import hashlib
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html
from playwright.sync_api import Browser

from akuntabel.charts.picture import to_picture
from akuntabel.charts.specs import BarChart, Series
from akuntabel.doctree.nodes import (
    Box,
    BoxKind,
    Cell,
    Column,
    Document,
    FigureRef,
    Heading,
    Origin,
    PageSetup,
    Paragraph,
    Raster,
    Row,
    RowKind,
    Section,
    Table,
    Text,
)
from akuntabel.doctree.transforms.number import number
from akuntabel.writers.html import write_html

HOSTILE = "</script><script>alert('x')</script><img src=x onerror=alert(1)> & \"kutip\" 🚀"
SPLIT = "capaian/IKU'\"<1>%/2025"
DEEP = "realisasi/IKU-1/2025"


def t(value: str) -> tuple[Text]:
    return (Text(value),)


def table(label: str) -> Table:
    head = (
        Row((Cell(t("Indikator"), rowspan=2), Cell(t("2025"), colspan=2)), RowKind.KEPALA),
        Row((Cell(t("Target")), Cell(t("Capaian"))), RowKind.KEPALA),
    )
    body = Row((Cell(t("TPT")), Cell((FigureRef(DEEP, "7,33"),)), Cell((FigureRef(SPLIT, "105,17"),))))
    return Table((Column(1), Column(1), Column(1)), (body,), head, t("Capaian"), label, summary="Ringkasan")


CHART = BarChart("IKM", ("2024", "2025"), tuple(Series(n, (Decimal(1),) * 2, ("1", "2")) for n in "abc"))
ORIGINS = {
    "tidak/DICETAK/2025": Origin("tidak/DICETAK/2025", "Tidak dicetak", "0", "", ""),
    SPLIT: Origin(SPLIT, HOSTILE, "105,17", HOSTILE, "a < b", ("masukan/IKU-1/2025",), sementara=True),
    "masukan/IKU-1/2025": Origin("masukan/IKU-1/2025", "Masukan", "1", "", "", (SPLIT,)),
    DEEP: Origin(DEEP, "Realisasi", "7,33", "", "", cells=(HOSTILE,)),
}
DOCUMENT = number(
    Document(
        title=f"Laporan {HOSTILE}",
        author=HOSTILE,
        dated=date(2026, 2, 5),
        subject=HOSTILE,
        header=HOSTILE,
        footer=HOSTILE,
        draft=True,
        origins=ORIGINS,
        sections=(
            Section(
                (
                    Heading(1, t("SATU"), "satu"),
                    Heading(2, t("Dua"), "dua"),
                    Paragraph((Text(HOSTILE), FigureRef(SPLIT, "105,17"), FigureRef("tanpa/ASAL/2025", "3"))),
                    table("tabel-a"),
                    table("tabel-b"),
                    to_picture(CHART, caption=t("Grafik satu"), label="g1", figures=(DEEP,)),
                    to_picture(CHART, caption=t(HOSTILE), label="g2"),
                    Box(BoxKind.KURANG, (Paragraph(t(HOSTILE)),)),
                )
            ),
        ),
    )
)
PAGE = write_html(DOCUMENT)
TREE = html.fromstring(PAGE.decode())


def test_ids_are_unique() -> None:
    ids = TREE.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_links_and_descriptions_point_at_something() -> None:
    ids = set(TREE.xpath("//@id"))
    targets = [unquote(h[1:]) for h in TREE.xpath("//a/@href") if h.startswith("#")]
    targets += " ".join(TREE.xpath("//@aria-labelledby|//@aria-describedby|//@headers")).split()
    assert [i for i in targets if i not in ids] == []
    assert {"satu", "dua", "akt-isi", f"asal-{SPLIT}"} <= set(targets)


def test_every_printed_figure_opens_its_origin() -> None:
    opened = [unquote(a.get("href")[1:]) for a in TREE.xpath("//a[@data-figure]")]
    assert sorted(set(opened)) == sorted([f"asal-{SPLIT}", f"asal-{DEEP}"])
    assert [(s.get("data-figure"), s.text_content()) for s in TREE.xpath("//span[@data-figure]")] == [
        ("tanpa/ASAL/2025", "3")
    ]


def test_each_origin_stands_once_with_its_inputs_and_nothing_else() -> None:
    shown = [a.get("id") for a in TREE.xpath("//article[@class='asal']")]
    assert shown == [f"asal-{SPLIT}", f"asal-{DEEP}", "asal-masukan/IKU-1/2025"]


def test_header_cells_have_a_scope_and_cells_name_their_headers() -> None:
    assert TREE.xpath("//th[not(@scope)]") == []
    text = {th.get("id"): th.text_content() for th in TREE.xpath("//th")}
    first = TREE.xpath("(//tbody)[1]//td")
    assert [[text[i] for i in td.get("headers").split()] for td in first] == [
        ["Indikator"],
        ["2025", "Target"],
        ["2025", "Capaian"],
    ]


def test_headings_never_skip_a_level() -> None:
    levels = [int(h.tag[1]) for h in TREE.xpath("//main//*[self::h2 or self::h3 or self::h4] | //header/h1")]
    assert levels[0] == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []


def test_scrolling_regions_are_focusable_and_named() -> None:
    regions = TREE.xpath("//*[contains(concat(' ', @class, ' '), ' gulir ')]")
    assert len(regions) == 4
    assert all(r.get("tabindex") == "0" and (r.get("aria-label") or r.get("aria-labelledby")) for r in regions)


def test_pictures_are_images_with_their_text() -> None:
    images = TREE.xpath("//*[local-name()='svg']")
    assert [i.get("role") for i in images] == ["img", "img"]
    described = [i.xpath("./*[local-name()='title' or local-name()='desc']/text()") for i in images]
    alt = "Diagram batang IKM: a: 2024 1; 2025 2. b: 2024 1; 2025 2. c: 2024 1; 2025 2."
    assert described == [["Gambar 1.1 Grafik satu", alt], [f"Gambar 1.2 {HOSTILE}", alt]]


def test_landmarks_language_and_skip_link() -> None:
    assert TREE.get("lang") == "id-ID"
    assert [e.tag for e in TREE.xpath("/html/body/*")] == ["a", "aside", "header", "div", "footer", "dialog", "script"]
    assert TREE.xpath("/html/body/a/@href") == ["#akt-isi"]
    assert TREE.xpath("//nav/@aria-label") == ["Isi dokumen"]
    assert [a.text_content() for a in TREE.xpath("//nav//a")] == ["BAB I SATU", "1.1 Dua", "Asal angka"]


def test_hostile_text_stays_text() -> None:
    assert len(TREE.xpath("//script")) == 1
    assert TREE.xpath("//img") == []
    assert TREE.xpath("/html/head/title/text()") == [f"Laporan {HOSTILE}"]
    assert TREE.xpath("//header/h1")[0].text_content() == f"Laporan {HOSTILE}"
    assert [p.text_content() for p in TREE.xpath("//div[@role='note']/p")] == [HOSTILE]
    assert [n for n in TREE.xpath("//@*") if n.attrname.startswith("on") or n.attrname == "style"] == []


def test_nothing_is_loaded_from_outside() -> None:
    found = set(re.findall(r"""[a-z]+://[^\s"'<>]+""", PAGE.decode()))
    assert found == {"http://www.w3.org/2000/svg"}  # the name of the SVG namespace
    assert TREE.xpath("//@src|//link|//@srcset|//iframe|//object") == []


def test_policy_allows_exactly_the_inline_style_and_script() -> None:
    def digest(name: str) -> str:
        (content,) = re.findall(rf"<{name}>(.*?)</{name}>", PAGE.decode(), re.DOTALL)
        return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()

    policy = TREE.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest('style')}'; script-src 'sha256-{digest('script')}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_draft_is_said_only_on_drafts() -> None:
    final = html.fromstring(write_html(replace(DOCUMENT, draft=False)).decode())
    assert [p.text_content() for p in TREE.xpath("//aside[@class='draf']/p")] == [
        "DRAF: dokumen ini memuat data sementara dan belum final."
    ]
    assert final.xpath("//aside") == []


def test_paper_and_font_come_from_the_document() -> None:
    setup = PageSetup(width_mm=215, height_mm=330, left_mm=40, font="Tinos", font_size_pt=12)
    page = write_html(replace(DOCUMENT, page=setup)).decode()
    assert "@page{size:215mm 330mm;margin:25mm 25mm 25mm 40mm}" in page
    assert "@page lebar{size:330mm 215mm;" in page
    assert ':root{--huruf:"Tinos","Times New Roman", "Liberation Serif", serif;--cetak:12pt;' in page
    hostile = write_html(replace(DOCUMENT, page=replace(setup, font='x"}</style>'))).decode()
    assert ':root{--huruf:"Arimo",' in hostile


def test_a_document_without_origins_has_no_dialog() -> None:
    page = html.fromstring(write_html(replace(DOCUMENT, origins={})).decode())
    assert page.xpath("//dialog | //article | //a[@class='angka']") == []
    assert [s.text_content() for s in page.xpath("//tbody//span")] == ["7,33", "105,17", "7,33", "105,17"]


def test_an_image_that_could_run_is_refused() -> None:
    document = replace(DOCUMENT, sections=(Section((Raster(b"<svg/>", "image/svg+xml", "x", 1, 1),)),))
    with pytest.raises(ValueError) as error:  # noqa: PT011 (the whole message is compared)
        write_html(document)
    assert str(error.value) == "jenis gambar tidak didukung: image/svg+xml; pakai image/png atau image/jpeg"


def test_order_of_the_mapping_does_not_matter() -> None:
    assert write_html(replace(DOCUMENT, origins=dict(reversed(ORIGINS.items())))) == PAGE


def test_two_processes_write_the_same_bytes() -> None:
    code = (
        "import sys, hashlib; from datetime import date; from akuntabel.doctree.nodes import *; "
        "from akuntabel.writers.html import write_html; "
        "o = {f'a/B/{y}': Origin(f'a/B/{y}', 'n', 'v', '', '') for y in range(2000, 2030)}; "
        "p = Paragraph(tuple(FigureRef(i, '1') for i in o)); "
        "d = Document('J', 'A', date(2026, 1, 1), (Section((p,)),), origins=o); "
        "print(hashlib.sha256(write_html(d)).hexdigest())"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(2)]
    assert len({run.stdout for run in runs}) == 1


# --- colours ---


def schemes() -> dict[str, dict[str, str]]:
    """The colour variables of the light and the dark scheme."""
    css = (files("akuntabel.writers.html") / "dasar.css").read_text(encoding="utf-8")
    light, dark = css.split("@media (prefers-color-scheme:dark)")[:2]
    colours = [dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{6})", part.split("*{")[0])) for part in (light, dark)]
    return {"terang": colours[0], "gelap": colours[1]}


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


PAIRS = [
    *((ink, paper) for ink in ("tinta", "redup", "aksen") for paper in ("latar", "lembut")),
    ("tinta", "kepala"),
    ("tinta", "sorot"),
    ("draf-tinta", "draf-latar"),
    ("kurang", "latar"),
]


@pytest.mark.parametrize("scheme", ["terang", "gelap"])
@pytest.mark.parametrize(("ink", "paper"), PAIRS)
def test_text_contrast_is_at_least_wcag_aa(scheme: str, ink: str, paper: str) -> None:
    colours = schemes()[scheme]
    light, dark = sorted((luminance(colours[ink]), luminance(colours[paper])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


# --- in a browser ---


@pytest.mark.lambat
def test_an_anchor_opens_its_origin_in_the_dialog(peramban: Browser, tmp_path: Path) -> None:
    (href,) = set(TREE.xpath("//a[@data-figure][contains(@href, 'capaian')]/@href"))
    path = tmp_path / "dokumen.html"
    path.write_bytes(PAGE)
    page = peramban.new_page()
    page.goto(path.as_uri() + href)
    dialog = page.locator("dialog[open]")
    assert dialog.locator("h2").text_content() == HOSTILE
    assert dialog.locator("dd").first.text_content() == HOSTILE
    assert page.locator("script").count() == 1
    page.goto(path.as_uri() + "#satu")
    assert dialog.count() == 0
    page.close()
