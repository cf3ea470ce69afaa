"""Blocks to body elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from akuntabel.doctree.nodes import (
    Align,
    Block,
    Box,
    Formula,
    Gaya,
    Heading,
    Letterhead,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Raster,
    SignatureBlock,
    Table,
    Toc,
)
from akuntabel.writers.docx.captions import caption
from akuntabel.writers.docx.formulas import formula
from akuntabel.writers.docx.images import picture_run, raster_run
from akuntabel.writers.docx.inlines import LINE_BREAK, TAB, run, runs
from akuntabel.writers.docx.layout import box, box_frame, letterhead, signatures
from akuntabel.writers.docx.numbering import STEP, list_indent
from akuntabel.writers.docx.oxml import EMPTY, Xml, join
from akuntabel.writers.docx.paragraphs import paragraph, spacer
from akuntabel.writers.docx.state import Frame, State, label_bookmark
from akuntabel.writers.docx.tables import table
from akuntabel.writers.docx.toc import toc

STYLES = {
    Gaya.ISI: "Isi",
    Gaya.RAPAT: "Rapat",
    Gaya.TENGAH: "Tengah",
    Gaya.KANAN: "Kanan",
    Gaya.JUDUL_SAMPUL: "Title",
    Gaya.SUBJUDUL_SAMPUL: "Subtitle",
    Gaya.JUDUL_DOKUMEN: "JudulDokumen",
    Gaya.KUTIPAN: "Quote",
    Gaya.KECIL: "Kecil",
}
_DEEPEST = 8


def blocks(many: Sequence[Block], frame: Frame, state: State) -> Xml:
    """A run of blocks; a page break goes into the paragraph after it, so that no empty line is left over."""
    return join(_with_breaks(many, frame, state))


def _with_breaks(many: Iterable[Block], frame: Frame, state: State) -> Iterator[Xml]:
    waiting, started = False, False
    for block in many:
        if isinstance(block, PageBreak):
            waiting = started
            continue
        own = isinstance(block, Heading | Paragraph)
        if waiting and not own:
            yield spacer(page_break=True)
        yield _block(block, frame, state, page_break=waiting and own)
        waiting, started = False, True


def _block(block: Block, frame: Frame, state: State, page_break: bool) -> Xml:
    match block:
        case Heading():
            return _heading(block, state, page_break)
        case Paragraph():
            return _paragraph(block, frame, state, page_break)
        case ListBlock():
            return _list(block, frame, state)
        case Box():
            return _box(block, frame, state)
        case _:
            return _leaf(block, frame, state)


def _leaf(block: Block, frame: Frame, state: State) -> Xml:
    match block:
        case Table():
            return table(block, frame, state)
        case Picture() | Raster():
            return _picture(block, frame, state)
        case SignatureBlock():
            return signatures(block, frame, state)
        case Letterhead():
            return letterhead(block, frame, state)
        case Formula():
            return formula(block, state.document.page.font_size_pt, frame.width - frame.indent)
    return toc(block) if isinstance(block, Toc) else EMPTY


def _heading(heading: Heading, state: State, page_break: bool) -> Xml:
    """Number and title in one bookmarked run of text: a chapter over two lines, the rest behind a tab."""
    gap = LINE_BREAK if heading.level == 1 else TAB
    number = Xml(run(heading.number) + gap) if heading.number else EMPTY
    content = state.bookmark(label_bookmark(heading.label), Xml(number + runs(heading.inlines, state)))
    style = f"{'Heading' if heading.in_toc else 'Judul'}{heading.level}"
    plain = heading.level > 1 and not heading.number
    return paragraph(content, style, page_break=page_break, indent=(0, 0) if plain else None)


def _paragraph(block: Paragraph, frame: Frame, state: State, page_break: bool) -> Xml:
    listed = frame.depth >= 0 and block.style in (Gaya.ISI, Gaya.RAPAT)
    return paragraph(
        runs(block.inlines, state),
        "ButirDaftar" if listed else STYLES[block.style],
        keep_next=block.keep_with_next,
        page_break=page_break,
        indent=(frame.indent, 0) if frame.indent else None,
    )


# --- lists ---


def _list(block: ListBlock, frame: Frame, state: State) -> Xml:
    level = min(frame.depth + 1, _DEEPEST)
    number = state.numbering(block.kind, level, block.start)
    inner = replace(frame, depth=level, indent=frame.indent - _base(frame) + list_indent(level))
    free = len(block.items) - block.kept
    items = (*block.items[:free], *map(_kept, block.items[free:]))
    return join(_item(item, (number, level), inner, state) for item in items)


def _kept(many: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks whose paragraphs keep with what follows."""
    made: list[Block] = []
    for block in many:
        match block:
            case Paragraph():
                made.append(replace(block, keep_with_next=True))
            case ListBlock(items=items):
                made.append(replace(block, kept=len(items)))
            case _:
                made.append(block)
    return tuple(made)


def _box(block: Box, frame: Frame, state: State) -> Xml:
    inside = _kept(block.blocks) if block.keep_with_next else block.blocks
    return box(block.kind, blocks(inside, box_frame(frame), state), frame, keep_next=block.keep_with_next)


def _base(frame: Frame) -> int:
    return list_indent(frame.depth) if frame.depth >= 0 else 0


def _item(item: Sequence[Block], numbering: tuple[int, int], frame: Frame, state: State) -> Xml:
    """The first paragraph carries the mark, what follows is set below it."""
    first, rest = (item[0], item[1:]) if item and isinstance(item[0], Paragraph) else (Paragraph(()), item)
    style = "ButirDaftar" if first.style in (Gaya.ISI, Gaya.RAPAT) else STYLES[first.style]
    indent = (frame.indent, STEP)
    head = paragraph(
        runs(first.inlines, state), style, keep_next=first.keep_with_next, numbering=numbering, indent=indent
    )
    return Xml(head + blocks(rest, frame, state))


# --- pictures ---


def _picture(block: Picture | Raster, frame: Frame, state: State) -> Xml:
    room = replace(frame, width=frame.width - frame.indent)
    source = block.source if isinstance(block, Picture) else ()
    drawing = picture_run(block, room, state) if isinstance(block, Picture) else raster_run(block, room, state)
    shown = paragraph(drawing, "Gambar", keep_next=bool(block.caption or source))
    below = caption("Gambar", block, state, "KeteranganGambar", keep_next=bool(source)) if block.caption else EMPTY
    if source:
        below = Xml(below + paragraph(runs(source, state), "Sumber", space=(0, 200), align=Align.TENGAH))
    return Xml(shown + below)
