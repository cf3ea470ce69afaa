"""Pages that are turned, set in two columns, or have letters that draw two characters at once."""

from __future__ import annotations

import io

import pikepdf
import pytest
import typst

from akuntabel.doctree.naskah import lines_of
from akuntabel.readers.pdf import parse_pdf

PAGE = '#set page(width: 300pt, height: 400pt, margin: 40pt)\n#set text(size: 10pt, font: "Libertinus Serif")\n'
TABLE = "#table(columns: 3, [No], [Indikator], [Target], [1], [Tingkat Pengangguran], [7,73], [2], [Luas], [33,00])"
READ = ["Laporan Kinerja 2025.", "", "No\tIndikator\tTarget", "1\tTingkat Pengangguran\t7,73", "2\tLuas\t33,00", ""]
# contents turned by quarters counterclockwise inside a page of width w and height h
TURNS = {90: "0 1 -1 0 {h:g} 0", 180: "-1 0 0 -1 {w:g} {h:g}", 270: "0 -1 1 0 0 {w:g}"}


def printed(source: str) -> bytes:
    return typst.compile((PAGE + source).encode(), format="pdf")


def lines(data: bytes) -> list[str]:
    return lines_of(parse_pdf(data, "a.pdf"))


def saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def rotated(data: bytes, angle: int) -> bytes:
    """The same pages with a turn that viewers obey."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.Rotate = angle
        return saved(pdf)


def turned(data: bytes, angle: int) -> bytes:
    """The same pages with their contents turned, as programs do that know no turn of pages."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            w, h = float(page.MediaBox[2]), float(page.MediaBox[3])
            page.contents_add(f"q {TURNS[angle].format(w=w, h=h)} cm".encode(), prepend=True)
            page.contents_add(b"Q")
            page.MediaBox = [0, 0, h, w] if angle % 180 else [0, 0, w, h]
        return saved(pdf)


@pytest.mark.parametrize("angle", [90, 180, 270])
@pytest.mark.parametrize("turn", [rotated, turned], ids=["halaman", "isi"])
def test_a_turned_page_reads_as_an_upright_one(turn: object, angle: int) -> None:
    assert callable(turn)
    upright = printed(f"Laporan Kinerja 2025.\n{TABLE}")
    assert lines(upright) == READ[:-1]
    assert lines(turn(upright, angle)) == lines(upright)


def test_both_turns_at_once() -> None:
    upright = printed(f"Laporan Kinerja 2025.\n{TABLE}")
    assert lines(rotated(turned(upright, 90), 90)) == lines(upright)


def test_two_columns_are_read_one_after_the_other() -> None:
    words = "kata demi kata yang cukup panjang untuk banyak baris pada lajur yang sempit ini, " * 3
    source = f"#set par(justify: true)\n#columns(2)[Kiri {words}selesai.\n#colbreak()\nKanan {words}selesai.]"
    text = words.strip()
    assert lines(printed(source)) == [f"Kiri {text} selesai.", f"Kanan {text} selesai."]


def test_ligatures_are_their_letters() -> None:
    text = "Efisiensi, efektif, fleksibel, afiliasi, dan grafik."
    assert lines(printed(text)) == [text]


def test_letters_without_translation_are_told() -> None:
    """The fonts of the page draw letters and do not say which."""
    with pikepdf.open(io.BytesIO(printed("Laporan Kinerja 2025."))) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                del thing["/ToUnicode"]
        read = parse_pdf(saved(pdf), "a.pdf")
    assert (list(read.blok), read.halaman_gambar) == ([], (1,))
    assert read.catatan == ("halaman 1 memakai huruf tanpa padanan karakter; isinya tidak dapat dibaca",)
