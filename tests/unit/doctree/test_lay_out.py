"""What stays together on a page, and how wide columns are: decisions in the tree, the same for every writer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.doctree.company import COMPANY, TAIL
from akuntabel.doctree.nodes import (
    Block,
    Box,
    BoxKind,
    Cell,
    Column,
    Document,
    ListBlock,
    ListKind,
    Orientation,
    PageSetup,
    Paragraph,
    Row,
    RowKind,
    Section,
    Signature,
    SignatureBlock,
    Table,
    Text,
)
from akuntabel.doctree.transforms.lay_out import SMALL, SMALL_OF_FEW, lay_out
from akuntabel.doctree.ukuran import em_width, least_widths, lines, room, table_height, widths

SIGNED = SignatureBlock(None, Signature((), "Nama"))
LONG = "kata " * 400


def words(text: str) -> tuple[Text, ...]:
    return (Text(text),)


def table(rows: int, *, columns: tuple[float, ...] = (1, 1), text: str = "isi") -> Table:
    head = (Row(tuple(Cell(words("Kepala")) for _ in columns), RowKind.KEPALA),)
    body = tuple(Row(tuple(Cell(words(text)) for _ in columns)) for _ in range(rows))
    return Table(tuple(Column(c) for c in columns), body, head, caption=words("Judul"))


def laid(*blocks: Block) -> tuple[Block, ...]:
    return lay_out(Document("a", "b", date(2026, 1, 1), (Section(blocks),))).sections[0].blocks


@pytest.mark.parametrize(("rows", "together"), [(3, True), (60, False)])
def test_a_small_table_stays_on_one_page(rows: int, together: bool) -> None:
    (made,) = laid(table(rows))
    assert isinstance(made, Table)
    assert made.together is together
    width, height = room(PageSetup(), Orientation.TEGAK)
    assert (table_height(made, width, 11) <= SMALL * height) is together


def only_table(*blocks: Block) -> Table:
    (made,) = (b for b in laid(*blocks) if isinstance(b, Table))
    return made


def test_a_table_of_very_few_rows_may_take_half_a_page() -> None:
    width, height = room(PageSetup(), Orientation.TEGAK)
    few, more = (table(rows, text=" ".join(["isi"] * (300 // rows))) for rows in (TAIL, TAIL + 1))
    assert all(SMALL < table_height(t, width, 11) / height < SMALL_OF_FEW for t in (few, more))
    assert [only_table(t).together for t in (few, more)] == [True, False]


@pytest.mark.parametrize(
    ("change", "tail"),
    [
        ({}, TAIL),
        ({55: RowKind.KELOMPOK}, TAIL),
        ({56: RowKind.KELOMPOK}, TAIL + 1),  # the name of a group goes with its rows
        ({55: RowKind.KELOMPOK, 56: RowKind.KELOMPOK}, TAIL + 2),
    ],
)
def test_the_last_rows_of_a_table_stay_together(change: dict[int, RowKind], tail: int) -> None:
    made = table(60)
    rows = tuple(replace(row, kind=change.get(n, row.kind)) for n, row in enumerate(made.rows))
    assert only_table(replace(made, rows=rows)).tail == tail


def test_the_last_rows_hold_whole_spans() -> None:
    made = table(60)
    tall = Row((Cell(words("tinggi"), rowspan=5), Cell(words("isi"))))
    rows = (*made.rows[:55], tall, *(Row((Cell(words("isi")),)) for _ in range(4)))
    assert only_table(replace(made, rows=rows)).tail == 5


def test_last_rows_that_are_too_tall_are_fewer() -> None:
    made = table(60)
    long = Row(tuple(Cell(words(" ".join(["kata"] * 50))) for _ in range(2)))
    assert [only_table(replace(made, rows=(*made.rows, *[long] * n))).tail for n in (2, 3)] == [3, 2]
    huge = Row(tuple(Cell(words("kata " * 900)) for _ in range(2)))
    assert only_table(replace(made, rows=(*made.rows, huge))).tail == 0


NOTICE = Box(BoxKind.KURANG, (Paragraph(words("Data belum ada.")),))


def bound(*blocks: Block) -> list[tuple[bool, bool]]:
    return [(b.keep_with_next, getattr(b, "together", False)) for b in laid(*blocks) if isinstance(b, Table | Box)]


def test_a_small_table_is_company_whole_and_a_long_one_with_its_last_rows() -> None:
    assert bound(table(5), SIGNED) == [(True, True)]
    assert bound(table(60), SIGNED) == [(True, False)]


def test_a_notice_comes_along_but_is_no_company() -> None:
    assert bound(table(60), NOTICE, SIGNED) == [(True, False), (True, False)]


def test_a_table_does_not_come_along_where_it_would_leave_a_page_empty() -> None:
    tall = table(8, text=" ".join(["isi"] * 20))
    assert bound(tall, SIGNED) == [(True, True)]
    assert bound(tall, *[NOTICE] * 4, SIGNED) == [(True, False)] * 5  # its last rows do
    assert bound(table(1, text=" ".join(["isi"] * 280)), *[NOTICE] * 3, SIGNED)[0] == (False, True)


def test_of_a_table_with_tall_rows_only_what_fits_comes_along() -> None:
    tall = table(8, text=" ".join(["isi"] * 40))
    assert only_table(tall).tail == TAIL
    made = only_table(tall, *[NOTICE] * 6, SIGNED)
    assert (made.keep_with_next, made.together, made.tail) == (True, False, TAIL - 1)


def test_a_line_that_announces_keeps_with_what_it_announces() -> None:
    blocks = laid(Paragraph(words("terdiri atas:")), Paragraph(words("satu.")), Paragraph(words("dua:")))
    assert [b.keep_with_next for b in blocks if isinstance(b, Paragraph)] == [True, False, False]


def test_a_signature_has_company() -> None:
    short = [Paragraph(words(f"Alinea {n}.")) for n in range(12)]
    kept = [b.keep_with_next for b in laid(*short, SIGNED) if isinstance(b, Paragraph)]
    assert kept == [False] * (12 - COMPANY) + [True] * COMPANY


def test_one_long_paragraph_is_company_enough() -> None:
    blocks = laid(Paragraph(words("Pertama.")), Paragraph(words(LONG)), SIGNED)
    assert [b.keep_with_next for b in blocks if isinstance(b, Paragraph)] == [False, True]


def test_the_last_items_of_a_list_are_company() -> None:
    items = tuple((Paragraph(words(f"Butir {n}")),) for n in range(20))
    made, _ = laid(ListBlock(ListKind.ANGKA, items), SIGNED)
    assert isinstance(made, ListBlock)
    assert made.kept == COMPANY


def test_a_column_gives_room_to_a_number_that_would_break() -> None:
    narrow = table(2, columns=(20, 1), text="18.113.302.758")
    (made,) = laid(narrow)
    assert isinstance(made, Table)
    width, _ = room(PageSetup(), Orientation.TEGAK)
    needs = least_widths(narrow, 11)
    assert [has >= need for has, need in zip(widths(narrow, width), needs, strict=True)] == [True, False]
    assert [has >= need for has, need in zip(widths(made, width), needs, strict=True)] == [True, True]


def test_columns_that_suffice_stay_as_they_are() -> None:
    (made,) = laid(table(2))
    assert isinstance(made, Table)
    assert made.columns == table(2).columns


@given(st.lists(st.floats(0.5, 30), min_size=1, max_size=8), st.text("abc 1.", min_size=1, max_size=30))
def test_columns_always_fill_the_page(columns: list[float], text: str) -> None:
    (made,) = laid(table(1, columns=tuple(columns), text=text))
    assert isinstance(made, Table)
    width, _ = room(PageSetup(), Orientation.TEGAK)
    assert all(c.width > 0 for c in made.columns)
    assert sum(widths(made, width)) == pytest.approx(width)


@given(st.text("abcdef ", max_size=200), st.floats(20, 200), st.floats(1, 100))
def test_more_room_never_needs_more_lines(text: str, width: float, more: float) -> None:
    assert lines(words(text), width + more, 11) <= lines(words(text), width, 11)


def test_wide_letters_are_wider() -> None:
    assert em_width("mmm") > em_width("iii")
