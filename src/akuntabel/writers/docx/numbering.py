"""numbering.xml: one abstract definition for each kind of list, one instance for each list that counts anew."""

from __future__ import annotations

from collections.abc import Sequence

from akuntabel.doctree.nodes import ListKind
from akuntabel.writers.docx.oxml import EMPTY, Xml, el, part, val
from akuntabel.writers.docx.state import Numbering

STEP = 425  # twips of indent for each level
LEVELS = 9
_BULLETS = "•–◦"
_FORMATS = {
    ListKind.ANGKA: ("decimal", "%{}."),
    ListKind.HURUF: ("lowerLetter", "%{}."),
    ListKind.KURUNG: ("decimal", "(%{})"),
}
_KINDS = tuple(ListKind)


def list_indent(level: int) -> int:
    """Where the text of a list item at a level (from 0) begins, in twips."""
    return STEP * (level + 1)


def _level(kind: ListKind, level: int) -> Xml:
    form, pattern = _FORMATS.get(kind, ("bullet", _BULLETS[level % len(_BULLETS)]))
    indent = {"w:left": str(list_indent(level)), "w:hanging": str(STEP)}
    return el(
        "w:lvl", {"w:ilvl": str(level)},
        val("w:start", 1), val("w:numFmt", form), val("w:lvlText", pattern.format(level + 1)), val("w:lvlJc", "left"),
        el("w:pPr", None, el("w:ind", indent)),
    )  # fmt: skip


def _abstract(kind: ListKind) -> Xml:
    number = _KINDS.index(kind)
    levels = (_level(kind, level) for level in range(LEVELS))
    head = (val("w:nsid", f"4A6B0{number:03X}"), val("w:multiLevelType", "hybridMultilevel"))
    return el("w:abstractNum", {"w:abstractNumId": str(number)}, *head, *levels)


def _instance(number: int, one: Numbering) -> Xml:
    restart = el("w:lvlOverride", {"w:ilvl": str(one.level)}, val("w:startOverride", one.start))
    counts = one.kind is not ListKind.BUTIR
    children = (val("w:abstractNumId", _KINDS.index(one.kind)), restart if counts else EMPTY)
    return el("w:num", {"w:numId": str(number)}, *children)


def numbering_part(used: Sequence[Numbering]) -> bytes:
    """The whole of word/numbering.xml."""
    instances = (_instance(number, one) for number, one in enumerate(used, start=1))
    return part("w:numbering", "w", *map(_abstract, ListKind), *instances)
