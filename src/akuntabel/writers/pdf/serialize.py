"""The document as data for the template: JSON values and image files. No text becomes markup here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from akuntabel.doctree.nodes import (
    Align,
    Block,
    Box,
    Break,
    Cell,
    Column,
    CrossRef,
    Document,
    FigureRef,
    Formula,
    Gaya,
    Heading,
    Inline,
    Inlines,
    Letterhead,
    Link,
    ListBlock,
    Orientation,
    PageBreak,
    PageNumber,
    PageSetup,
    Paragraph,
    Picture,
    Raster,
    Row,
    RowKind,
    Section,
    Signature,
    SignatureBlock,
    Table,
    Text,
    Toc,
    TocKind,
)
from akuntabel.doctree.tables import place
from akuntabel.doctree.walk import plain_text
from akuntabel.writers.pdf.breaking import breakable

Json = dict[str, Any]
Files = dict[str, bytes]
BLANKS = "\t\n\r"
_BLANK = str.maketrans(dict.fromkeys(BLANKS, " "))
NUMBERING = {PageNumber.TANPA: None, PageNumber.ROMAWI: "i", PageNumber.ANGKA: "1"}
OUTLINED_LEVELS = 3
TABLE_SIZE, SMALL_TABLE_SIZE = -1.0, -2.5  # points, added to the size of the body's font
CELL_PADDING_MM = 3.0
LIST_INDENT_MM, BOX_PADDING_MM = 9.0, 8.0
LONG_CELL = 500  # characters; a row with a longer cell may run on over the page


@dataclass(frozen=True, slots=True)
class Space:
    """Where text will stand: the width it has and the size of its font."""

    width_mm: float
    height_mm: float
    size_pt: float

    def narrower(self, by_mm: float) -> Space:
        """The room left inside a list or box."""
        return replace(self, width_mm=self.width_mm - by_mm)


def serialize(document: Document) -> tuple[Json, dict[str, bytes]]:
    """The document as JSON values, and its images by the names used there; equal images stand once."""
    files: Files = {}
    language, _, region = document.language.partition("-")
    data = {
        "title": document.title,
        "author": document.author,
        "subject": document.subject,
        "dated": [document.dated.year, document.dated.month, document.dated.day],
        "lang": language,
        "region": region or None,
        "draft": document.draft,
        "header": document.header,
        "footer": document.footer,
        "page": _page(document.page),
        "sections": [_section(section, document.page, files) for section in document.sections],
    }
    return {key: _one_line(value) for key, value in data.items()}, files


def _one_line(value: Any) -> Any:
    """The JSON value with line ends and tabs inside its texts as blanks: lines are broken by Break only."""
    match value:
        case str():
            return value.translate(_BLANK)
        case dict():
            return {key: _one_line(one) for key, one in value.items()}
        case list() | tuple():
            return [_one_line(one) for one in value]
        case _:
            return value


def _page(page: PageSetup) -> Json:
    return {
        "width": page.width_mm,
        "height": page.height_mm,
        "top": page.top_mm,
        "right": page.right_mm,
        "bottom": page.bottom_mm,
        "left": page.left_mm,
        "font": page.font,
        "size": page.font_size_pt,
        "spacing": page.line_spacing,
    }


def _section(section: Section, page: PageSetup, files: Files) -> Json:
    wide = section.orientation is Orientation.LEBAR
    width, height = (page.height_mm, page.width_mm) if wide else (page.width_mm, page.height_mm)
    room = (width - page.left_mm - page.right_mm, height - page.top_mm - page.bottom_mm)
    made = _blocks(section.blocks, Space(*room, page.font_size_pt), files)
    cover = any(isinstance(block, Paragraph) and block.style is Gaya.JUDUL_SAMPUL for block in section.blocks)
    return {
        "wide": wide,
        "numbering": NUMBERING[section.page_number],
        "restart": section.restart,
        "header": section.header,
        "blocks": _spread(made) if cover else _chapters_on_new_pages(made),
    }


def _chapters_on_new_pages(blocks: Sequence[Json]) -> list[Json]:
    made: list[Json] = []
    for block in blocks:
        if block["k"] == "heading" and block["level"] == 1 and made:
            made.append({"k": "break"})
        made.append(block)
    return made


def _spread(blocks: Sequence[Json]) -> list[Json]:
    """A cover: its groups (before the title, the title, the rest) are spread over the height of the page."""
    titles = [at for at, block in enumerate(blocks) if block.get("style") in (Gaya.JUDUL_SAMPUL, Gaya.SUBJUDUL_SAMPUL)]
    first, last = titles[0], titles[-1] + 1
    fill = {"k": "fill"}
    return [fill, *blocks[:first], fill, *blocks[first:last], fill, *blocks[last:], fill]


def _blocks(blocks: Iterable[Block], space: Space, files: Files) -> list[Json]:
    return [_block(block, space, files) for block in blocks]


def _block(block: Block, space: Space, files: Files) -> Json:
    match block:
        case ListBlock() | Box():
            return _container(block, space, files)
        case Table():
            return _table(block, space)
        case Picture() | Raster():
            return _picture(block, space, files)
        case SignatureBlock() | Letterhead():
            return _office(block, space, files)
        case _:
            return _simple(block, space)


def _simple(block: Heading | Paragraph | Formula | PageBreak | Toc, space: Space) -> Json:
    match block:
        case Heading():
            return _heading(block, space)
        case Paragraph(inlines=inlines, style=style, keep_with_next=keep):
            return {"k": "paragraph", "style": style, "keep": keep, "c": _inlines(inlines, space)}
        case Formula():
            return _formula(block)
        case PageBreak():
            return {"k": "break"}
        case Toc():
            return _toc(block)


def _container(block: ListBlock | Box, space: Space, files: Files) -> Json:
    if isinstance(block, Box):
        return {"k": "box", "kind": block.kind, "blocks": _blocks(block.blocks, space.narrower(BOX_PADDING_MM), files)}
    inside = space.narrower(LIST_INDENT_MM)
    items = [_blocks(item, inside, files) for item in block.items]
    return {"k": "list", "kind": block.kind, "start": block.start, "items": items}


def _office(block: SignatureBlock | Letterhead, space: Space, files: Files) -> Json:
    if isinstance(block, Letterhead):
        logo = _image(block.logo, space, files) if block.logo else None
        return {"k": "letterhead", "lines": block.lines, "address": block.address, "logo": logo}
    half = space.narrower(space.width_mm / 2 + 4)
    return {"k": "signature", "left": _signature(block.left, half), "right": _signature(block.right, half)}


def _heading(heading: Heading, space: Space) -> Json:
    return {
        "k": "heading",
        "level": heading.level,
        "number": heading.number,
        "label": heading.label,
        "outlined": heading.in_toc and heading.level <= OUTLINED_LEVELS,
        "c": _inlines(heading.inlines, replace(space, size_pt=space.size_pt * 1.3)),
    }


def _toc(toc: Toc) -> Json:
    entries = [
        {
            "label": entry.label,
            "number": entry.number,
            "text": entry.text,
            "level": entry.level,
            "strong": toc.kind is TocKind.ISI and entry.level == 1,
        }
        for entry in toc.entries
    ]
    return {"k": "toc", "kind": toc.kind, "entries": entries}


def _formula(formula: Formula) -> Json:
    over = f"({formula.numerator}) / ({formula.denominator})" if formula.denominator else formula.numerator
    return {
        "k": "formula",
        "left": formula.left,
        "numerator": formula.numerator,
        "denominator": formula.denominator,
        "tail": formula.tail,
        "alt": f"{formula.left} = {over} {formula.tail}".strip(),
    }


def _signature(signature: Signature | None, space: Space) -> Json | None:
    if signature is None:
        return None
    above = [_inlines(line, space) for line in signature.above]
    return {"above": above, "name": signature.name, "below": signature.below}


# --- tables ---


def _table(table: Table, space: Space) -> Json:
    size = space.size_pt + (SMALL_TABLE_SIZE if table.small else TABLE_SIZE if table.rules else 0)
    total = sum(column.width for column in table.columns)
    widths = [column.width / total * space.width_mm for column in table.columns]
    small = [line for line in (table.source, *table.notes) if line]
    return {
        "k": "table",
        "columns": [column.width for column in table.columns],
        "size": size,
        "rules": table.rules,
        "head": _rows(table.head, table, widths, size),
        "rows": _rows(table.rows, table, widths, size),
        "small_lines": [_inlines(line, space) for line in small],
        **_captioned(table, space),
    }


def _rows(rows: Sequence[Row], table: Table, widths: Sequence[float], size_pt: float) -> list[Json]:
    made: list[Json] = [
        {"kind": row.kind, "long": any(len(plain_text(cell.inlines)) > LONG_CELL for cell in row.cells), "cells": []}
        for row in rows
    ]
    for placed in place(rows, len(widths)):
        cell = placed.cell
        width = sum(widths[placed.column : placed.column + cell.colspan]) - CELL_PADDING_MM
        align = cell.align or _usual_align(rows[placed.row].kind, cell, table.columns[placed.column])
        made[placed.row]["cells"].append(_cell(cell, align, Space(width, 0, size_pt)))
    return made


def _cell(cell: Cell, align: Align, space: Space) -> Json:
    return {"c": _inlines(cell.inlines, space), "cols": cell.colspan, "rows": cell.rowspan, "align": align}


def _usual_align(kind: RowKind, cell: Cell, column: Column) -> Align:
    """As its column; a cell over several columns is a label: of a group on the left, of a sum in the middle."""
    if kind in (RowKind.KEPALA, RowKind.NOMOR_KOLOM):
        return Align.TENGAH
    if cell.colspan == 1:
        return column.align
    return Align.TENGAH if kind is RowKind.JUMLAH else Align.KIRI


def _captioned(block: Table | Picture | Raster, space: Space) -> Json:
    return {"caption": _inlines(block.caption, space), "number": block.number, "label": block.label}


# --- pictures ---


def _picture(block: Picture | Raster, space: Space, files: Files) -> Json:
    source = block.source if isinstance(block, Picture) else ()
    small = [_inlines(source, space)] if source else []
    return {"k": "picture", "small_lines": small, **_image(block, space, files), **_captioned(block, space)}


def image_file(block: Picture | Raster) -> tuple[str, bytes]:
    """The bytes of an image and its name for the template, which tells the format."""
    if isinstance(block, Picture):
        data, suffix = block.svg.encode(), "svg"
    else:
        data, suffix = block.data, "png" if block.media_type == "image/png" else "jpg"
    return f"images/{hashlib.sha256(data).hexdigest()[:20]}.{suffix}", data


def _image(block: Picture | Raster, space: Space, files: Files) -> Json:
    name, data = image_file(block)
    files[name] = data
    fit = min(1.0, space.width_mm / block.width_mm, (space.height_mm - 20) / block.height_mm)
    return {
        "file": name,
        "alt": block.alt or plain_text(block.caption),
        "width": block.width_mm * fit,
        "height": block.height_mm * fit,
    }


# --- inlines ---


def _inlines(inlines: Inlines, space: Space) -> list[str | Json]:
    return [_inline(inline, space) for inline in inlines]


def _inline(inline: Inline, space: Space) -> str | Json:
    match inline:
        case Text(value=value, bold=bold, italic=italic):
            text = breakable(value, space.width_mm, space.size_pt)
            return {"k": "text", "v": text, "b": bold, "i": italic} if bold or italic else text
        case FigureRef(text=text, bold=bold, italic=italic):
            return {"k": "text", "v": text, "b": bold, "i": italic} if bold or italic else text
        case CrossRef(label=label, text=text):
            return {"k": "ref", "label": label, "v": text}
        case Link(url=url, text=text):
            return {"k": "link" if url else "text", "url": url, "v": breakable(text, space.width_mm, space.size_pt)}
        case Break():
            return {"k": "break"}
