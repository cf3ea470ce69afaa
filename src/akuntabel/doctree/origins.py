"""Which 'asal angka' a document needs: those of its figures, and of everything they were computed from."""

from __future__ import annotations

from akuntabel.doctree.nodes import Document, Origin
from akuntabel.doctree.walk import figure_ids


def reachable_origins(document: Document) -> dict[str, Origin]:
    """Origins by figure id, breadth first: the printed figures in reading order, then their inputs, and so on.

    A figure without an origin is left out; the order does not depend on that of `document.origins`.
    """
    found: dict[str, Origin] = {}
    waiting = list(figure_ids(document))
    while waiting:
        following: list[str] = []
        for figure_id in waiting:
            origin = document.origins.get(figure_id)
            if origin is not None and figure_id not in found:
                found[figure_id] = origin
                following += origin.inputs
        waiting = following
    return found
