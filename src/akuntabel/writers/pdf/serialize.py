"""The document as data for the template: JSON values and image files. No text becomes markup here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from akuntabel.doctree.nodes import (
    Block,
    Box,
    Document,
    Formula,
    Gaya,
    Heading,
    Letterhead,
    ListBlock,
    Orientation,
    PageBreak,
    PageNumber,
    PageSetup,
    Paragraph,
    Picture,
    Raster,
    Section,
    Signature,
    SignatureBlock,
    Table,
    Toc,
    TocKind,
)
from akuntabel.writers.pdf.images import Files, image_json, picture_json
from akuntabel.writers.pdf.inlines import Json, Space, inlines_json
from akuntabel.writers.pdf.tables import table_json

_BLANK = str.maketrans(dict.fromkeys("\t\n\r", " "))
NUMBERING = {PageNumber.TANPA: None, PageNumber.ROMAWI: "i", PageNumber.ANGKA: "1"}
OUTLINED_LEVELS = 3
LIST_INDENT_MM, BOX_PADDING_MM = 9.0, 8.0


def serialize(document: Document) -> tuple[Json, Files]:
    """The document as JSON values, and the sources of its images with the names used there."""
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
            return table_json(block, space)
        case Picture() | Raster():
            return picture_json(block, space, files)
        case SignatureBlock() | Letterhead():
            return _office(block, space, files)
        case _:
            return _simple(block, space)


def _simple(block: Heading | Paragraph | Formula | PageBreak | Toc, space: Space) -> Json:
    match block:
        case Heading():
            return _heading(block, space)
        case Paragraph(inlines=inlines, style=style, keep_with_next=keep):
            return {"k": "paragraph", "style": style, "keep": keep, "c": inlines_json(inlines, space)}
        case Formula():
            return _formula(block)
        case PageBreak():
            return {"k": "break"}
        case Toc():
            return _toc(block)


def _container(block: ListBlock | Box, space: Space, files: Files) -> Json:
    if isinstance(block, Box):
        blocks = _blocks(block.blocks, space.narrower(BOX_PADDING_MM), files)
        return {"k": "box", "kind": block.kind, "keep": block.keep_with_next, "blocks": blocks}
    inside = space.narrower(LIST_INDENT_MM)
    items = [_blocks(item, inside, files) for item in block.items]
    return {"k": "list", "kind": block.kind, "start": block.start, "kept": block.kept, "items": items}


def _office(block: SignatureBlock | Letterhead, space: Space, files: Files) -> Json:
    if isinstance(block, Letterhead):
        logo = image_json(block.logo, space, files) if block.logo else None
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
        "c": inlines_json(heading.inlines, replace(space, size_pt=space.size_pt * 1.3)),
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
    above = [inlines_json(line, space) for line in signature.above]
    return {"above": above, "name": signature.name, "below": signature.below}
