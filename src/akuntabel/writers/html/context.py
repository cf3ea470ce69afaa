"""What every part of the page needs to know about the whole document: which anchors and which origins exist."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from akuntabel.doctree.nodes import Document, Heading, Origin, Picture, Raster, Table
from akuntabel.doctree.origins import reachable_origins
from akuntabel.doctree.walk import walk_blocks

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Context:
    """Anchors of the document, and the origins that can be reached from its figures, in order of appearance."""

    anchors: frozenset[str]
    origins: dict[str, Origin]


def context(document: Document) -> Context:
    """Look through a document once."""
    return Context(anchors=_anchors(document), origins=reachable_origins(document))


def anchor(label: str) -> str:
    """The id of a labelled heading, table or picture."""
    return _SPACE.sub("-", label)


def origin_anchor(figure_id: str) -> str:
    """The id of an 'asal angka'. A figure id has no spaces and at least one slash, so it meets no other id."""
    return f"asal-{figure_id}"


def fragment(anchor_id: str) -> str:
    """A link to an id of this page."""
    return "#" + quote(anchor_id, safe="/.-_:~")


def _anchors(document: Document) -> frozenset[str]:
    labels = (b.label for b in walk_blocks(document) if isinstance(b, Heading | Table | Picture | Raster))
    return frozenset(anchor(label) for label in labels if label)
