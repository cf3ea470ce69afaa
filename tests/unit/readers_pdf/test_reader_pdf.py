"""What the PDF reader finds on pages that Typst made: one small source a feature, expected blocks as data."""

from __future__ import annotations

import pytest
import typst

from akuntabel.doctree.naskah import Alinea, Naskah, TabelNaskah, lines_of
from akuntabel.errors import BerkasError
from akuntabel.readers.pdf import parse_pdf

PAGE = '#set page(width: 300pt, height: 400pt, margin: 40pt)\n#set text(size: 10pt, font: "Libertinus Serif")\n'
FILLER = "kata demi kata yang cukup panjang untuk dua baris lebih sedikit pada halaman yang sempit ini"


def read(source: str) -> Naskah:
    return parse_pdf(typst.compile((PAGE + source).encode(), format="pdf"), "a.pdf")


def texts(naskah: Naskah) -> list[str]:
    return [b.teks for b in naskah.blok if isinstance(b, Alinea)]


def rows(table: TabelNaskah) -> list[list[tuple[str, int, int, int]]]:
    return [[(c.teks, c.kolom, c.rentang_kolom, c.rentang_baris) for c in row.sel] for row in table.baris]


def test_paragraphs_are_joined_over_lines() -> None:
    assert texts(read(f"Satu {FILLER}.\n\nDua {FILLER}.")) == [f"Satu {FILLER}.", f"Dua {FILLER}."]


def test_a_ruled_table_keeps_its_spans() -> None:
    source = "#table(columns: 3, table.cell(rowspan: 2)[No], table.cell(colspan: 2)[Nilai], [a], [b], [1], [2], [3])"
    (table,) = read(f"Sebelum.\n{source}\nSesudah.").tabel
    assert rows(table) == [
        [("No", 0, 1, 2), ("Nilai", 1, 2, 1)],
        [("a", 1, 1, 1), ("b", 2, 1, 1)],
        [("1", 0, 1, 1), ("2", 1, 1, 1), ("3", 2, 1, 1)],
    ]


def test_lines_of_the_text_form() -> None:
    naskah = read("Sebelum.\n#table(columns: 2, [No], [Nilai], [1], [2])\nSesudah.")
    assert lines_of(naskah) == ["Sebelum.", "", "No\tNilai", "1\t2", "", "Sesudah."]


def test_a_note_in_the_foot_of_a_table_stands_below_it() -> None:
    foot = "table.footer(repeat: false, [2], [5], table.cell(colspan: 2, stroke: none)[Sumber: data])"
    naskah = read(f"Sebelum.\n#table(columns: 2, table.header([No], [Nilai]), [1], [2], {foot})\nSesudah.")
    assert lines_of(naskah) == ["Sebelum.", "", "No\tNilai", "1\t2", "2\t5", "", "Sumber: data", "Sesudah."]


@pytest.mark.parametrize("data", [b"bukan", b"PK\x03\x04aa", b"%PDF-1.7", b"%PDF-1.7\n" + b"\0" * 5000])
def test_what_is_no_pdf_is_one_line(data: bytes) -> None:
    with pytest.raises(BerkasError, match=r"^a\.pdf: .*PDF.*\.$"):
        parse_pdf(data, "a.pdf")
