"""The text of the reviewed document: a line for each paragraph, tables as tables, marks where findings stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from akuntabel.doctree.naskah import Alinea, BarisNaskah, BlokNaskah, GambarNaskah, LetakBlok, Naskah, TabelNaskah
from akuntabel.writers.html.builder import Html, join, tag
from akuntabel.writers.html.reviu.tanda import Tanda, badges, line_anchor, marked

_DEEPEST = 6
_BELOW_TITLE = 2  # headings of the document stand below the heading of this part of the page
_LETAK = {
    LetakBlok.KOTAK: "kotak teks",
    LetakBlok.CATATAN_KAKI: "catatan kaki",
    LetakBlok.KEPALA_HALAMAN: "kepala halaman",
    LetakBlok.KAKI_HALAMAN: "kaki halaman",
}


def document_text(naskah: Naskah, marks: Tanda, titles: list[str]) -> Html:
    """Every block in order, and where a page begins in formats that have pages."""
    parts: list[Html] = []
    page: int | None = None
    for block in naskah.blok:
        if block.tempat.halaman not in (None, page):
            page = block.tempat.halaman
            parts.append(tag("p", f"halaman {page}", class_="halaman"))
        parts.append(_block(block, marks, titles))
    return join(parts)


def _block(block: BlokNaskah, marks: Tanda, titles: list[str]) -> Html:
    if isinstance(block, TabelNaskah):
        return _table(block, marks, titles)
    line = block.tempat.baris
    mark = marks.get(line)
    if isinstance(block, GambarNaskah):
        content = tag("em", f"gambar{': ' if block.alt else ''}{block.alt}")
        name = "p"
    else:
        content = marked(block.teks, mark.kata if mark else ())
        name = "p" if block.level is None else f"h{min(block.level + _BELOW_TITLE, _DEEPEST)}"
    where = _LETAK.get(block.letak) if isinstance(block, Alinea) else None
    note = tag("span", f"({where}) ", class_="letak") if where else Html("")
    parts = (_line_number(line), note, content, badges(mark, titles))
    return tag(name, *parts, id=line_anchor(line), class_="baris bertanda" if mark else "baris")


def _line_number(line: int) -> Html:
    return tag("span", str(line), class_="nb", aria_label=f"baris {line}", role="img")


def _table(table: TabelNaskah, marks: Tanda, titles: list[str]) -> Html:
    first, last = table.baris[0].tempat.baris, table.baris[-1].tempat.baris
    rows = (_row(row, cells, marks, titles) for row, cells in zip(table.baris, _placed(table), strict=True))
    name = f"Tabel pada baris {first} sampai {last}"
    body = tag("table", tag("tbody", *rows), class_="bergaris")
    frame = tag("div", body, class_="gulir", tabindex=0, role="region", aria_label=name)
    guesses = "; ".join(table.dugaan)
    return tag("div", frame, tag("p", f"Dugaan pembaca: {guesses}.", class_="letak") if guesses else Html(""))


def _row(row: BarisNaskah, cells: list[_Kotak], marks: Tanda, titles: list[str]) -> Html:
    mark = marks.get(row.tempat.baris)
    head = tag("th", _line_number(row.tempat.baris), badges(mark, titles), scope="row", class_="nomor")
    body = (_cell(one, row.kepala, mark.kata if mark else []) for one in cells)
    kind = " ".join(name for name, holds in (("bertanda", mark is not None), ("kepala", row.kepala)) if holds)
    return tag("tr", head, *body, id=line_anchor(row.tempat.baris), class_=kind or None)


def _cell(one: _Kotak, is_head: bool, words: list[str]) -> Html:
    spans = {"colspan": one.lebar if one.lebar > 1 else None, "rowspan": one.tinggi if one.tinggi > 1 else None}
    lines = [tag("br") if n % 2 else marked(part, words) for n, part in enumerate(_parted(one.teks))]
    if is_head and one.teks:
        return tag("th", *lines, scope="colgroup" if one.lebar > 1 else "col", **spans)
    return tag("td", *lines, **spans)


def _parted(value: str) -> list[str]:
    """The lines of a cell with an empty part between them."""
    return [part for line in value.split("\n") for part in (line, "")][:-1]


@dataclass(frozen=True, slots=True)
class _Kotak:
    """A cell as it is drawn. Places that no cell covers are drawn empty, so that columns stay below each other."""

    teks: str
    lebar: int = 1
    tinggi: int = 1


def _placed(table: TabelNaskah) -> Iterator[list[_Kotak]]:
    height, width = len(table.baris), table.banyak_kolom
    reach = [0] * width  # the row (from 0) at which each column is free again
    for at, row in enumerate(table.baris):
        cells: list[_Kotak] = []
        begins = {cell.kolom: cell for cell in row.sel}
        column = 0
        while column < width:
            cell = begins.get(column)
            if reach[column] > at:
                column += 1
            elif cell is None:
                cells.append(_Kotak(""))
                column += 1
            else:
                span = _free(reach, at, column, min(cell.rentang_kolom, width - column))
                tall = min(cell.rentang_baris, height - at)
                reach[column : column + span] = [at + tall] * span
                cells.append(_Kotak(cell.teks, span, tall))
                column += span
        yield cells


def _free(reach: list[int], at: int, column: int, wanted: int) -> int:
    """How many of the wanted columns no cell from above covers."""
    taken = (n for n in range(wanted) if reach[column + n] > at)
    return next(taken, wanted)
