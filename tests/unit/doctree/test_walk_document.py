"""Walking, mapping and dumping a document with every kind of block."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from akuntabel.doctree.dump import dump
from akuntabel.doctree.nodes import (
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
from akuntabel.doctree.walk import figure_ids, figure_refs, map_blocks, map_inlines, plain_text, walk_blocks


def besaran(name: str) -> FigureRef:
    return FigureRef(f"{name}/X/2025", name)


def lengkap() -> Document:
    table = Table(
        columns=(Column(1), Column(2.5)),
        head=(Row((Cell((Text("kepala"),), colspan=2),), RowKind.KEPALA),),
        rows=(Row((Cell((besaran("sel"),)), Cell((Text("b", bold=True, italic=True),)))),),
        caption=(Text("judul "), besaran("judul")), label="t", source=(besaran("sumber"),),
        notes=((besaran("catatan"),),), summary="ringkas", small=True,
    )  # fmt: skip
    sign = Signature(((Text("Kota, "), besaran("tempat")),), "Nama", ("NIP 1",))
    picture = Picture(
        Svg("<svg/>"), "alt", 10, 5.5, (besaran("gambar"),), "g", source=(Text("s"),), figures=("a/b/2025",)
    )
    blocks: tuple[Block, ...] = (
        Heading(1, (Text("Satu"),), "h"),
        Paragraph((Text("teks "), besaran("isi"), Break(), CrossRef("t", "Tabel 1.1"), Link("https://x.id", "tautan"))),
        ListBlock(ListKind.HURUF, ((Paragraph((besaran("daftar"),), Gaya.RAPAT), Paragraph((Text("dua"),))), ()), 3),
        table,
        picture,
        Raster(b"", "image/png", "foto", 3, 4),
        Formula("A", "B", "C", "× 100"),
        Box(BoxKind.CATATAN, (Paragraph((besaran("kotak"),), keep_with_next=True),)),
        SignatureBlock(sign, None),
        Letterhead(("KOTA", "DINAS"), ("Jalan",)),
        PageBreak(),
        Toc(TocKind.GAMBAR),
    )
    section = Section(blocks, Orientation.LEBAR, PageNumber.ROMAWI, restart=True, header=False)
    return Document("Judul", "Dinas", date(2026, 1, 2), (section,), subject="perihal", header="kepala", footer="kaki")


def test_dump_shows_everything() -> None:
    assert dump(lengkap()) == (
        "dokumen: Judul | Dinas | 2026-01-02 | id-ID\n"
        "perihal: perihal\n"
        "kepala: kepala\n"
        "kaki: kaki\n"
        "== bagian lebar romawi mulai-ulang tanpa-kepala\n"
        "judul 1 #h: Satu\n"
        "isi: teks {isi/X/2025=isi}⏎[Tabel 1.1](#t)[tautan](https://x.id)\n"
        "daftar huruf mulai 3\n"
        "  - rapat: {daftar/X/2025=daftar}\n"
        "    isi: dua\n"
        "  - \n"
        "tabel #t kecil <1ki 2.5ki> ?: judul {judul/X/2025=judul}\n"
        "  ringkasan: ringkas\n"
        "  * kepala: [2x1] kepala\n"
        "  - isi: {sel/X/2025=sel} | **_b_**\n"
        "  sumber: {sumber/X/2025=sumber}\n"
        "  catatan: {catatan/X/2025=catatan}\n"
        "gambar #g 10x5.5 mm ?: {gambar/X/2025=gambar}\n"
        "  alt: alt\n"
        "  besaran: a/b/2025\n"
        "  sumber: s\n"
        "foto 3x4 mm\n"
        "  alt: foto\n"
        "rumus: A = B / C × 100\n"
        "kotak catatan\n"
        "  isi ikut: {kotak/X/2025=kotak}\n"
        "tanda tangan\n"
        "  kiri: Kota, {tempat/X/2025=tempat}\n"
        "  kiri: (Nama)\n"
        "  kiri: NIP 1\n"
        "kop: KOTA ⏎ DINAS | Jalan\n"
        "halaman baru\n"
        "daftar gambar\n"
    )


def test_figures_in_reading_order() -> None:
    expected = ["isi", "daftar", "judul", "sel", "sumber", "catatan", "gambar", "kotak", "tempat"]
    assert [ref.text for ref in figure_refs(lengkap())] == expected
    ids = [f"{name}/X/2025" for name in expected]
    assert figure_ids(lengkap()) == (*ids[:7], "a/b/2025", *ids[7:])


def test_blocks_inside_containers_are_walked() -> None:
    names = [type(block).__name__ for block in walk_blocks(lengkap())]
    assert names[:5] == ["Heading", "Paragraph", "ListBlock", "Paragraph", "Paragraph"]
    assert len(names) == 15


def test_map_inlines_reaches_every_inline_that_walking_finds() -> None:
    def other(inline: Inline) -> Inline:
        return replace(inline, text="!") if isinstance(inline, FigureRef) else inline

    changed = map_inlines(lengkap(), other)
    assert {ref.text for ref in figure_refs(changed)} == {"!"}
    assert len(list(figure_refs(changed))) == len(list(figure_refs(lengkap())))


def test_mapping_with_no_change_gives_an_equal_document() -> None:
    assert map_blocks(lengkap(), lambda block: block) == lengkap()
    assert map_inlines(lengkap(), lambda inline: inline) == lengkap()


def test_plain_text() -> None:
    run = (Text("a", bold=True), Break(), besaran("b"), CrossRef("x", " c"), Link("https://x.id", " d"))
    assert plain_text(run) == "a b c d"
    assert plain_text(run, "\n") == "a\nb c d"
