"""Captions: bookmarked label and number with a SEQ field, then the title."""

from __future__ import annotations

import re

from akuntabel.doctree.nodes import Picture, Raster, Table
from akuntabel.writers.docx.fields import field
from akuntabel.writers.docx.inlines import run, runs
from akuntabel.writers.docx.oxml import EMPTY, Xml
from akuntabel.writers.docx.paragraphs import paragraph
from akuntabel.writers.docx.state import State, label_bookmark

_COUNT = re.compile(r"(?P<before>.*?)(?P<count>\d+)")


def caption(sequence: str, block: Table | Picture | Raster, state: State, style: str, keep_next: bool = False) -> Xml:
    """The caption paragraph of a table or picture; `sequence` names the SEQ field ("Tabel")."""
    label = _numbered(sequence, block.number) if block.number else EMPTY
    if label and block.label:
        label = state.bookmark(label_bookmark(block.label), label)
    gap = run(" ") if label else EMPTY
    return paragraph(Xml(label + gap + runs(block.caption, state)), style, keep_next=keep_next)


def _numbered(sequence: str, number: str) -> Xml:
    """ "Tabel 3.2" with its last number as a sequence that begins anew in every chapter.

    The restart stands at the first number (switch r): LibreOffice knows no restart by heading (switch s) and would
    print other numbers than the lists of contents.
    """
    match = _COUNT.fullmatch(number)
    if match is None:
        return run(number)
    restart = r" \r 1" if match["count"] == "1" else ""
    return Xml(run(match["before"]) + field(f"SEQ {sequence} \\* ARABIC{restart}", run(match["count"])))
