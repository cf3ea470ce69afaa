"""Tables without rules: their columns, heads and rows are guessed from where words stand, and no word is lost."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.readers.pdf.baris import lines_from
from akuntabel.readers.pdf.bentuk import Kata, Tabel
from akuntabel.readers.pdf.tabel_duga import table_of_lines

_SIZE, _LETTER = 10.0, 5.0


def words(*lines: tuple[float, list[tuple[float, str]]], bold: int = 0) -> list[Kata]:
    """Words from lines of (base line, texts with their left ends); the first `bold` lines are bold."""
    made = []
    for n, (base, texts) in enumerate(lines):
        for left, text in texts:
            x = left
            for word in text.split():
                right = x + _LETTER * len(word)
                made.append(Kata(word, x, right, base, _SIZE, n < bold, True))
                x = right + 3.0
    return made


def read(found: list[Kata]) -> Tabel | None:
    return table_of_lines(lines_from(found), (), 1)


def texts(table: Tabel | None) -> list[list[str]]:
    assert table is not None
    return [[" ".join(line.teks for line in cell.baris) for cell in row.sel] for row in table.baris]


HEAD = (20.0, [(50.0, "No"), (90.0, "Kegiatan"), (200.0, "Pagu")])
# where the lines below the head stand -> the rows that they are
ROWS = {
    "room parts the rows": (
        [
            (40.0, [(50.0, "1"), (90.0, "Gaji dan"), (200.0, "12.000")]),
            (52.0, [(90.0, "Tunjangan")]),
            (70.0, [(50.0, "2"), (90.0, "Listrik"), (200.0, "3.000")]),
        ],
        [["1", "Gaji dan Tunjangan", "12.000"], ["2", "Listrik", "3.000"]],
    ),
    "numbers part them where no room does": (
        [
            (34.0, [(50.0, "1"), (90.0, "Gaji dan tunjangan"), (200.0, "12.000")]),
            (46.0, [(90.0, "pegawai negeri")]),
            (58.0, [(50.0, "2"), (90.0, "Listrik"), (200.0, "3.000")]),
            (70.0, [(50.0, "3"), (90.0, "Air"), (200.0, "1.000")]),
        ],
        [["1", "Gaji dan tunjangan pegawai negeri", "12.000"], ["2", "Listrik", "3.000"], ["3", "Air", "1.000"]],
    ),
    "the rest of a cut number begins no row": (  # the lines of a cell are joined later, so a blank stands between them
        [
            (34.0, [(50.0, "1"), (90.0, "Gaji"), (200.0, "12.500.00")]),
            (46.0, [(90.0, "pegawai"), (200.0, "0")]),
            (58.0, [(50.0, "2"), (90.0, "Listrik"), (200.0, "3.000.000")]),
            (70.0, [(50.0, "3"), (90.0, "Air"), (200.0, "1.000.000")]),
        ],
        [["1", "Gaji pegawai", "12.500.00 0"], ["2", "Listrik", "3.000.000"], ["3", "Air", "1.000.000"]],
    ),
}


@pytest.mark.parametrize(("lines", "rows"), ROWS.values(), ids=ROWS)
def test_rows(lines: list[tuple[float, list[tuple[float, str]]]], rows: list[list[str]]) -> None:
    assert texts(read(words(HEAD, *lines, bold=1))) == [["No", "Kegiatan", "Pagu"], *rows]


def test_a_head_over_several_columns_stands_in_the_first_of_them() -> None:
    found = words(
        (20.0, [(50.0, "No"), (90.0, "Uraian"), (215.0, "2024")]),
        (36.0, [(170.0, "Pagu"), (210.0, "Realisasi"), (275.0, "Persen")]),
        (54.0, [(50.0, "1"), (90.0, "Gaji"), (170.0, "1.000"), (220.0, "900"), (280.0, "90")]),
        (70.0, [(50.0, "2"), (90.0, "Air"), (170.0, "2.000"), (220.0, "800"), (280.0, "40")]),
        bold=2,
    )
    assert texts(read(found))[:2] == [["No", "Uraian", "2024", "", ""], ["", "", "Pagu", "Realisasi", "Persen"]]


line = st.lists(st.tuples(st.integers(0, 50), st.text("ab1.", min_size=1, max_size=8)), min_size=1, max_size=6)


@given(st.lists(st.tuples(st.integers(4, 30), line), min_size=2, max_size=12), st.integers(0, 3))
def test_no_word_is_lost(drawn: list[tuple[int, list[tuple[int, str]]]], bold: int) -> None:
    base, lines = 0.0, []
    for pitch, found in drawn:
        base += pitch
        lines.append((base, [(8.0 * left, text) for left, text in found]))
    given_ = words(*lines, bold=bold)
    table = read(given_)
    if table is not None:
        kept = Counter(w.teks for row in table.baris for cell in row.sel for b in cell.baris for w in b.kata)
        assert kept == Counter(w.teks for b in lines_from(given_) for w in b.kata)
