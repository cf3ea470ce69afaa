"""Numbering: chapters, appendices, captions, references, lists of contents."""

from __future__ import annotations

from datetime import date

import pytest

from akuntabel.doctree.dump import dump, dump_blocks
from akuntabel.doctree.nodes import (
    Block,
    Cell,
    Column,
    CrossRef,
    Document,
    Heading,
    Paragraph,
    Picture,
    Row,
    Section,
    Svg,
    Table,
    Text,
    Toc,
    TocKind,
)
from akuntabel.doctree.transforms.number import letters, number, roman
from akuntabel.doctree.walk import walk_blocks


def judul(level: int, title: str, *, numbered: bool = True, appendix: bool = False, in_toc: bool = True) -> Heading:
    return Heading(level, (Text(title),), title, numbered, appendix, in_toc)


def tabel(label: str | None, caption: str = "Isi") -> Table:
    return Table((Column(1),), (Row((Cell((Text("x"),)),)),), caption=(Text(caption),) if caption else (), label=label)


def gambar(label: str) -> Picture:
    return Picture(Svg("<svg/>"), "alt", 10, 10, (Text("Grafik"),), label)


def dokumen(*blocks: Block) -> Document:
    return Document("Judul", "Dinas", date(2026, 1, 2), (Section(blocks),))


ISI = (
    judul(1, "Kata", numbered=False),
    tabel("t-depan"),
    judul(2, "Depan"),
    judul(1, "Satu"),
    judul(2, "Umum"),
    judul(3, "Tugas"),
    judul(4, "Rinci"),
    judul(4, "Rinci dua"),
    judul(3, "Fungsi"),
    judul(4, "Lagi"),
    tabel("t-satu"),
    gambar("g-satu"),
    judul(2, "Tanpa", numbered=False),
    judul(2, "Sistematika", in_toc=False),
    judul(1, "Dua"),
    gambar("g-dua"),
    tabel("t-dua"),
    tabel(None, "Kedua"),
    tabel(None, ""),
    judul(1, "PK", appendix=True),
    tabel("t-lampiran"),
    judul(2, "Bagian"),
    judul(3, "Rincian"),
    judul(1, "RTL", appendix=True),
    tabel("t-lampiran-dua"),
)


def test_numbers_of_headings() -> None:
    found = [(b.label, b.number) for b in walk_blocks(number(dokumen(*ISI))) if isinstance(b, Heading)]
    assert found == [
        ("Kata", None),
        ("Depan", "A."),
        ("Satu", "BAB I"),
        ("Umum", "1.1"),
        ("Tugas", "1.1.1"),
        ("Rinci", "a."),
        ("Rinci dua", "b."),
        ("Fungsi", "1.1.2"),
        ("Lagi", "a."),
        ("Tanpa", None),
        ("Sistematika", "1.2"),
        ("Dua", "BAB II"),
        ("PK", "LAMPIRAN 1"),
        ("Bagian", "A."),
        ("Rincian", "1."),
        ("RTL", "LAMPIRAN 2"),
    ]


def test_numbers_and_labels_of_captions() -> None:
    found = [(b.label, b.number) for b in walk_blocks(number(dokumen(*ISI))) if isinstance(b, Table | Picture)]
    assert found == [
        ("t-depan", "Tabel 1"),
        ("t-satu", "Tabel 1.1"),
        ("g-satu", "Gambar 1.1"),
        ("g-dua", "Gambar 2.1"),
        ("t-dua", "Tabel 2.1"),
        ("tabel-2.2", "Tabel 2.2"),
        (None, None),
        ("t-lampiran", "Tabel L1.1"),
        ("t-lampiran-dua", "Tabel L2.1"),
    ]


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Satu", "Bab I"),
        ("Dua", "Bab II"),
        ("Umum", "subbab 1.1"),
        ("Fungsi", "subbab 1.1.2"),
        ("Rinci dua", "subbab 1.1.1 huruf b"),
        ("PK", "Lampiran 1"),
        ("Kata", "Kata"),
        ("Bagian", "Bagian"),
        ("t-satu", "Tabel 1.1"),
        ("g-dua", "Gambar 2.1"),
        ("t-lampiran", "Tabel L1.1"),
    ],
)
def test_text_of_a_reference_that_stands_before_its_target(label: str, text: str) -> None:
    made = number(dokumen(Paragraph((CrossRef(label),)), *ISI))
    assert made.sections[0].blocks[0] == Paragraph((CrossRef(label, text),))


