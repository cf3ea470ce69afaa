"""Go through a document tree in reading order, and rebuild it with blocks or inlines changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from akuntabel.doctree.nodes import (
    Block,
    Box,
    Break,
    Cell,
    Document,
    FigureRef,
    Heading,
    Inline,
    Inlines,
    ListBlock,
    Paragraph,
    Picture,
    Raster,
    Row,
    Signature,
    SignatureBlock,
    Table,
    Text,
)


def plain_text(inlines: Iterable[Inline], line_break: str = " ") -> str:
    """The text of inlines without its form; `line_break` stands for a Break."""
    return "".join(_inline_text(inline, line_break) for inline in inlines)


def _inline_text(inline: Inline, line_break: str) -> str:
    match inline:
        case Break():
            return line_break
        case FigureRef(text=text) | Text(value=text):
            return text
        case _:
            return inline.text


def child_blocks(block: Block) -> tuple[Block, ...]:
    """The blocks directly inside a block."""
    match block:
        case ListBlock(items=items):
            return tuple(child for item in items for child in item)
        case Box(blocks=blocks):
            return blocks
        case _:
            return ()


def walk_blocks(document: Document) -> Iterator[Block]:
    """Every block of a document, a container before what it holds."""
    for section in document.sections:
        yield from walk_deep(section.blocks)


def walk_deep(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block of a run of blocks, a container before what it holds."""
    for block in blocks:
        yield block
        yield from walk_deep(child_blocks(block))


def inline_runs(block: Block) -> Iterator[Inlines]:
    """The runs of inlines that a block itself holds (not those of blocks inside it), in reading order."""
    match block:
        case Heading(inlines=inlines) | Paragraph(inlines=inlines):
            yield inlines
        case Table():
            yield block.caption
            yield from (cell.inlines for row in (*block.head, *block.rows) for cell in row.cells)
            yield block.source
            yield from block.notes
        case Picture():
            yield from (block.caption, block.source)
        case Raster(caption=caption):
            yield caption
        case SignatureBlock(left=left, right=right):
            yield from (line for one in (left, right) if one for line in one.above)
        case _:
            return


def walk_inlines(document: Document) -> Iterator[Inline]:
    """Every inline of a document, in reading order."""
    for block in walk_blocks(document):
        for run in inline_runs(block):
            yield from run


def figure_refs(document: Document) -> Iterator[FigureRef]:
    """Every figure that is printed as text, as often as it is printed."""
    return (inline for inline in walk_inlines(document) if isinstance(inline, FigureRef))


def figure_ids(document: Document) -> tuple[str, ...]:
    """The ids of all figures that a document prints or draws, each once, in order of first appearance."""
    found: dict[str, None] = {}
    for block in walk_blocks(document):
        for run in inline_runs(block):
            found.update((inline.figure_id, None) for inline in run if isinstance(inline, FigureRef))
        if isinstance(block, Picture):
            found.update(dict.fromkeys(block.figures))
    return tuple(found)


def map_blocks(document: Document, change: Callable[[Block], Block]) -> Document:
    """The document with `change` applied to every block, in reading order, a container before what it holds."""
    sections = (replace(section, blocks=_map_deep(section.blocks, change)) for section in document.sections)
    return replace(document, sections=tuple(sections))


def _map_deep(blocks: Iterable[Block], change: Callable[[Block], Block]) -> tuple[Block, ...]:
    return tuple(_map_children(change(block), change) for block in blocks)


def _map_children(block: Block, change: Callable[[Block], Block]) -> Block:
    match block:
        case ListBlock(items=items):
            return replace(block, items=tuple(_map_deep(item, change) for item in items))
        case Box(blocks=blocks):
            return replace(block, blocks=_map_deep(blocks, change))
        case _:
            return block


def map_inlines(document: Document, change: Callable[[Inline], Inline]) -> Document:
    """The document with `change` applied to every inline, in reading order."""

    def run(inlines: Inlines) -> Inlines:
        return tuple(change(inline) for inline in inlines)

    return map_blocks(document, lambda block: _map_runs(block, run))


def _map_runs(block: Block, run: Callable[[Inlines], Inlines]) -> Block:
    match block:
        case Heading() | Paragraph():
            return replace(block, inlines=run(block.inlines))
        case Table():
            return _map_table(block, run)
        case Picture():
            return replace(block, caption=run(block.caption), source=run(block.source))
        case Raster():
            return replace(block, caption=run(block.caption))
        case SignatureBlock(left=left, right=right):
            return SignatureBlock(_map_signature(left, run), _map_signature(right, run))
        case _:
            return block


def _map_table(table: Table, run: Callable[[Inlines], Inlines]) -> Table:
    def cell(one: Cell) -> Cell:
        return replace(one, inlines=run(one.inlines))

    def rows(many: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(replace(row, cells=tuple(map(cell, row.cells))) for row in many)

    caption, head, body = run(table.caption), rows(table.head), rows(table.rows)
    notes = tuple(map(run, table.notes))
    return replace(table, caption=caption, head=head, rows=body, source=run(table.source), notes=notes)


def _map_signature(signature: Signature | None, run: Callable[[Inlines], Inlines]) -> Signature | None:
    return replace(signature, above=tuple(map(run, signature.above))) if signature else None
