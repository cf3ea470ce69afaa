"""The PDF says what the tree says, in its order, and is what it claims to be."""

from __future__ import annotations

import io
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from akuntabel.doctree.nodes import (
    Align,
    Block,
    Cell,
    Column,
    CrossRef,
    Document,
    FigureRef,
    Gaya,
    Heading,
    Link,
    ListBlock,
    ListKind,
    PageNumber,
    PageSetup,
    Paragraph,
    Row,
    RowKind,
    Section,
    Table,
    Text,
)
from akuntabel.doctree.transforms.number import number
from akuntabel.writers.pdf import write_pdf

GOLDEN = Path(__file__).parents[2] / "golden" / "pdf" / "laporan.txt"


def dokumen(*blocks: Block, **options: Any) -> Document:
    section = Section((Heading(1, (Text("Uji"),), "uji", numbered=False), *blocks), page_number=PageNumber.TANPA)
    return number(Document("Uji", "Dinas", date(2026, 1, 2), (section,), **options))


def teks(value: str) -> Paragraph:
    return Paragraph((Text(value),))


def halaman(data: bytes) -> list[str]:
    """The text of each page, its lines joined by single line ends."""
    pages = pypdfium2.PdfDocument(data)
    return [pages[at].get_textpage().get_text_range().replace("\r\n", "\n") for at in range(len(pages))]


def padat(text: str) -> str:
    """The text without blanks, hyphenation marks and capitals, which setting a text changes."""
    return "".join(char for char in text.casefold() if not char.isspace() and char not in "\u00ad\u200b\ufffe")


@pytest.fixture(scope="module")
def hasil(laporan: Document) -> bytes:
    return write_pdf(laporan)


@pytest.fixture(scope="module")
def pdf(hasil: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(hasil))


