"""One small document for each feature; the parts it concerns, canonical, against the files beside this module.

After a wanted change: AKUNTABEL_TULIS_GOLDEN=1 pytest tests/golden/docx, then read the difference in git.
"""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from akuntabel.doctree.nodes import (
    Align,
    Block,
    Box,
    BoxKind,
    Break,
    Cell,
    Column,
    CrossRef,
    Document,
    FigureRef,
    Formula,
    Gaya,
    Heading,
    Letterhead,
    Link,
    ListBlock,
    ListKind,
    Orientation,
    PageBreak,
    PageNumber,
    PageSetup,
    Paragraph,
    Picture,
    Row,
    RowKind,
    Section,
    Signature,
    SignatureBlock,
    Svg,
    Table,
    Text,
    Toc,
    TocKind,
)
from akuntabel.doctree.transforms.number import number
from akuntabel.writers.docx.document import document_parts

HERE = Path(__file__).parent
A4 = PageSetup()
EMPTY_ELEMENT = re.compile(r"<([\w:]+)([^<>]*)></\1>")
BODY, NUMBERING, STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"


def text(value: str) -> tuple[Text, ...]:
    return (Text(value),)


def para(value: str, style: Gaya = Gaya.ISI) -> Paragraph:
    return Paragraph(text(value), style)


def cell(value: str, colspan: int = 1, rowspan: int = 1) -> Cell:
    return Cell(text(value), colspan, rowspan)


def document(*blocks: Block, draft: bool = False) -> Document:
    return one_of(Section(blocks), draft=draft)


def one_of(*sections: Section, draft: bool = False, page: PageSetup = A4) -> Document:
    return Document("Judul", "Dinas", date(2026, 1, 30), sections, draft=draft, page=page, footer="Kaki")


