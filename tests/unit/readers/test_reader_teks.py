"""Text with tab-separated tables: lines keep their numbers, cut tables are one, and the text form reads back alike."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from akuntabel.doctree.naskah import TabelNaskah, lines_of
from akuntabel.doctree.penomoran_baris import number_lines
from akuntabel.errors import BerkasError
from akuntabel.readers.teks import parse_teks

CUT = "No\tNama\tNilai\n1\tA\t2\n\n2\tB\t3\nJumlah\t\t5\n"
TWICE = "No\tNama\nNo\tNama\n1\tA\n"  # behind a table of the same head
REPEATED = "No\tNama\tNilai\n1\tA\t2\n\nNo\tNama\tNilai\n2\tB\t3\n"
ANEW = "No\tNama\n1\tA\n2\tB\n\nNo\tNama\n1\tC\n"
OTHER = "No\tNama\n1\tA\n\nJenis\tBanyaknya\nC\t3\n"


def tables(text: str) -> list[list[int]]:
    return [[row.tempat.baris for row in t.baris] for t in parse_teks(text.encode(), "a.txt").tabel]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (CUT, [[1, 2, 4, 5]]),
        (REPEATED, [[1, 2, 5]]),
        ("No\tNama\n0\tX\n\n" + TWICE, [[1, 2], [4, 5, 6]]),
        (ANEW, [[1, 2, 3], [5, 6]]),
        (OTHER, [[1, 2], [4, 5]]),
        (CUT.replace("\n\n", "\nkalimat\n"), [[1, 2], [4, 5]]),
    ],
    ids=[
        "potongan",
        "kepala berulang",
        "kepala dua kali",
        "mulai lagi dari satu",
        "kepala lain",
        "kalimat di antaranya",
    ],
)
def test_tables(text: str, rows: list[list[int]]) -> None:
    assert tables(text) == rows


def test_paragraphs_keep_line_and_indent() -> None:
    naskah = parse_teks("\n JUDUL \r\n\n - butir\n".encode("cp1252"), "a.txt")
    assert [(b.teks, b.tempat.baris, b.inden) for b in naskah.alinea] == [("JUDUL", 2, 1), ("- butir", 4, 1)]


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"PK\x03\x04aa", b"ab\x00cd ef gh"])
def test_what_is_no_text_is_one_line(data: bytes) -> None:
    with pytest.raises(BerkasError, match=r"^a\.txt: .*teks.*\.$"):
        parse_teks(data, "a.txt")


CELL = st.text("abc 12,.%", max_size=6).map(str.strip)
ROW = st.lists(CELL, min_size=2, max_size=4)


@example([[["", ""], ["1", "", "", ""]], [["1", ""], ["", "", "", "1"]]])
@example([[["1", "2"]], [["1", "2"], ["1", "2"], ["3", "4"]]])
@example([[["a", "b"]], [["a", "b"], ["c", "d"]], [["c", "d"], ["a", "a"]]])
@given(st.lists(st.text("abc 12,.", min_size=1, max_size=20).map(str.strip) | st.lists(ROW, min_size=1, max_size=3)))
def test_text_form_reads_back(parts: list[str | list[list[str]]]) -> None:
    lines = [p if isinstance(p, str) else "\n".join("\t".join(r) for r in p) for p in parts]
    naskah = parse_teks("\n\n".join(lines).encode(), "a.txt")
    again = parse_teks("\n".join(lines_of(naskah)).encode(), "a.txt")
    was, now = lines_of(naskah), lines_of(again)
    joined = any(isinstance(b, TabelNaskah) and b.dugaan for b in naskah.blok)
    assert len(now) == len(was)  # a table joined without its repeated head may hold the head of the next part
    assert [b for a, b in zip(was, now, strict=True) if a != b and (b or not joined)] == []
    numbered = number_lines(naskah.blok)
    assert [type(b) for b in numbered] == [type(b) for b in naskah.blok]
    places = [b.tempat.baris for b in numbered]
    assert places == sorted(set(places))
