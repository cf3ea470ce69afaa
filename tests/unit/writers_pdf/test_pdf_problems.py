"""What is wrong with a user's data is one line that says where; what is wrong with the program is a ValueError."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akuntabel.doctree.nodes import (
    Block,
    Cell,
    Column,
    CrossRef,
    Document,
    Heading,
    Letterhead,
    PageSetup,
    Paragraph,
    Picture,
    Raster,
    Row,
    Section,
    Signature,
    SignatureBlock,
    Svg,
    Table,
    Text,
)
from akuntabel.doctree.transforms.number import number
from akuntabel.errors import BerkasError
from akuntabel.writers.pdf import write_pdf

RUSAK = Raster(b"\x89PNG\r\n\x1a\nrusak", "image/png", "lambang", 10, 10)


def dokumen(*blocks: Block, page: PageSetup | None = None) -> Document:
    section = Section((Heading(1, (Text("Perencanaan"),), "bab"), *blocks))
    return number(Document("Uji", "Dinas", date(2026, 1, 2), (section,), page=page or PageSetup()))


def sel(value: str) -> Table:
    return Table((Column(1),), (Row((Cell((Text(value),)),)),), caption=(Text("Isi"),))


@pytest.mark.parametrize(
    ("block", "message"),
    [
        (
            Paragraph((Text("bagus 🎉 ya"),)),
            "PDF, BAB I Perencanaan: karakter 🎉 (U+1F389) pada 'bagus 🎉 ya' tidak ada pada jenis huruf dokumen; "
            "hapus karakter itu pada data atau ganti dengan huruf biasa.",
        ),
        (
            sel("butir \uf0b7 Word"),
            "PDF, BAB I Perencanaan, Tabel 1.1: karakter tak tampak (U+F0B7) pada 'butir � Word' tidak ada pada jenis "
            "huruf dokumen; hapus karakter itu pada data atau ganti dengan huruf biasa.",
        ),
        (
            Paragraph((Text("a\uf001b"),)),
            "PDF, BAB I Perencanaan: karakter tak tampak (U+F001) pada 'a�b' tidak ada pada jenis huruf dokumen; "
            "hapus karakter itu pada data atau ganti dengan huruf biasa.",
        ),
        (
            SignatureBlock(None, Signature((), "A\x07B")),
            "PDF, BAB I Perencanaan: karakter tak tampak (U+0007) pada 'A�B' tidak ada pada jenis huruf dokumen; "
            "hapus karakter itu pada data atau ganti dengan huruf biasa.",
        ),
        (
            Letterhead(("KOTA \ud83d",)),
            "PDF, BAB I Perencanaan: karakter tak tampak (U+D83D) pada 'KOTA �' tidak ada pada jenis huruf dokumen; "
            "hapus karakter itu pada data atau ganti dengan huruf biasa.",
        ),
        (
            Letterhead(("KOTA",), logo=RUSAK),
            "PDF, BAB I Perencanaan: gambar tidak dapat dibaca; pakai berkas PNG atau JPEG yang utuh.",
        ),
        (
            Picture(Svg("<svg"), "alt", 10, 10, (Text("Grafik"),), "g"),
            "PDF, BAB I Perencanaan, Gambar 1.1: gambar tidak dapat dibaca; pakai berkas PNG atau JPEG yang utuh.",
        ),
    ],
)
def test_bad_data_is_one_line(block: Block, message: str) -> None:
    with pytest.raises(BerkasError) as caught:
        write_pdf(dokumen(block))
    assert str(caught.value) == message


def test_a_font_that_we_do_not_have() -> None:
    with pytest.raises(BerkasError) as caught:
        write_pdf(dokumen(page=PageSetup(font="Calibri")))
    assert str(caught.value) == "PDF, jenis huruf: 'Calibri' tidak tersedia; tulis Arimo atau Tinos."


def test_a_fault_of_the_program_is_a_value_error() -> None:
    faulty = Document("Uji", "Dinas", date(2026, 1, 2), (Section((Paragraph((CrossRef("x"),)),)),))
    with pytest.raises(ValueError, match="'x' is referred to but stands nowhere"):
        write_pdf(faulty)
    with pytest.raises(ValueError, match=r"typst: .*alt"):
        write_pdf(dokumen(Picture(Svg("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"), "", 10, 10)))


@settings(max_examples=40)
@given(st.text(alphabet=st.characters(), max_size=30))
def test_any_text_gives_a_pdf_or_one_line(text: str) -> None:
    try:
        came = write_pdf(dokumen(Paragraph((Text(text),)), sel(text))).decode("latin-1")
    except BerkasError as problem:
        came = str(problem)
    assert came.startswith(("%PDF-1.7", "PDF, BAB I Perencanaan: karakter "))
    assert came.startswith("%PDF") or len(came.splitlines()) == 1
