"""A read document as a web page that a browser prints: the other way in which agencies make PDFs."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from gaya_laporan import Gaya, cells_of, grid_of, head_rows, is_chapter, is_section

from akuntabel.doctree.naskah import Alinea, BlokNaskah, Naskah, TabelNaskah

_LOOK = """@page { size: A4; margin: 2cm } body { font: 11pt "Liberation Serif" } p { text-align: justify }
table { border-collapse: collapse; font-size: 9pt; width: 100%; margin: 8pt 0 }
td, th { padding: 3px 6px; vertical-align: top }"""
_RULES = {
    Gaya.KISI: "td, th { border: 1px solid }",
    Gaya.DATAR: "table { border-top: 1px solid; border-bottom: 1px solid }"
    " thead tr:last-child th { border-bottom: 1px solid }",
    Gaya.POLOS: "",
}
_DOTS = " " + "." * 40 + " "


def web_page(naskah: Naskah, gaya: Gaya) -> str:
    """The HTML of a read document."""
    body = "\n".join(_blocks(naskah))
    return f'<html lang="id"><meta charset="utf-8"><style>{_LOOK} {_RULES[gaya]}</style><body>{body}</body></html>'


def _blocks(naskah: Naskah) -> Iterator[str]:
    listed = False  # inside a table of contents
    for block in naskah.blok:
        if isinstance(block, Alinea):
            listed = block.teks.startswith("DAFTAR ")
            yield _paragraph(block)
        elif isinstance(block, TabelNaskah):
            yield from _contents(block) if listed else ("<p>&nbsp;</p>", _table(block))


def _paragraph(block: BlokNaskah) -> str:
    assert isinstance(block, Alinea)
    kind = "h1" if is_chapter(block.teks) else "h2" if is_section(block.teks) else "p"
    return f"<{kind}>{escape(block.teks)}</{kind}>"


def _contents(table: TabelNaskah) -> Iterator[str]:
    for row in table.baris:
        *title, page = [cell.teks for cell in row.sel] if len(row.sel) > 1 else [row.sel[0].teks, ""]
        text = " ".join(filter(None, title))
        yield f"<div>{escape(text + _DOTS + page if page else text)}</div>"


def _table(table: TabelNaskah) -> str:
    grid = grid_of(table)
    heads = head_rows(grid)
    rows = [_row(grid, n, heads) for n in range(len(grid))]
    return f"<table><thead>{''.join(rows[:heads])}</thead><tbody>{''.join(rows[heads:])}</tbody></table>"


def _row(grid: list[list[str]], n: int, heads: int) -> str:
    kind = "th" if n < heads else "td"
    cells = (
        f'<{kind} colspan="{wide}" rowspan="{_height(grid, n, column, heads) if merge else 1}">{escape(text)}</{kind}>'
        for column, wide, merge, text in cells_of(grid, n, heads)
        if merge != "continue"
    )
    return f"<tr>{''.join(cells)}</tr>"


def _height(grid: list[list[str]], n: int, column: int, heads: int) -> int:
    """How many rows a merged cell takes."""
    high = 1
    while n + high < len(grid) and (column, "continue") in {(c, m) for c, _, m, _ in cells_of(grid, n + high, heads)}:
        high += 1
    return high
