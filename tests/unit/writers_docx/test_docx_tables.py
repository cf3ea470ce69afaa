"""Tables: widths and spans."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from akuntabel.doctree.nodes import Align, Cell, Column, Document, Row, RowKind, Section, Table, Text
from akuntabel.writers.docx.document import document_parts
from akuntabel.writers.docx.oxml import NAMESPACES
from akuntabel.writers.docx.tables import column_widths

NS = {"w": NAMESPACES["w"]}
VAL = f"{{{NAMESPACES['w']}}}val"


def cell(value: str, colspan: int = 1, rowspan: int = 1) -> Cell:
    return Cell((Text(value),), colspan, rowspan)


def grid(table: Table) -> etree._Element:
    document = Document("Judul", "Dinas", date(2026, 1, 30), (Section((table,)),))
    found = etree.fromstring(document_parts(document)["word/document.xml"]).find(".//w:tbl", NS)
    assert found is not None
    return found


def shape(row: etree._Element) -> str:
    """Cells of a row: their span, v where a vertical merge begins, ^ where it goes on, and their text."""
    return " | ".join(map(_cell_shape, row.findall("w:tc", NS)))


def _cell_shape(tc: etree._Element) -> str:
    span, merge = tc.find("w:tcPr/w:gridSpan", NS), tc.find("w:tcPr/w:vMerge", NS)
    mark = "" if merge is None else "v" if merge.get(VAL) == "restart" else "^"
    text = "".join(one.text or "" for one in tc.iterfind(".//w:t", NS))
    return f"{'' if span is None else span.get(VAL)}{mark}{text}"


@given(st.lists(st.floats(0.1, 50), min_size=1, max_size=20), st.integers(1000, 20000))
def test_widths_fill_the_room_exactly(weights: list[float], room: int) -> None:
    widths = column_widths(weights, room)
    assert (len(widths), sum(widths)) == (len(weights), room)
    assert all(abs(width - room * weight / sum(weights)) <= 1 for width, weight in zip(widths, weights, strict=True))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((("a", 1, 1), ("b", 1, 1)), ["a | b"]),
        ((("a", 2, 1),), ["2a"]),
        ((("a", 1, 2), ("b", 1, 1), None, ("c", 1, 1)), ["va | b", "^ | c"]),
        ((("a", 1, 1), ("b", 1, 2), None, ("c", 1, 1)), ["a | vb", "c | ^"]),
        ((("a", 2, 2), None), ["2va", "2^"]),
        ((("a", 1, 3), ("b", 1, 1), None, ("c", 1, 2), None), ["va | b", "^ | vc", "^ | ^"]),
    ],
)
def test_spans_become_merges(rows: tuple[tuple[str, int, int] | None, ...], expected: list[str]) -> None:
    split: list[list[Cell]] = [[]]
    for one in rows:
        if one is None:
            split.append([])
        else:
            split[-1].append(cell(*one))
    table = Table((Column(1), Column(1)), tuple(Row(tuple(cells)) for cells in split))
    assert [shape(row) for row in grid(table).findall("w:tr", NS)] == expected


def test_head_rows_repeat_and_short_rows_stay_whole() -> None:
    long = Row((cell("panjang " * 200),))
    table = Table((Column(1),), (Row((cell("isi"),)), long), (Row((cell("kepala"),), RowKind.KEPALA),))
    rows = grid(table).findall("w:tr", NS)
    assert [row.find("w:trPr/w:tblHeader", NS) is not None for row in rows] == [True, False, False]
    assert [row.find("w:trPr/w:cantSplit", NS) is not None for row in rows] == [True, True, False]


def test_alignment_is_of_the_cell_else_of_the_column_else_of_the_kind_of_row() -> None:
    own = Cell((Text("x"),), align=Align.TENGAH)
    rows = (
        Row((cell("a"), own)),
        Row((cell("b", colspan=2),), RowKind.KELOMPOK),
        Row((cell("c", colspan=2),), RowKind.JUMLAH),
    )
    table = Table((Column(1, Align.KANAN), Column(1)), rows)
    found = [one.get(VAL) for one in grid(table).iterfind(".//w:jc", NS)]
    assert found == ["right", "center", "left", "center"]


def test_cells_that_do_not_fill_the_grid_are_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="row 1"):
        grid(Table((Column(1), Column(1)), (Row((cell("a"),)),)))
