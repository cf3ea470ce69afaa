"""Tables that only arrange: signatures, letterhead, framed notices."""

from __future__ import annotations

from collections.abc import Sequence

from akuntabel.doctree.nodes import BoxKind, Letterhead, Signature, SignatureBlock
from akuntabel.writers.docx.images import raster_run
from akuntabel.writers.docx.inlines import run, runs
from akuntabel.writers.docx.oxml import EMPTY, Xml, el, join, twips, val
from akuntabel.writers.docx.paragraphs import paragraph
from akuntabel.writers.docx.state import Frame, State

BOX_COLORS = {  # frame, ground
    BoxKind.KURANG: ("C00000", "FDF1F0"),
    BoxKind.CATATAN: ("BF8F00", "FFF9E7"),
    BoxKind.INFO: ("2E75B6", "EFF5FB"),
}
BOX_PADDING = 160  # twips on the left and right
_BOX_INSET = 36  # twips that the thick line takes
_SIGNING_SPACE = 3  # empty lines above the name
_LOGO_GAP = twips(6)
_WHOLE = el("w:trPr", None, el("w:cantSplit"))


def _arranged(widths: Sequence[int], cells: Sequence[Xml], indent: int = 0, *, row: Xml = _WHOLE) -> Xml:
    """One row that no page cuts; `cells` are finished w:tc, `row` its properties."""
    properties = el(
        "w:tblPr", None,
        val("w:tblStyle", "TabelPolos"),
        el("w:tblW", {"w:w": str(sum(widths)), "w:type": "dxa"}),
        el("w:tblInd", {"w:w": str(indent), "w:type": "dxa"}),
        el("w:tblLayout", {"w:type": "fixed"}),
        el("w:tblLook", {"w:val": "0000"}),
    )  # fmt: skip
    grid = el("w:tblGrid", None, *(el("w:gridCol", {"w:w": str(width)}) for width in widths))
    return el("w:tbl", None, properties, grid, el("w:tr", None, row, *cells))


def _cell(width: int, content: Xml, *properties: Xml) -> Xml:
    size = el("w:tcW", {"w:w": str(width), "w:type": "dxa"})
    return el("w:tc", None, el("w:tcPr", None, size, *properties), content)


# --- signatures ---


def signatures(block: SignatureBlock, frame: Frame, state: State) -> Xml:
    """One signatory in the right half, or two side by side with their names on one line."""
    room = frame.width - frame.indent
    widths = (room // 2, room - room // 2)
    height = max(len(one.above) for one in (block.left, block.right, Signature((), "")) if one)
    cells = (_cell(w, _signature(s, height, state)) for w, s in zip(widths, (block.left, block.right), strict=True))
    above = paragraph(EMPTY, "Sela", keep_next=True)
    return Xml(above + _arranged(widths, tuple(cells), frame.indent) + paragraph(EMPTY, "Sela", space=(0, 160)))


def _signature(signature: Signature | None, height: int, state: State) -> Xml:
    if signature is None:
        return paragraph(EMPTY, "TandaTangan")
    above = [EMPTY] * (height - len(signature.above)) + [runs(line, state) for line in signature.above]
    name = run(signature.name, bold=True, underlined=True)
    lines = (*above, *[EMPTY] * _SIGNING_SPACE, name, *map(run, signature.below))
    return join(paragraph(line, "TandaTangan") for line in lines)


# --- letterhead ---


def letterhead(block: Letterhead, frame: Frame, state: State) -> Xml:
    """Kop surat: the logo beside the lines, a double rule below."""
    lines = _letterhead_lines(block)
    rule = paragraph(EMPTY, "KopGaris")
    if block.logo is None:
        return Xml(lines + rule)
    left = twips(block.logo.width_mm) + _LOGO_GAP
    widths = (left, frame.width - left)
    logo = paragraph(raster_run(block.logo, frame, state), "KopAlamat")
    middle = val("w:vAlign", "center")
    return Xml(_arranged(widths, (_cell(left, logo, middle), _cell(widths[1], lines, middle))) + rule)


def _letterhead_lines(block: Letterhead) -> Xml:
    styles = ["KopPertama"] * (len(block.lines) > 1) + ["KopUtama"] * len(block.lines)
    head = (paragraph(run(line), style) for line, style in zip(block.lines, styles, strict=False))
    return join((*head, *(paragraph(run(line), "KopAlamat") for line in block.address)))


# --- boxes ---


def box(kind: BoxKind, content: Xml, frame: Frame, *, keep_next: bool = False) -> Xml:
    """A framed notice around finished blocks.

    One that keeps with what follows is not marked as whole: its paragraphs keep together, and LibreOffice heeds that
    only in a row which may be cut.
    """
    frame_color, ground = BOX_COLORS[kind]
    room = frame.width - frame.indent - 2 * _BOX_INSET
    thin = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": frame_color}
    sides = (("top", "4"), ("left", "36"), ("bottom", "4"), ("right", "4"))
    borders = el("w:tcBorders", None, *(el(f"w:{side}", thin | {"w:sz": size}) for side, size in sides))
    shade = el("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": ground})
    paddings = (("top", 80), ("left", BOX_PADDING), ("bottom", 20), ("right", BOX_PADDING))
    margins = el("w:tcMar", None, *(el(f"w:{side}", {"w:w": str(size), "w:type": "dxa"}) for side, size in paddings))
    cell = _cell(room, content, borders, shade, margins)
    below = paragraph(EMPTY, "Sela", keep_next=keep_next, space=(0, 160))
    return Xml(_arranged((room,), (cell,), frame.indent + _BOX_INSET, row=EMPTY if keep_next else _WHOLE) + below)


def box_frame(frame: Frame) -> Frame:
    """The room inside a box."""
    return Frame(frame.width - frame.indent - 2 * (BOX_PADDING + _BOX_INSET))
