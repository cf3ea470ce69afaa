"""Paragraphs: their properties in the order that the schema asks for."""

from __future__ import annotations

from akuntabel.doctree.nodes import Align
from akuntabel.writers.docx.oxml import EMPTY, Xml, el, val

JC = {Align.KIRI: "left", Align.TENGAH: "center", Align.KANAN: "right", Align.RATA: "both"}


def paragraph(
    content: Xml,
    style: str,
    *,
    keep_next: bool = False,
    page_break: bool = False,
    numbering: tuple[int, int] | None = None,
    tabs: Xml = EMPTY,
    space: tuple[int, int] | None = None,
    indent: tuple[int, int] | None = None,
    align: Align | None = None,
    section: Xml = EMPTY,
) -> Xml:
    """A paragraph in a style. `numbering` is (numId, level), `space` before and after, `indent` left and hanging."""
    properties = (
        val("w:pStyle", style)
        + ("<w:keepNext/>" if keep_next else "")
        + ("<w:pageBreakBefore/>" if page_break else "")
        + (_numbering(*numbering) if numbering else "")
        + tabs
        + (el("w:spacing", {"w:before": str(space[0]), "w:after": str(space[1])}) if space else "")
        + (el("w:ind", {"w:left": str(indent[0]), "w:hanging": str(indent[1])}) if indent else "")
        + (val("w:jc", JC[align]) if align else "")
        + section
    )
    return Xml(f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>")


def _numbering(number: int, level: int) -> Xml:
    return el("w:numPr", None, val("w:ilvl", level), val("w:numId", number))


def tab_stops(*stops: tuple[str, int, str]) -> Xml:
    """Tab stops as (kind, position in twips, leader)."""
    rows = (el("w:tab", {"w:val": kind, "w:leader": leader, "w:pos": str(at)}) for kind, at, leader in stops)
    return el("w:tabs", None, *rows)


def spacer(page_break: bool = False, section: Xml = EMPTY) -> Xml:
    """A paragraph of one point: keeps tables apart, carries a page break or the end of a section."""
    return paragraph(EMPTY, "Sela", page_break=page_break, section=section)