def test_lists_of_contents() -> None:
    lists = (Toc(TocKind.ISI), Toc(TocKind.TABEL), Toc(TocKind.GAMBAR))
    made = number(dokumen(*lists, *ISI)).sections[0].blocks[:3]
    assert dump_blocks(made) == (
        "daftar isi\n"
        "  1  | Kata #Kata\n"
        "  2 A. | Depan #Depan\n"
        "  1 BAB I | Satu #Satu\n"
        "  2 1.1 | Umum #Umum\n"
        "  3 1.1.1 | Tugas #Tugas\n"
        "  3 1.1.2 | Fungsi #Fungsi\n"
        "  2  | Tanpa #Tanpa\n"
        "  1 BAB II | Dua #Dua\n"
        "  1 LAMPIRAN 1 | PK #PK\n"
        "  2 A. | Bagian #Bagian\n"
        "  3 1. | Rincian #Rincian\n"
        "  1 LAMPIRAN 2 | RTL #RTL\n"
        "daftar tabel\n"
        "  1 Tabel 1 | Isi #t-depan\n"
        "  1 Tabel 1.1 | Isi #t-satu\n"
        "  1 Tabel 2.1 | Isi #t-dua\n"
        "  1 Tabel 2.2 | Kedua #tabel-2.2\n"
        "  1 Tabel L1.1 | Isi #t-lampiran\n"
        "  1 Tabel L2.1 | Isi #t-lampiran-dua\n"
        "daftar gambar\n"
        "  1 Gambar 1.1 | Grafik #g-satu\n"
        "  1 Gambar 2.1 | Grafik #g-dua\n"
    )


def test_chapters_count_through_sections() -> None:
    document = Document(
        "J", "A", date(2026, 1, 2), (Section((judul(1, "a"),)), Section((judul(1, "b"), judul(2, "c")))), draft=True
    )
    assert dump(number(document)) == (
        "dokumen: J | A | 2026-01-02 | id-ID\n"
        "draf: ya\n"
        "== bagian tegak angka\n"
        "judul 1 #a BAB I: a\n"
        "== bagian tegak angka\n"
        "judul 1 #b BAB II: b\n"
        "judul 2 #c 2.1: c\n"
    )


def test_numbering_again_changes_nothing() -> None:
    once = number(dokumen(Toc(TocKind.ISI), Paragraph((CrossRef("t-dua"),)), *ISI))
    assert number(once) == once


@pytest.mark.parametrize(
    ("blocks", "message"),
    [
        ((Paragraph((CrossRef("x"),)),), "label 'x' is referred to but stands nowhere"),
        ((judul(1, "a"), judul(1, "a")), "label 'a' is given 2 times"),
        ((judul(1, "a"), tabel("tabel-1.2"), tabel(None)), "label 'tabel-1.2' is given 2 times"),
        ((tabel("t", ""), Paragraph((CrossRef("t"),))), "label 't' is referred to but its block has no caption"),
    ],
)
def test_faulty_labels_are_named(blocks: tuple[Block, ...], message: str) -> None:
    with pytest.raises(ValueError, match="label") as caught:
        number(dokumen(*blocks))
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("value", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (94, "XCIV"), (1999, "MCMXCIX")]
)
def test_roman(value: int, text: str) -> None:
    assert roman(value) == text


@pytest.mark.parametrize(("value", "text"), [(1, "a"), (26, "z"), (27, "aa"), (52, "az"), (53, "ba"), (703, "aaa")])
def test_letters(value: int, text: str) -> None:
    assert letters(value) == text