CHAPTER = Heading(1, text("Pendahuluan"), "bab-1")
TABLE = Table(
    (Column(1, Align.TENGAH), Column(3), Column(2, Align.KANAN)),
    (
        Row((cell("Kelompok", colspan=3),), RowKind.KELOMPOK),
        Row((cell("1"), cell("Uraian", rowspan=2), Cell((FigureRef("target/A/2025", "80,00"),)))),
        Row((cell("2"), cell("81,00"))),
        Row((cell("Jumlah", colspan=2), cell("161,00")), RowKind.JUMLAH),
    ),
    (
        Row((cell("No", rowspan=2), cell("Tahun 2025", colspan=2)), RowKind.KEPALA),
        Row((cell("Uraian"), cell("Nilai")), RowKind.KEPALA),
        Row((cell("(1)"), cell("(2)"), cell("(3)")), RowKind.NOMOR_KOLOM),
    ),
    text("Nilai"),
    "tabel-nilai",
    source=text("Sumber: Dinas."),
    notes=(text("Catatan."),),
    summary="Nilai setiap uraian.",
)
IDENTITY = Table((Column(2), Column(5)), (Row((cell("Nama"), cell("Sri"))),), rules=False)
CHART = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="red"/></svg>'
PICTURE = Picture(Svg(CHART), "Batang merah.", 40, 20, text("Batang"), "gambar-batang", source=text("Sumber: Dinas."))
NESTED = ListBlock(
    ListKind.ANGKA,
    (
        (para("satu"), para("lanjutan"), ListBlock(ListKind.HURUF, ((para("a"),), (para("b"),)), start=2)),
        (para("dua"), ListBlock(ListKind.BUTIR, ((para("butir"),),))),
    ),
)
SIGNED = Signature((text("Kota, 2 Januari 2025"), text("Kepala Dinas,")), "Sri", ("NIP 1",))
INLINES = Paragraph(
    (
        Text("biasa & <aman> "),
        Text("tebal", bold=True),
        Text("miring", italic=True),
        Break(),
        FigureRef("capaian/IKU-1/2025", "105,17", bold=True),
        FigureRef("capaian/IKU-1/2025", "105,17"),
        CrossRef("bab-1"),
        CrossRef("tabel-nilai"),
        Link("https://example.go.id/a b?x=1&y=2", "laman"),
        Text("baris\nbaru\tkolom\x07"),
    )
)
STYLED = tuple(para(style.value, style) for style in Gaya)
CASES: dict[str, tuple[Document, tuple[str, ...]]] = {
    "judul": (
        document(
            Heading(1, text("Kata Pengantar"), "kata", numbered=False),
            Heading(1, text("Daftar Isi"), "isi", numbered=False, in_toc=False),
            CHAPTER,
            Heading(2, text("Latar"), "latar"),
            Heading(3, text("Dasar"), "dasar"),
            Heading(4, text("Hukum"), "hukum"),
            Heading(1, text("Perjanjian"), "lampiran", appendix=True),
            Heading(2, text("Bagian"), "bagian"),
        ),
        (BODY,),
    ),
    "inline": (
        document(CHAPTER, INLINES, TABLE),
        (BODY, "word/_rels/document.xml.rels", "customXml/item1.xml"),
    ),
    "gaya": (document(*STYLED), (BODY, STYLES)),
    "halaman_baru": (document(para("a"), PageBreak(), para("b"), PageBreak(), IDENTITY, PageBreak()), (BODY,)),
    "daftar_butir": (document(NESTED, ListBlock(ListKind.KURUNG, ((para("anew"),),))), (BODY, NUMBERING)),
    "tabel": (document(CHAPTER, TABLE), (BODY,)),
    "tabel_tanpa_garis": (document(IDENTITY), (BODY,)),
    "gambar": (document(CHAPTER, PICTURE), (BODY,)),
    "rumus": (document(Formula("K", "a", "b", "× 100%"), Formula("S", "p − r")), (BODY,)),
    "tanda_tangan": (document(SignatureBlock(None, SIGNED), SignatureBlock(SIGNED, SIGNED)), (BODY,)),
    "kop": (document(Letterhead(("PEMERINTAH KOTA", "DINAS"), ("Jalan 1",))), (BODY,)),
    "kotak": (document(*(Box(kind, (para(kind.value),)) for kind in BoxKind)), (BODY,)),
    "daftar_isi": (document(*map(Toc, TocKind), CHAPTER, TABLE), (BODY,)),
    "bagian": (
        one_of(
            Section((para("sampul"),), page_number=PageNumber.TANPA, header=False),
            Section((para("depan"),), page_number=PageNumber.ROMAWI, restart=True),
            Section((para("isi"),), restart=True),
            Section((para("lebar"),), orientation=Orientation.LEBAR),
            page=PageSetup(font="Tinos", font_size_pt=12, left_mm=40),
        ),
        (BODY, "word/header1.xml", "word/header2.xml", "word/footer1.xml", "word/footer2.xml", "word/footer3.xml"),
    ),
    "draf": (document(para("isi"), draft=True), ("word/header1.xml",)),
    "sifat": (document(para("isi")), ("docProps/core.xml", "docProps/app.xml", "word/settings.xml", "_rels/.rels")),
}


def canonical(part: bytes) -> str:
    """C14N, one element a line, so that a difference can be read."""
    text = etree.tostring(etree.fromstring(part), method="c14n").decode()
    return EMPTY_ELEMENT.sub(r"<\1\2/>", text).replace("><", ">\n<") + "\n"


@pytest.mark.parametrize(
    ("feature", "name"), [(feature, name) for feature, (_, names) in CASES.items() for name in names]
)
def test_part_is_as_agreed(feature: str, name: str) -> None:
    written = canonical(document_parts(number(CASES[feature][0]))[name])
    golden = HERE / feature / name.replace("/", "__")
    if os.environ.get("AKUNTABEL_TULIS_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    kept = {path.relative_to(HERE).as_posix() for path in HERE.glob("*/*")}
    wanted = {f"{feature}/{name.replace('/', '__')}" for feature, (_, names) in CASES.items() for name in names}
    assert {path for path in kept if not path.startswith("__pycache__")} == wanted