def unsur(node: Any) -> Iterator[pikepdf.Dictionary]:
    """All structure elements below a node, in order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from unsur(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from unsur(node.K)


# --- the text ---


def test_text_of_every_page(hasil: bytes) -> None:
    pages = (f"=== {at} ===\n{text}\n" for at, text in enumerate(halaman(hasil), start=1))
    assert "".join(pages) == GOLDEN.read_text(encoding="utf-8")


def test_text_stands_in_the_order_of_the_tree() -> None:
    table = Table(
        (Column(1), Column(1, Align.KANAN)),
        (Row((Cell((Text("tiga"),)), Cell((FigureRef("a/b/2025", "1.234,5"),)))), Row((Cell((Text("lima"),), 2),))),
        (Row((Cell((Text("satu"),)), Cell((Text("dua"),))), RowKind.KEPALA),),
        (Text("Keterangan"),), "t", source=(Text("sumber"),), notes=((Text("catatan"),),),
    )  # fmt: skip
    items = ((teks("butir satu"),), (teks("butir dua"), ListBlock(ListKind.HURUF, ((teks("dalam"),),))))
    made = dokumen(teks("awal"), ListBlock(ListKind.KURUNG, items, start=4), table, Paragraph((CrossRef("t"),)))
    [page] = halaman(write_pdf(made))
    words = (
        "Uji awal (4) butir satu (5) butir dua a. dalam Tabel 1 Keterangan satu dua tiga 1.234,5 lima sumber catatan"
    )
    assert padat(page) == padat(f"{words} Tabel 1")


HOSTILE = (
    "#pagebreak() #include \"x\" $x^2$ @label *tebal* _miring_ `kode` <label> \\n \\ // /* */ = Judul - butir + angka",
    "[kurung] {kurawal} ~ ' \" '' \"\" -- --- ... &amp; <b> %s {0} \\u{41} ]#let x = 1",
    "= bukan judul",
    "/ istilah: uraian",
    "1. bukan daftar",
    "https://contoh.id/a?b=c#d",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_in_a_text_is_text(text: str) -> None:
    cell = Row((Cell((Text(text, bold=True),)), Cell((FigureRef("a/b/2025", text),))))
    table = Table((Column(1), Column(1)), (cell,), caption=(Text(text),), label="t*#")
    heading = Heading(2, (Text(text),), "label #1 @ $", numbered=False)
    item = ListBlock(ListKind.BUTIR, ((teks(text),),))
    pages = halaman(write_pdf(dokumen(heading, teks(text), item, table, header=text, footer=text)))
    assert padat("".join(pages)).count(padat(text)) == 8


def test_line_ends_and_tabs_in_a_text_are_blanks() -> None:
    [page] = halaman(write_pdf(dokumen(teks("satu\ndua\ttiga\r\nempat"))))
    assert page == "UJI\nsatu dua tiga empat"


@pytest.mark.parametrize("kind", list(RowKind))
def test_an_empty_cell_is_drawn(kind: RowKind) -> None:
    table = Table((Column(1), Column(1)), (Row((Cell(()), Cell((Text("isi"),))), kind),))
    [page] = halaman(write_pdf(dokumen(table, Paragraph((Link("", "tanpa alamat"),)))))
    assert page == "UJI\nisi\ntanpa alamat"


@pytest.mark.parametrize("style", list(Gaya))
def test_every_style_prints_its_text(style: Gaya) -> None:
    [page] = halaman(write_pdf(dokumen(Paragraph((Text("paragraf"),), style))))
    assert page == "UJI\nparagraf"


# --- layout ---


def test_long_words_stay_inside_their_column() -> None:
    words = ("pertanggungjawaban", "KETENAGAKERJAAN", "https://contoh.id/sangat/panjang/sekali/alamatnya", "x" * 60)
    rows = tuple(Row((Cell((Text(word),)), Cell((Text("kanan"),)))) for word in words)
    data = write_pdf(dokumen(Table((Column(10), Column(90)), rows)))
    page = pypdfium2.PdfDocument(data)[0]
    text = page.get_textpage()
    found = text.get_text_range()
    column = text.get_charbox(found.index("kanan"))[0]
    assert padat(found) == padat("uji" + "kanan".join(words) + "kanan")
    boxes = [text.get_charbox(at) for at in range(len("UJI"), text.count_chars()) if not found[at].isspace()]
    assert max(right for left, _, right, _ in boxes if left < column) < column


def test_a_cell_over_more_rows_than_a_page_holds_continues_on_the_next() -> None:
    tall = Row((Cell((Text("tinggi"),), rowspan=80), Cell((Text("baris 1"),))))
    rows = (tall, *(Row((Cell((Text(f"baris {at}"),)),)) for at in range(2, 81)))
    pages = halaman(write_pdf(dokumen(Table((Column(1), Column(1)), rows, (Row((Cell((Text("kepala"),), 2),)),)))))
    assert [page.count("kepala") for page in pages] == [1] * 3
    lines = "\n".join(pages).splitlines()
    assert [line for line in lines if line.startswith("baris")] == [f"baris {at}" for at in range(1, 81)]


@pytest.mark.parametrize("before", range(32, 37))
def test_the_name_of_a_group_never_ends_a_page(before: int) -> None:
    isi = [Row((Cell((Text(f"baris {at}"),)), Cell(()))) for at in range(before)]
    kelompok = Row((Cell((Text("Kelompok"),), 2),), RowKind.KELOMPOK)
    rows = (kelompok, kelompok, *isi, kelompok, *isi[:3], kelompok)
    pages = halaman(write_pdf(dokumen(Table((Column(1), Column(1)), rows))))
    assert len(pages) == 2
    assert pages[0].splitlines()[-1].startswith("baris")
    assert "".join(pages).count("Kelompok") == 4


def test_pages_are_numbered_by_section(hasil: bytes, pdf: pikepdf.Pdf) -> None:
    pages = pypdfium2.PdfDocument(hasil)
    labels = [pages.get_page_label(at) for at in range(len(pages))]
    assert labels == ["", "i", "ii", "iii", "iv", "v", "1", "2", "3", "4", "5", "6", "7", "8"]
    sizes = {tuple(round(float(side)) for side in page.mediabox[2:]) for page in pdf.pages}
    assert sizes == {(595, 842), (842, 595)}


def test_paper_margins_and_font_come_from_the_document() -> None:
    page = PageSetup(width_mm=215, height_mm=330, left_mm=40, font="Tinos", font_size_pt=12)
    data = write_pdf(dokumen(teks("isi"), page=page))
    file = pikepdf.open(io.BytesIO(data))
    made = file.pages[0]
    assert [round(float(side)) for side in made.mediabox] == [0, 0, 609, 935]
    text = pypdfium2.PdfDocument(data)[0].get_textpage()
    assert round(text.get_charbox(text.get_text_range().index("isi"))[0] * 25.4 / 72) == 40
    assert {str(font.BaseFont).partition("+")[2] for font in made.Resources.Font.values()} == {
        "Tinos-Regular", "Tinos-Bold"}  # fmt: skip


# --- what the file claims ---


def test_standards_language_and_dates(pdf: pikepdf.Pdf) -> None:
    meta = pdf.open_metadata()
    claims = {name: meta.get(name) for name in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part", "dc:title")}
    assert claims == {
        "pdfaid:part": "2",
        "pdfaid:conformance": "A",
        "pdfuaid:part": "1",
        "dc:title": "Laporan Kinerja Dinas Tenaga Kerja Kota Contoh Tahun 2025",
    }
    assert (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked)) == ("id-ID", True)
    assert {str(pdf.docinfo[key]) for key in ("/CreationDate", "/ModDate")} == {"D:20260227000000Z"}
    assert str(pdf.docinfo["/Author"]) == "Dinas Tenaga Kerja Kota Contoh"


def test_bookmarks(pdf: pikepdf.Pdf) -> None:
    def titles(items: list[pikepdf.OutlineItem], depth: int = 0) -> Iterator[str]:
        for item in items:
            yield "  " * depth + item.title
            yield from titles(item.children, depth + 1)

    with pdf.open_outline() as outline:
        found = list(titles(outline.root))
    assert found == [
        "Kata Pengantar",
        "Ikhtisar Eksekutif",
        "Daftar Isi",
        "Daftar Tabel",
        "Daftar Gambar",
        "BAB I Pendahuluan",
        "  1.1 Gambaran Umum",
        "    1.1.1 Tugas dan Fungsi",
        "      a. Sumber daya manusia",
        "BAB II Akuntabilitas Kinerja",
        "  2.1 Capaian Kinerja Organisasi",
        "  2.2 Realisasi Anggaran",
        "LAMPIRAN 1 Perjanjian Kinerja Tahun 2025",
    ]


# /TH: 10 cells of the first head and its 6 column numbers less the 3 that spans cover, 3 groups, 8 and 3 cells
def test_tags(pdf: pikepdf.Pdf) -> None:
    counted = Counter(str(node.S) for node in unsur(pdf.Root.StructTreeRoot.K))
    wanted = ("/Table", "/THead", "/TH", "/Caption", "/Formula", "/Figure", "/TOCI", "/H1", "/H2", "/H3", "/H4")
    assert {name: counted[name] for name in wanted} == {
        "/Table": 3, "/THead": 3, "/TH": 27, "/Caption": 5, "/Formula": 2, "/Figure": 4, "/TOCI": 17,
        "/H1": 8, "/H2": 3, "/H3": 1, "/H4": 1,
    }  # fmt: skip
    nodes = list(unsur(pdf.Root.StructTreeRoot.K))
    assert [str(node.Alt) for node in nodes if str(node.S) == "/Formula"] == [
        "Capaian = (Target − (Realisasi − Target)) / (Target) × 100%",
        "Efisiensi = Capaian − Serapan",
    ]
    assert [str(node.Alt) for node in nodes if str(node.S) == "/Figure"][1:3] == [
        "Grafik batang: nilai SKM 81,20 pada 2023, 84,95 pada 2024, 88,31 pada 2025",
        "Foto pelatihan las",
    ]


def test_every_font_is_embedded_and_ours(pdf: pikepdf.Pdf) -> None:
    fonts = {
        str(font.BaseFont).partition("+")[2]: font.DescendantFonts[0].FontDescriptor
        for page in pdf.pages
        for font in page.Resources.get("/Font", {}).values()
    }
    assert set(fonts) == {
        "Arimo-Regular", "Arimo-Bold", "Arimo-Italic", "Arimo-BoldItalic", "NotoSansMath-Regular",
        "NotoSansSymbols2-Regular",
    }  # fmt: skip
    assert all("/FontFile2" in descriptor or "/FontFile3" in descriptor for descriptor in fonts.values())


def test_draft_is_said_on_every_page(laporan: Document, hasil: bytes) -> None:
    assert laporan.draft
    assert all("DRAF" in text for text in halaman(hasil))


def test_two_processes_give_the_same_bytes(hasil: bytes, tmp_path: Path) -> None:
    script = (
        "import importlib.util, sys; from pathlib import Path; from akuntabel.writers.pdf import write_pdf;"
        "spec = importlib.util.spec_from_file_location('susun', sys.argv[1]);"
        "module = importlib.util.module_from_spec(spec); spec.loader.exec_module(module);"
        "Path(sys.argv[2]).write_bytes(write_pdf(module.susun(draft=True)))"
    )
    target = tmp_path / "lain.pdf"
    source = Path(__file__).with_name("conftest.py")
    subprocess.run([sys.executable, "-c", script, source, target], check=True)
    assert target.read_bytes() == hasil
