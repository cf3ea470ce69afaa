"""A read document written as Word report in a manner of its own: what an agency would hand in, with the same text.

The tables come in three manners: ruled all over, with level rules only, and without any rule. The rest is what Word
reports have: headings, justified text, contents with dotted leaders, captions, running header and footer with the
page number, repeated heads of tables, wide tables on landscape pages.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt

from akuntabel.doctree.naskah import Alinea, BarisNaskah, BlokNaskah, Naskah, TabelNaskah

_CHAPTER = re.compile(r"(?:BAB\s+[IVX]+\b|DAFTAR (?:ISI|TABEL|GAMBAR|LAMPIRAN)$|KATA PENGANTAR$|IKHTISAR EKSEKUTIF$)")
_SECTION = re.compile(r"\d\.\d+\.?\s+\S")
_CAPTION = re.compile(r"(?:Tabel|Gambar|Grafik)\s*:?\s*\d", re.IGNORECASE)
_DOTTED = re.compile(r"(.*\S)\s*\.{4,}\s*(\S+)$")
_TOTAL = re.compile(r"(?:jumlah|total)\b", re.IGNORECASE)
_GOAL = re.compile(r"(?:sasaran|tujuan)\b", re.IGNORECASE)
_FIGURE = re.compile(r"[\d.,%()\-/ ]+")
_LANDSCAPE = 9  # columns of a table that needs a page of that kind
_PORTRAIT_WIDTH, _LANDSCAPE_WIDTH = 9070, 13950  # twentieths of a point
_MARGIN = 2.5
_LETTER, _CELL_MARGINS = 0.58, 216  # width of a letter, of its size; left and right of a cell
_PAGE_WIDTH, _PAGE_HEIGHT = 21.0, 29.7


class Gaya(StrEnum):
    """How tables are drawn."""

    KISI = "kisi"
    DATAR = "datar"
    POLOS = "polos"


@dataclass(frozen=True, slots=True)
class Rupa:
    """How else tables look: room above and below a cell's text and pitch of lines (twentieths of a point, 240ths of a
    line), bold heads, cells centred in their height, and the letters of the report."""

    spasi: int = 40
    garis: int = 276
    tebal: bool = True
    tengah: bool = False
    huruf: str = "Arial"


def write_report(naskah: Naskah, gaya: Gaya, rupa: Rupa = Rupa()) -> bytes:
    """The docx of a read document."""
    document = Document()
    _styles(document, rupa.huruf)
    _running(document, next(naskah.alinea).teks)
    listed = False  # inside a table of contents
    for block, after in zip(naskah.blok, (*naskah.blok[1:], None), strict=True):
        _turn(document, _is_wide(block) or (_is_wide(after) and _is_caption(block)))
        if isinstance(block, Alinea):
            listed = block.teks.startswith("DAFTAR ")
            _paragraph(document, block)
        elif isinstance(block, TabelNaskah) and listed:
            _contents(document, block)
        elif isinstance(block, TabelNaskah):
            _table(document, block, gaya, rupa)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _styles(document: Document, letters: str) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = letters, Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    for name, size in (("Heading 1", 14), ("Heading 2", 12), ("Caption", 10)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.bold = letters, Pt(size), True
    section = document.sections[0]
    section.page_width, section.page_height = Cm(_PAGE_WIDTH), Cm(_PAGE_HEIGHT)
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", Cm(_MARGIN))


def _running(document: Document, title: str) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].add_run(title[:70]).font.size = Pt(9)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run("Halaman ")
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = foot.add_run()
        mark = f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'
        run._r.append(parse_xml(mark if kind else f"<w:instrText {nsdecls('w')}>{text}</w:instrText>"))


def _paragraph(document: Document, block: Alinea) -> None:
    text = block.teks
    if listed := _DOTTED.match(text):
        _contents_line(document, listed[1], listed[2])
    elif is_chapter(text):
        document.add_paragraph(text, style="Heading 1")
    elif is_section(text):
        document.add_paragraph(text, style="Heading 2")
    elif _is_caption(block):
        paragraph = document.add_paragraph(text, style="Caption")
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.keep_with_next = True
    else:
        paragraph = document.add_paragraph(text)
        paragraph.paragraph_format.left_indent = Cm(0.4 * block.inden)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def is_chapter(text: str) -> bool:
    """A heading of the first level."""
    return bool(_CHAPTER.match(text)) and len(text) < 80


def is_section(text: str) -> bool:
    """A numbered heading."""
    return bool(_SECTION.match(text)) and len(text) < 120 and not text.endswith((".", ";"))


def _contents(document: Document, table: TabelNaskah) -> None:
    for row in table.baris:
        *title, page = [cell.teks for cell in row.sel] if len(row.sel) > 1 else [row.sel[0].teks, ""]
        _contents_line(document, " ".join(filter(None, title)), page)


def _contents_line(document: Document, title: str, page: str) -> None:
    paragraph = document.add_paragraph(title)
    paragraph.paragraph_format.space_after = Pt(0)
    if page:
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Cm(_PAGE_WIDTH - 2 * _MARGIN), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        paragraph.add_run(f"\t{page}")


def _table(document: Document, table: TabelNaskah, gaya: Gaya, rupa: Rupa) -> None:
    width = _LANDSCAPE_WIDTH if _is_wide(table) else _PORTRAIT_WIDTH
    end = document.sections[-1]._sectPr
    if end.getprevious() is not None and end.getprevious().tag.endswith("}tbl"):
        document.add_paragraph()  # two tables in a row would be one
    end.addprevious(parse_xml(_table_xml(table, gaya, rupa, width)))


def _is_wide(block: BlokNaskah | None) -> bool:
    """Whether a table needs a page of the other orientation: many columns, or words without room."""
    if not isinstance(block, TabelNaskah):
        return False
    grid = grid_of(block)
    return block.banyak_kolom >= _LANDSCAPE or sum(_least_widths(grid)) > _PORTRAIT_WIDTH


def _is_caption(block: BlokNaskah) -> bool:
    return isinstance(block, Alinea) and bool(_CAPTION.match(block.teks)) and len(block.teks) < 200


def _turn(document: Document, landscape: bool) -> None:
    """Begin a page of the other orientation where the last one does not have it."""
    wanted = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    if document.sections[-1].orientation == wanted:
        return
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = wanted
    width, height = (_PAGE_HEIGHT, _PAGE_WIDTH) if landscape else (_PAGE_WIDTH, _PAGE_HEIGHT)
    section.page_width, section.page_height = Cm(width), Cm(height)


def _table_xml(table: TabelNaskah, gaya: Gaya, rupa: Rupa, width: int) -> str:
    grid = grid_of(table)
    heads = head_rows(grid)
    widths = _widths(grid, width)
    figures = [_is_figures([row[c] for row in grid[heads:]]) for c in range(table.banyak_kolom)]
    columns = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    rows = "".join(
        _row_xml(list(cells_of(grid, n, heads)), n < heads, n == heads - 1, widths, figures, gaya, rupa)
        for n in range(len(grid))
    )
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/>{_borders(gaya)}'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'
    )


def grid_of(table: TabelNaskah) -> list[list[str]]:
    """The texts of the cells, row by row."""
    return [_padded(row, table.banyak_kolom) for row in table.baris]


def _padded(row: BarisNaskah, width: int) -> list[str]:
    cells = {cell.kolom: cell.teks for cell in row.sel}
    return [cells.get(c, "") for c in range(width)]


def head_rows(grid: list[list[str]]) -> int:
    """Two where the second row holds what the first leaves blank, and nothing under its first cell."""
    first, second = grid[0], grid[1] if len(grid) > 1 else []
    below = any(second) and not second[0] and any(b and not a for a, b in zip(first, second, strict=True))
    return 2 if below else 1


def _widths(grid: list[list[str]], total: int) -> list[int]:
    """Room for the longest word of each column, and what is left by the length of its texts; words break only where
    all columns together have no room."""
    least = _least_widths(grid)
    lengths = [max(len(text) for text in column) ** 0.5 for column in zip(*grid, strict=True)]
    room = max(total - sum(least), 0)
    wanted = [low + room * length / sum(lengths) for low, length in zip(least, lengths, strict=True)]
    return [int(total * w / sum(wanted)) for w in wanted]


def _least_widths(grid: list[list[str]]) -> list[float]:
    columns = list(zip(*grid, strict=True))
    letter = _LETTER * 10 * _size(len(columns))  # twentieths of a point
    words = [max((len(w) for text in column for w in text.split()), default=1) for column in columns]
    return [letter * word + _CELL_MARGINS for word in words]


def _is_figures(column: list[str]) -> bool:
    filled = [text for text in column if text]
    return bool(filled) and 2 * sum(bool(_FIGURE.fullmatch(text)) for text in filled) > len(filled)


def cells_of(grid: list[list[str]], n: int, heads: int) -> Iterator[tuple[int, int, str, str]]:
    """Column, width, merge downward ("restart", "continue" or "") and text of the cells of a row."""
    row = grid[n]
    column = 0
    while column < len(row):
        wide = _width_of(grid, n, column, heads)
        merge = _merge_of(grid, n, column, heads)
        yield column, wide, merge, row[column]
        column += wide


def _width_of(grid: list[list[str]], n: int, column: int, heads: int) -> int:
    """A text of the head goes on over blanks that have texts below; "Jumlah" over the blanks behind it."""
    row, wide = grid[n], 1
    below = grid[1] if heads == 2 and n == 0 else None
    if below is None and not (n >= heads and column == 0 and _TOTAL.match(row[0])):
        return 1
    while column + wide < len(row) and not row[column + wide] and (below is None or below[column + wide]):
        wide += 1
    return wide


def _merge_of(grid: list[list[str]], n: int, column: int, heads: int) -> str:
    """Heads without a text below, and the first columns of rows that share them with the row above."""
    if heads == 2 and n < 2:
        return ("restart", "continue")[n] if not grid[1][column] else ""
    if n < heads:
        return ""
    if _goes_on(grid, n, column, heads):
        return "continue"
    return "restart" if n + 1 < len(grid) and _goes_on(grid, n + 1, column, heads) else ""


def _goes_on(grid: list[list[str]], n: int, column: int, heads: int) -> bool:
    """One goal over several indicators, and its number."""
    goals = [c for c, text in enumerate(grid[0]) if _GOAL.match(text)]
    shared = column in goals or (column == 0 and 1 in goals and not grid[n][1])
    return n > heads and shared and not grid[n][column]


def _row_xml(
    cells: list[tuple[int, int, str, str]],
    is_head: bool,
    is_last_head: bool,
    widths: list[int],
    figures: list[bool],
    gaya: Gaya,
    rupa: Rupa,
) -> str:
    made = []
    around = f'w:before="{rupa.spasi}" w:after="{rupa.spasi}"'
    room = f'<w:spacing {around} w:line="{rupa.garis}" w:lineRule="auto"/>'
    for column, wide, merge, text in cells:
        merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
        rule = _RULE_BELOW if gaya is Gaya.DATAR and is_last_head else ""
        place = "center" if is_head else "right" if figures[column] else "left"
        bold = "<w:b/>" if is_head and rupa.tebal else ""
        height = '<w:vAlign w:val="center"/>' if rupa.tengah else ""
        made.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths[column : column + wide])}" w:type="dxa"/>'
            f'<w:gridSpan w:val="{wide}"/>{merged}{rule}{height}</w:tcPr>'
            f'<w:p><w:pPr>{room}<w:jc w:val="{place}"/></w:pPr>'
            f'<w:r><w:rPr>{bold}<w:sz w:val="{_size(len(widths))}"/></w:rPr>'
            f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:tc>'
        )
    head = "<w:trPr><w:tblHeader/></w:trPr>" if is_head else ""
    return f"<w:tr>{head}{''.join(made)}</w:tr>"


def _size(columns: int) -> int:
    """Half points."""
    return 16 if columns >= _LANDSCAPE else 18 if columns > 6 else 20


_LINE = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
_RULE_BELOW = f"<w:tcBorders><w:bottom {_LINE}/></w:tcBorders>"


def _borders(gaya: Gaya) -> str:
    sides = {
        Gaya.KISI: ("top", "left", "bottom", "right", "insideH", "insideV"),
        Gaya.DATAR: ("top", "bottom"),
        Gaya.POLOS: (),
    }[gaya]
    return f"<w:tblBorders>{''.join(f'<w:{side} {_LINE}/>' for side in sides)}</w:tblBorders>"
