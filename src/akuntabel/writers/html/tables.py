"""Tables to HTML: their own scrolling region, header cells tied to their columns, widths by class."""

from __future__ import annotations

from collections.abc import Sequence

from akuntabel.doctree.nodes import Align, Cell, Row, RowKind, Table
from akuntabel.doctree.tables import Placed, place
from akuntabel.writers.html.builder import Html, join, tag
from akuntabel.writers.html.context import Context, anchor
from akuntabel.writers.html.inline import inlines

_MIDDLE, _WIDE = 5, 8  # columns from which a table keeps a least width on a narrow screen


def table(node: Table, ctx: Context, serial: int) -> Html:
    """A table with caption, source and notes. `serial` makes the ids of its header cells unique."""
    scroll: dict[str, str | int] = {"class_": "gulir", "role": "region", "tabindex": 0}
    caption = Html("")
    if node.caption:
        caption_id = f"akt-judul-{serial}"
        number = tag("span", node.number, " ", class_="no") if node.number else Html("")
        caption = tag("caption", tag("span", number, inlines(node.caption, ctx), id=caption_id, class_="judul"))
        scroll["aria_labelledby"] = caption_id
    else:
        scroll["aria_label"] = node.summary or "Tabel"
    described = f"akt-ringkas-{serial}" if node.summary and node.caption else None
    grid = tag("table", caption, *_grid(node, ctx, serial), class_=_classes(node), aria_describedby=described)
    summary = tag("p", node.summary, id=described, class_="tersembunyi") if described else Html("")
    outer = {"class_": f"tabel{' utuh' * node.together}", "id": anchor(node.label) if node.label else None}
    return tag("div", summary, tag("div", grid, **scroll), *_below(node, ctx), **outer)


def _classes(node: Table) -> str:
    width = len(node.columns)
    parts = ["bergaris" if node.rules else "polos"]
    parts += ["kecil"] if node.small else []
    parts += ["lebar"] if width >= _WIDE else ["sedang"] if width >= _MIDDLE else []
    return " ".join(parts)


def _below(node: Table, ctx: Context) -> list[Html]:
    source = [tag("p", inlines(node.source, ctx), class_="sumber")] if node.source else []
    return source + [tag("p", inlines(note, ctx), class_="sumber") for note in node.notes]


def _grid(node: Table, ctx: Context, serial: int) -> list[Html]:
    columns = len(node.columns)
    head, body = place(node.head, columns), place(node.rows, columns)
    merged = sum(row.kind is RowKind.KEPALA for row in node.head) > 1
    headers = _headers(node, head, serial) if merged else {}
    parts = [_columns(node)]
    if node.head:
        parts.append(tag("thead", *_rows(node, node.head, head, ctx, headers, serial if merged else None)))
    return [*parts, tag("tbody", *_rows(node, node.rows, body, ctx, headers, None))]


def _columns(node: Table) -> Html:
    """The columns, grouped as the first header row groups them, so that a merged header may name its group."""
    total = sum(column.width for column in node.columns) or 1.0
    cols = [tag("col", class_=f"w{round(100 * c.width / total) or 1}") for c in node.columns]
    spans = [cell.colspan for cell in node.head[0].cells] if node.head else [len(cols)]
    groups, start = [], 0
    for span in spans:
        groups.append(tag("colgroup", *cols[start : start + span]))
        start += span
    return join(groups)


def _header_id(serial: int, at: Placed) -> str:
    return f"akt-k{serial}-{at.row}-{at.column}"


def _headers(node: Table, head: Sequence[Placed], serial: int) -> dict[int, list[str]]:
    """For each column the ids of all header cells above it, where headers are merged."""
    named = [at for at in head if node.head[at.row].kind is RowKind.KEPALA]
    return {
        column: [_header_id(serial, at) for at in named if at.column <= column < at.column + at.cell.colspan]
        for column in range(len(node.columns))
    }


def _rows(
    node: Table,
    rows: Sequence[Row],
    placed: Sequence[Placed],
    ctx: Context,
    headers: dict[int, list[str]],
    serial: int | None,
) -> list[Html]:
    by_row: dict[int, list[Placed]] = {}
    for at in placed:
        by_row.setdefault(at.row, []).append(at)
    out = []
    for number, row in enumerate(rows):
        cells = (_cell(node, row.kind, at, ctx, headers, serial) for at in by_row.get(number, []))
        out.append(tag("tr", *cells, class_=None if row.kind is RowKind.ISI else f"r-{row.kind}"))
    return out


def _cell(
    node: Table, kind: RowKind, at: Placed, ctx: Context, headers: dict[int, list[str]], serial: int | None
) -> Html:
    cell = at.cell
    content = inlines(cell.inlines, ctx)
    spans = {"colspan": _span(cell.colspan), "rowspan": _span(cell.rowspan)}
    if kind is RowKind.KEPALA:
        scope = "colgroup" if cell.colspan > 1 and at.row == 0 else "col"
        own = None if serial is None else _header_id(serial, at)
        above = None if serial is None else _above(headers[at.column], own)
        return tag("th", content, scope=scope, id=own, headers=above, **spans)
    named = kind is not RowKind.NOMOR_KOLOM and cell.colspan == 1
    names = " ".join(headers.get(at.column, [])) if named else ""
    return tag("td", content, class_=_align(node, kind, at.column, cell), headers=names or None, **spans)


def _above(ids: list[str], own: str | None) -> str | None:
    upper = ids[: ids.index(own)] if own in ids else []
    return " ".join(upper) or None


def _span(count: int) -> int | None:
    return count if count > 1 else None


def _align(node: Table, kind: RowKind, column: int, cell: Cell) -> str | None:
    usual = node.columns[column].align
    if kind is RowKind.NOMOR_KOLOM:
        usual = Align.TENGAH
    elif kind is RowKind.KELOMPOK and cell.colspan > 1:
        usual = Align.KIRI  # a name across the table, not a value of its first column
    align = cell.align or usual
    return None if align is Align.KIRI else align.value
