"""A document with blank pictures, where only its text is read: drawing takes the most time and memory."""

from __future__ import annotations

from dataclasses import replace

from akuntabel.doctree.nodes import Block, Document, Picture, Svg
from akuntabel.doctree.walk import map_blocks

_BLANK = Svg('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')


def undrawn(document: Document) -> Document:
    """The same document; every picture keeps its caption and source, and shows nothing."""
    return map_blocks(document, _blank)


def _blank(block: Block) -> Block:
    return replace(block, drawing=_BLANK) if isinstance(block, Picture) else block
