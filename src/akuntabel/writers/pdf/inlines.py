"""Runs of text as JSON values, with break points where a word is wider than the room it has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from akuntabel.doctree.nodes import Break, CrossRef, FigureRef, Inline, Inlines, Link, Picture, Raster, Table, Text
from akuntabel.writers.pdf.breaking import breakable

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Space:
    """Where text will stand: the width it has and the size of its font."""

    width_mm: float
    height_mm: float
    size_pt: float

    def narrower(self, by_mm: float) -> Space:
        """The room left inside a list or box."""
        return replace(self, width_mm=self.width_mm - by_mm)


def inlines_json(inlines: Inlines, space: Space) -> list[str | Json]:
    """A run of inlines: plain text as a string, everything else as an object whose kind is `k`."""
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


def captioned(block: Table | Picture | Raster, space: Space) -> Json:
    """Caption, number and label, which tables and pictures share."""
    return {"caption": inlines_json(block.caption, space), "number": block.number, "label": block.label}
