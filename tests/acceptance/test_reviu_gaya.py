"""One text, many forms: as Word and PDF, with tables ruled all over, by level rules only, or not at all.

The real report must keep its findings in every form and gain none by a slip of reading; honest reports must stay
silent in every form. The limits are in `reviu/ambang.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import kantor
import pytest
from gaya_laporan import Gaya, Rupa, write_report
from halaman_web import web_page
from playwright.sync_api import Browser
from sepadan import compare
from skor import HERE
from test_reviu_jujur import SHORT, TEXTS, certain, found_in

from akuntabel.doctree.naskah import Naskah
from akuntabel.findings import Temuan
from akuntabel.readers.docx import parse_docx
from akuntabel.readers.pdf import parse_pdf, read_pdf
from akuntabel.readers.teks import read_teks

LIMITS = tomllib.loads((HERE / "ambang.toml").read_text(encoding="utf-8"))["gaya"]
REPORT = HERE / "disnaker-2025.txt"
HONEST = [*TEXTS, *(p for p in SHORT if p.suffix == ".txt")]
_ASKED = 1
RUPA = {
    "rapat": Rupa(spasi=0),
    "longgar": Rupa(spasi=120),
    "kepala tipis": Rupa(tebal=False),
    "kepala tipis dan rapat": Rupa(spasi=0, tebal=False),
    "tengah": Rupa(tengah=True),
    "satu setengah": Rupa(spasi=0, garis=360),
    "berkait": Rupa(huruf="Times New Roman"),
}
office = pytest.mark.skipif(kantor.MISSING, reason="LibreOffice tidak terpasang")
Form = tuple[str, str, Naskah]  # name of the text, its folder, and what was read


def wrong(first: list[Temuan], second: list[Temuan], limits: dict[str, float]) -> list[str]:
    """What goes beyond the limits, with the findings that were lost or gained."""
    result = compare(first, second)
    beyond = {
        "tetap": result.bagian < limits["tetap"],
        "baru": len(result.baru) > limits["baru"],
        "baru_pasti": len(result.baru_pasti) > limits["baru_pasti"],
    }
    if not any(beyond.values()):
        return []
    signed = [f"- {t.kode} {t.pesan}" for t in result.hilang] + [f"+ {t.kode} {t.pesan}" for t in result.baru]
    return [*(name for name, fails in beyond.items() if fails), *signed]


def loud(forms: Iterator[Form]) -> list[str]:
    """The forms of honest texts in which something is certain, or more than one thing is asked."""
    found = [(name, found_in(naskah, folder)) for name, folder, naskah in forms]
    return [f"{name}: {t.kode} {t.pesan}" for name, all_ in found if certain(all_) or len(all_) > _ASKED for t in all_]


def folder_of(path: Path) -> str:
    return path.parent.name if path.parent.name == "ringkas" else ""


def as_pdf(texts: list[Path], folder: Path, *, tagged: bool, rupa: dict[str, Rupa] | None = None) -> Iterator[Form]:
    """Each text in each manner, printed in one call."""
    looks = rupa or {"": Rupa()}
    made = {
        f"{folder_of(p)}{p.stem} {name} {gaya}": (p, gaya, look)
        for p in texts
        for name, look in looks.items()
        for gaya in Gaya
    }
    for name, (path, gaya, look) in made.items():
        (folder / f"{name}.docx").write_bytes(write_report(read_teks(path), gaya, look))
    kantor.print_to_pdf((folder / f"{name}.docx" for name in made), folder, tagged=tagged)
    for name, (path, _, _) in made.items():
        yield name, folder_of(path), read_pdf(folder / f"{name}.pdf")


@pytest.mark.parametrize("gaya", Gaya)
def test_the_real_report_as_word(gaya: Gaya) -> None:
    naskah = read_teks(REPORT)
    read = parse_docx(write_report(naskah, gaya), "laporan.docx")
    assert wrong(found_in(naskah), found_in(read), LIMITS["docx"]) == []


@office
@pytest.mark.lambat
@pytest.mark.parametrize("tagged", [False, True], ids=["polos", "bertanda"])
def test_the_real_report_as_pdf(tmp_path: Path, tagged: bool) -> None:
    first = found_in(read_teks(REPORT))
    forms = as_pdf([REPORT], tmp_path, tagged=tagged)
    assert [(name, said) for name, _, read in forms if (said := wrong(first, found_in(read), LIMITS["pdf"]))] == []


@office
@pytest.mark.panjang
def test_the_real_report_in_other_looks(tmp_path: Path) -> None:
    """Tables as people set them who think of no reader: what is not seen is a matter of degree, never a false claim."""
    first = found_in(read_teks(REPORT))
    forms = as_pdf([REPORT], tmp_path, tagged=False, rupa=RUPA)
    assert [(name, said) for name, _, read in forms if (said := wrong(first, found_in(read), LIMITS["rupa"]))] == []


@pytest.mark.lambat
@pytest.mark.parametrize("tagged", [False, True], ids=["polos", "bertanda"])
def test_the_real_report_printed_by_a_browser(peramban: Browser, tagged: bool) -> None:
    first, naskah = found_in(read_teks(REPORT)), read_teks(REPORT)
    page = peramban.new_page()
    said = {}
    for gaya in Gaya:
        page.set_content(web_page(naskah, gaya))
        printed = page.pdf(prefer_css_page_size=True, tagged=tagged)
        said[gaya] = wrong(first, found_in(parse_pdf(printed, "laporan.pdf")), LIMITS["peramban"])
    page.close()
    assert {gaya: lines for gaya, lines in said.items() if lines} == {}


@pytest.mark.parametrize("gaya", Gaya)
def test_honest_reports_as_word(gaya: Gaya) -> None:
    forms = ((p.stem, folder_of(p), parse_docx(write_report(read_teks(p), gaya), "a.docx")) for p in HONEST)
    assert loud(forms) == []


@office
@pytest.mark.lambat
def test_some_honest_reports_as_pdf(tmp_path: Path) -> None:
    assert loud(as_pdf(HONEST[::3], tmp_path, tagged=False)) == []


@office
@pytest.mark.panjang
@pytest.mark.parametrize("tagged", [False, True])
def test_every_honest_report_as_pdf(tmp_path: Path, tagged: bool) -> None:
    assert loud(as_pdf(HONEST, tmp_path, tagged=tagged)) == []


def test_the_wall_works() -> None:
    """A figure that was misread is one finding lost and, where it is a new contradiction, one gained."""
    first = found_in(read_teks(REPORT))
    assert wrong(first, first, LIMITS["pdf"]) == []
    assert wrong(first, first[: len(first) * 9 // 10], LIMITS["pdf"])[0] == "tetap"
    assert wrong(first[9:], first, {"tetap": 0.0, "baru": 8, "baru_pasti": 9})[0] == "baru"
