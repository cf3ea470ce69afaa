"""Text with tab-separated tables: lines keep their numbers, cut tables are one, and the text form reads back alike."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from akuntabel.doctree.naskah import COLUMNS_OF_BLANKS, TabelNaskah, lines_of
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


WRAPPED = """Pengukuran kinerja dilakukan dengan membandingkan target dengan
realisasi yang dicatat oleh setiap bidang pada akhir triwulan menurut
Peraturan Bupati, dan hasilnya dibahas bersama-sama oleh semua bidang-
bidang yang bersangkutan. Hasilnya baik.
Kendala utama adalah terlambatnya peng-
hitungan data oleh pihak lain."""


def paragraphs(text: str) -> list[tuple[int, str]]:
    return [(b.tempat.baris, b.teks) for b in parse_teks(text.encode(), "a.txt").alinea]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["rapat", "berselang baris kosong"])
def test_lines_of_a_paragraph_are_put_together(gap: str) -> None:
    found = paragraphs(f"BAB I\n\n{WRAPPED}".replace("\n", gap))
    assert [text for _, text in found] == [
        "BAB I",
        "Pengukuran kinerja dilakukan dengan membandingkan target dengan realisasi yang dicatat oleh setiap bidang "
        "pada akhir triwulan menurut Peraturan Bupati, dan hasilnya dibahas bersama-sama oleh semua bidang-bidang yang "
        "bersangkutan. Hasilnya baik.",
        "Kendala utama adalah terlambatnya penghitungan data oleh pihak lain.",
    ]
    assert parse_teks(WRAPPED.encode(), "a.txt").alinea_dugaan


def test_items_headings_and_rows_stay_lines() -> None:
    text = (
        f"{WRAPPED}\nLayanan kami meliputi hal yang tersebut di bawah ini dan\n1. uji mutu\nSISA ANGGARAN\nSisa 5 7 9"
    )
    assert [t for _, t in paragraphs(text)][-3:] == ["1. uji mutu", "SISA ANGGARAN", "Sisa 5 7 9"]


def test_a_paragraph_a_line_stays_as_it_is() -> None:
    text = "Alinea ini selesai dengan titik di sini.\nAlinea kedua berakhir dengan\nyang lain lagi."
    assert len(paragraphs(text)) == 3
    assert not parse_teks(text.encode(), "a.txt").alinea_dugaan


BARS = "Tabel 1 Pegawai\n\n| No | Jabatan | Jumlah |\n|----|:-------:|-------:|\n| 1 | Kepala | 1 |\n| 2 | Staf | 5 |\n"
ALIGNED = """
No   Jabatan             Jumlah
1    Kepala Dinas             1
2    Pelaksana dan           15
     tenaga ahli
"""


def cells(text: str) -> list[list[str]]:
    return [[c.teks for c in r.sel] for t in parse_teks(text.encode(), "a.txt").tabel for r in t.baris]


def test_cells_between_bars() -> None:
    assert cells(BARS) == [["No", "Jabatan", "Jumlah"], ["1", "Kepala", "1"], ["2", "Staf", "5"]]
    assert tables(BARS) == [[3, 5, 6]]


def test_columns_under_one_another() -> None:
    assert cells(ALIGNED)[:3] == [["No", "Jabatan", "Jumlah"], ["1", "Kepala Dinas", "1"], ["2", "Pelaksana dan", "15"]]


@pytest.mark.parametrize(
    "text",
    [
        "Nama  : Ani\nJabatan  : Staf\nUnit  : Umum",
        "A ......  3\nB ......  4\nC ......  5",
        "satu  dua\ntiga  empat\nlima",
    ],
)
def test_what_only_has_blanks_is_no_table(text: str) -> None:
    assert cells(text) == []


CROSSED = """
No  Uraian                Anggaran   Realisasi
1   Belanja pegawai       100.000       90.000
2   Belanja barang         50.000       45.000
3   Belanja jasa           50.000       45.000
4   Belanja modal          50.000       45.000
5   Belanja hibah          50.000       45.000
6   Belanja bantuan        50.000       45.000
7   Belanja tak terduga    50.000       45.000
8   Belanja transfer       50.000       45.000
JUMLAH SELURUHNYA         450.000      405.000
"""


def test_a_total_row_may_cross_columns() -> None:
    assert cells(CROSSED)[-1] == ["JUMLAH SELURUHNYA", "", "450.000", "405.000"]
    assert [t.dugaan for t in parse_teks(CROSSED.encode(), "a.txt").tabel] == [(COLUMNS_OF_BLANKS,)]


def test_an_abbreviation_ends_no_line() -> None:
    text = f"{WRAPPED}\n\nAnggaran yang tersedia untuk pelayanan pada tahun ini sebesar Rp.\n1.200.000,- dan habis."
    assert paragraphs(text)[-1][1].endswith("sebesar Rp. 1.200.000,- dan habis.")
    over_a_page = text.replace("Rp.\n", "Rp.\n\n\f")
    assert paragraphs(over_a_page)[-1][1].endswith("sebesar Rp. 1.200.000,- dan habis.")


def test_form_feed_at_the_start_of_a_line_shifts_no_line_number() -> None:
    assert [at for at, _ in paragraphs("Satu.\n\fDua.\nTiga.")] == [1, 2, 3]
