"""Tables of tagged files: columns from the tags, and from the ruled boxes where the tags leave blank cells out."""

from __future__ import annotations

from akuntabel.readers.pdf.bentuk import Kotak
from akuntabel.readers.pdf.bertanda import BarisBertanda, SelBertanda, TabelBertanda
from akuntabel.readers.pdf.tabel_bertanda import table_of_tags

EDGES = (0.0, 20.0, 120.0, 180.0, 240.0)


def cell(first: int, last: int | None = None, high: int = 1) -> SelBertanda:
    """A cell from the column `first` to `last`, as a browser tags it: without its span over columns."""
    end = EDGES[(first if last is None else last) + 1]
    return SelBertanda("TD", 1, high, [], Kotak(EDGES[first], 0.0, end, 10.0))


def columns(*rows: list[SelBertanda]) -> list[list[tuple[int, int]]]:
    """Column and span of the cells of each row that hold something or are blank."""
    made = {(n,): BarisBertanda((n,), False, 1, dict(enumerate(row)), set()) for n, row in enumerate(rows)}
    table = table_of_tags(TabelBertanda((0,), made))
    return [[(c.kolom, c.rentang_kolom) for c in row.sel] for row in table.baris]


def test_blank_cells_that_the_tags_leave_out() -> None:
    head = [cell(0), cell(1), cell(2), cell(3)]
    assert columns(head, [cell(1), cell(2), cell(3)], [cell(0), cell(1), cell(3)]) == [[(n, 1) for n in range(4)]] * 3


def test_cells_over_several_rows_and_columns() -> None:
    head = [cell(0, high=2), cell(1), cell(2, 3)]
    assert columns(head, [cell(1), cell(2), cell(3)], [cell(1), cell(3)]) == [
        [(0, 1), (1, 1), (2, 2)],
        [(1, 1), (2, 1), (3, 1)],
        [(0, 1), (1, 1), (2, 1), (3, 1)],
    ]
