"""A document that uses everything: three numberings of pages, nested lists, long and merged tables, a chart, DRAF."""

from __future__ import annotations

from datetime import date

import pytest

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
    Inline,
    Letterhead,
    Link,
    ListBlock,
    ListKind,
    Orientation,
    PageBreak,
    PageNumber,
    Paragraph,
    Picture,
    Raster,
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
from akuntabel.writers.docx.images import png_of_svg

SENTENCE = "Laporan ini menjelaskan apa yang dijanjikan, apa yang dicapai, dan apa yang akan diperbaiki. "
CHART = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120"><rect width="300" height="120" fill="white"/>'
    '<rect x="40" y="20" width="60" height="80" fill="#2e75b6"/>'
    '<text x="70" y="115" font-family="Arimo" font-size="12">2025</text></svg>'
)


def _text(value: str) -> tuple[Inline, ...]:
    return (Text(value),)


def _para(value: str, style: Gaya = Gaya.ISI) -> Paragraph:
    return Paragraph(_text(value), style)


def _cell(value: str, colspan: int = 1, rowspan: int = 1) -> Cell:
    return Cell(_text(value), colspan, rowspan)


def _body_row(at: int) -> Row:
    value = Cell((FigureRef(f"realisasi/IK-{at}/2025", f"{at},50"),))
    return Row((_cell(str(at)), _cell("Kegiatan pelayanan kepada masyarakat di kabupaten/kota"), _cell("80,00"), value))


def _table(label: str, rows: int, small: bool = False) -> Table:
    head = (
        Row((_cell("No", rowspan=2), _cell("Uraian", rowspan=2), _cell("Tahun 2025", colspan=2)), RowKind.KEPALA),
        Row((_cell("Target"), _cell("Realisasi")), RowKind.KEPALA),
        Row(tuple(_cell(f"({at})") for at in range(1, 5)), RowKind.NOMOR_KOLOM),
    )
    group = Row((_cell("Program pelayanan", colspan=4),), RowKind.KELOMPOK)
    total = Row((_cell("Jumlah", colspan=3), _cell("100,00")), RowKind.JUMLAH)
    columns = (Column(1, Align.TENGAH), Column(6), Column(2, Align.KANAN), Column(2, Align.KANAN))
    body = (group, *map(_body_row, range(1, rows + 1)), total)
    return Table(
        columns, body, head, _text("Capaian"), label, source=_text("Sumber: Dinas."), summary="Isi.", small=small
    )


def _identity() -> Table:
    lines = (("Nama", "Sri Wahyuni"), ("Jabatan", "Kepala Dinas"))
    rows = tuple(Row((_cell(name), _cell(":"), _cell(value))) for name, value in lines)
    return Table((Column(3), Column(0.3), Column(8)), rows, rules=False)


def _lists() -> ListBlock:
    letters = ListBlock(ListKind.HURUF, ((_para("huruf"), ListBlock(ListKind.KURUNG, ((_para("kurung"),),))),))
    bullets = ListBlock(ListKind.BUTIR, ((_para("butir"),), (_table("tabel-butir", 1),)))
    return ListBlock(ListKind.ANGKA, ((_para("angka"), _para("lanjutan"), letters), (_para("dua"), bullets)))


def _signatures() -> SignatureBlock:
    head = Signature((_text("Kota, 2 Januari 2025"), _text("Kepala Dinas,")), "Sri Wahyuni", ("NIP 1",))
    return SignatureBlock(Signature((_text("Wali Kota,"),), "Ahmad"), head)


def _inlines() -> Paragraph:
    return Paragraph(
        (
            Text(SENTENCE),
            Text("tebal", bold=True),
            Text("miring", italic=True),
            Break(),
            FigureRef("capaian/IKU-1/2025", "105,17"),
            CrossRef("tabel-panjang"),
            CrossRef("gambar-batang"),
            CrossRef("bab-dua"),
            Link("https://example.go.id/a b", "laman"),
            Text("rusak \x00\x0b\ufffe 🙂 \uf0b7 & <b>"),
        )
    )


def _chapters() -> tuple[Block, ...]:
    picture = Picture(
        Svg(CHART), "Batang 2025.", 150, 60, _text("Batang"), "gambar-batang", source=_text("Sumber: Dinas.")
    )
    boxes = tuple(Box(kind, (_para(kind.value), ListBlock(ListKind.BUTIR, ((_para("a"),),)))) for kind in BoxKind)
    formulas = (Formula("Tingkat", "jumlah yang ditempatkan", "jumlah yang mendaftar", "× 100%"), Formula("S", "p − r"))
    return (
        Heading(1, _text("Pendahuluan"), "bab-satu"),
        Heading(2, _text("Latar Belakang"), "latar"),
        _inlines(),
        _lists(),
        _identity(),
        *boxes,
        Heading(1, _text("Akuntabilitas"), "bab-dua"),
        *(_para(style.value, style) for style in Gaya),
        *formulas,
        picture,
        _table("tabel-panjang", 60, small=True),
    )


@pytest.fixture(scope="session")
def rich() -> Document:
    """Numbered, with a cover, roman front matter, chapters, a landscape section and an appendix."""
    cover = (_para("Laporan Kinerja", Gaya.JUDUL_SAMPUL), _para("Dinas", Gaya.SUBJUDUL_SAMPUL))
    front = (
        Heading(1, _text("Kata Pengantar"), "kata", numbered=False),
        *[_para(SENTENCE * 4)] * 3,
        _signatures(),
        Heading(1, _text("Daftar Isi"), "isi", numbered=False, in_toc=False),
        *map(Toc, TocKind),
    )
    logo = Raster(png_of_svg(CHART, 20, 20), "image/png", "Lambang", 20, 20)
    appendix = (
        Heading(1, _text("Perjanjian"), "lampiran", appendix=True),
        Letterhead(("PEMERINTAH KOTA", "DINAS"), ("Jalan 1",), logo),
        _para("Isi"),
        PageBreak(),
        _identity(),
    )
    sections = (
        Section(cover, page_number=PageNumber.TANPA, header=False),
        Section(front, page_number=PageNumber.ROMAWI, restart=True),
        Section(_chapters(), restart=True),
        Section((Heading(2, _text("Lebar"), "lebar"), _table("tabel-lebar", 5)), orientation=Orientation.LEBAR),
        Section(appendix),
    )
    return number(Document("Laporan & Kinerja", "Dinas", date(2026, 1, 30), sections, draft=True, footer="Dinas"))
