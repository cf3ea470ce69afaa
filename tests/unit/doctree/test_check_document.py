"""Faults of structure are found before a writer sees the document."""

from __future__ import annotations

from datetime import date

import pytest

from akuntabel.doctree.nodes import (
    Block,
    Box,
    BoxKind,
    Cell,
    Column,
    Document,
    Heading,
    ListBlock,
    ListKind,
    PageBreak,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from akuntabel.doctree.tables import place
from akuntabel.doctree.transforms.check import check, problems


def judul(level: int, title: str, *, numbered: bool = True, appendix: bool = False) -> Heading:
    return Heading(level, (Text(title),), title or "label", numbered, appendix)


def dokumen(*blocks: Block) -> Document:
    return Document("J", "A", date(2026, 1, 2), (Section(blocks),))


def baris(*spans: tuple[int, int]) -> Row:
    return Row(tuple(Cell((Text("x"),), columns, rows) for columns, rows in spans))


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        ((judul(1, "a"), judul(2, "b"), judul(3, "c"), judul(2, "d"), judul(1, "e")), ()),
        ((judul(2, "b"),), ("heading 'b' of level 2 stands below no heading of level 1",)),
        ((judul(1, "a"), judul(3, "c")), ("heading 'c' of level 3 stands below no heading of level 2",)),
        ((judul(1, "a"), judul(2, "b"), judul(1, "c"), judul(3, "d")),
         ("heading 'd' of level 3 stands below no heading of level 2",)),
        ((judul(5, "a"),), ("heading 'a' has level 5, allowed are 1 to 4",)),
        ((judul(1, "a"), judul(2, "b", appendix=True)), ("heading 'b' is an appendix below level 1",)),
        ((judul(1, "a"), judul(2, "b", numbered=False), judul(3, "c")),
         ("heading 'c' is numbered below a heading that is not",)),
        ((judul(1, "a", numbered=False), judul(2, "b")), ()),
        ((judul(1, ""),), ("heading '' with label 'label' is empty",)),
        ((Heading(1, (Text("a"),), ""),), ("heading 'a' has no label",)),
    ],
)  # fmt: skip
def test_levels_of_headings(headings: tuple[Heading, ...], found: tuple[str, ...]) -> None:
    assert problems(dokumen(*headings)) == found


def test_what_begins_a_page_stands_on_the_top_level() -> None:
    inside = (Box(BoxKind.INFO, (PageBreak(),)), ListBlock(ListKind.BUTIR, ((judul(1, "a"),),)))
    assert problems(dokumen(*inside)) == (
        "PageBreak inside Box, allowed is only the top level",
        "Heading inside ListBlock, allowed is only the top level",
    )


def test_check_gives_the_document_back_or_names_every_fault() -> None:
    sound = dokumen(judul(1, "a"), Paragraph(()))
    assert check(sound) is sound
    with pytest.raises(ValueError, match=r"level 7.*level 2 stands below"):
        check(dokumen(judul(7, "a"), judul(2, "b")))


def test_cells_are_placed_around_spans() -> None:
    rows = (baris((1, 2), (2, 1), (1, 2)), baris((1, 1), (1, 1)), baris((4, 1)))
    assert [(one.row, one.column) for one in place(rows, 4)] == [(0, 0), (0, 1), (0, 3), (1, 1), (1, 2), (2, 0)]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ((baris((1, 1)),), "row 1 fills 1 of 2 columns"),
        ((baris((2, 1), (1, 1)),), "row 1 is wider than 2 columns"),
        ((baris((1, 2), (1, 1)),), "row 1 has a cell that reaches below the last row"),
        ((baris((1, 1), (1, 2)), baris((2, 1))), "row 2 has cells that overlap"),
        ((baris((0, 1), (2, 1)),), "row 1 has a cell with a span below 1"),
    ],
)
def test_cells_that_do_not_fill_their_table(rows: tuple[Row, ...], message: str) -> None:
    table = Table((Column(1), Column(1)), rows, caption=(Text("T"),))
    assert problems(dokumen(table)) == (f"table 'T': {message}",)


def test_a_head_is_a_grid_of_its_own() -> None:
    table = Table((Column(1),), (baris((1, 1)),), head=(baris((1, 2)),), summary="ringkas")
    assert problems(dokumen(table)) == ("table 'ringkas': row 1 has a cell that reaches below the last row",)
