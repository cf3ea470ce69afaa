"""Displayed formulas as Office Math: words upright, a real fraction."""

from __future__ import annotations

from akuntabel.doctree.nodes import Formula
from akuntabel.writers.docx.oxml import EMPTY, Xml, el, half_points, text, val
from akuntabel.writers.docx.paragraphs import paragraph

_UPRIGHT = el("m:rPr", None, el("m:nor"))
_WIDTH_PER_POINT = 10.5  # twips that an average character takes for each point of its size
_SMALLEST = 7.5


def formula(block: Formula, base: float, room: int) -> Xml:
    """The formula in a paragraph of its own, smaller where it would not fit into `room` twips."""
    size = _fitting(block, base, room)
    above, below = _words(block.numerator, size), _words(block.denominator, size)
    middle = el("m:f", None, el("m:num", None, above), el("m:den", None, below)) if block.denominator else above
    tail = _words(f" {block.tail}", size) if block.tail else EMPTY
    content = Xml(_words(f"{block.left} = ", size) + middle + tail)
    centre = el("m:oMathParaPr", None, el("m:jc", {"m:val": "center"}))
    return paragraph(el("m:oMathPara", None, centre, el("m:oMath", None, content)), "Rumus")


def _fitting(block: Formula, base: float, room: int) -> float:
    longest = max(len(block.numerator), len(block.denominator)) + len(block.left) + len(block.tail) + 4
    return max(_SMALLEST, min(base, room / (longest * _WIDTH_PER_POINT)))


def _words(value: str, size: float) -> Xml:
    points = half_points(size)
    form = el("w:rPr", None, val("w:sz", points), val("w:szCs", points))
    return el("m:r", None, _UPRIGHT, form, el("m:t", {"xml:space": "preserve"}, text(value)))
