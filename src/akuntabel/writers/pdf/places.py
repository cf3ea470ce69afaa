"""Where a text or an image stands in a document, in words for a message."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.doctree.nodes import (
    Block,
    Document,
    Formula,
    Heading,
    Letterhead,
    Picture,
    Raster,
    Signature,
    SignatureBlock,
    Table,
)
from akuntabel.doctree.walk import inline_runs, plain_text, walk_blocks


def blocks_with_place(document: Document) -> Iterator[tuple[str, Block]]:
    """Every block with its heading and its number, e.g. 'BAB III AKUNTABILITAS, Tabel 3.2'."""
    heading = "awal dokumen"
    for block in walk_blocks(document):
        if isinstance(block, Heading):
            heading = " ".join(part for part in (block.number, plain_text(block.inlines)) if part)
        number = block.number if isinstance(block, Table | Picture | Raster) else None
        yield f"{heading}, {number}" if number else heading, block


def texts_with_place(document: Document) -> Iterator[tuple[str, str]]:
    """Every text that the document prints, with its place."""
    own = (document.title, document.author, document.subject, document.header, document.footer)
    yield from (("judul, kepala, atau kaki dokumen", text) for text in own)
    for place, block in blocks_with_place(document):
        yield from ((place, plain_text(run)) for run in inline_runs(block))
        yield from ((place, text) for text in _strings(block))


def _strings(block: Block) -> Iterator[str]:
    match block:
        case Formula():
            yield from (block.left, block.numerator, block.denominator, block.tail)
        case SignatureBlock(left=left, right=right):
            yield from (text for one in (left, right) if one for text in _signed(one))
        case Letterhead(lines=lines, address=address):
            yield from (*lines, *address)
        case Picture() | Raster():
            yield block.alt
        case _:
            return


def _signed(signature: Signature) -> tuple[str, ...]:
    return (signature.name, *signature.below)
