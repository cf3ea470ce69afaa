"""Drawings: pictures with their alternative text, text boxes, WordArt. A shape without text is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from akuntabel.readers.docx.isi import JenisLampiran, Lampiran
from akuntabel.readers.docx.nama import ALTERNATE, TEXT_BOX, WP, A, Element, R, V, chosen

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_PICTURES = frozenset((_CHART, _DIAGRAM, _PICTURE, _OLE, f"{V}imagedata", f"{A}pic"))
_DATA = f"{R}dm"
_NEW_CHART = "/chartex}chart"
_PROPERTIES = f"{WP}docPr"
_WORD_ART, _SLIDE_TEXT = f"{V}textpath", f"{A}txBody"
_LOOKS = ("spPr", "}style", "bodyPr", "txPr", "xfrm", "Locks", "extent", "Extent", "}path", "formulas")


Bagan = Mapping[str, tuple[str, ...]]  # texts of a diagram by the relation id of its data


def attachments(drawing: Element, diagrams: Bagan) -> Iterator[Lampiran]:
    """What a w:drawing, w:pict or w:object shows: at most one picture, then its texts in their order."""
    alt, pictures, texts = _walk(drawing, diagrams)
    if pictures:
        yield Lampiran(JenisLampiran.GAMBAR, teks=alt)
    yield from texts


def _walk(drawing: Element, diagrams: Bagan) -> tuple[str, int, list[Lampiran]]:
    alt, pictures = "", 0
    texts: list[Lampiran] = []
    for element in _parts(drawing):
        tag = element.tag
        texts += _texts(element, diagrams)
        pictures += tag in _PICTURES or tag.endswith(_NEW_CHART)
        alt = alt or _alternative(element)
    return alt, pictures, texts


def _texts(element: Element, diagrams: Bagan) -> list[Lampiran]:
    """The texts that an element of a drawing holds itself: a box, WordArt, a shape of a slide, a diagram."""
    tag = element.tag
    if tag == TEXT_BOX:
        return [Lampiran(JenisLampiran.KOTAK, element)]
    lines: tuple[str, ...] = ()
    if tag == _WORD_ART:
        lines = (element.get("string", ""),)
    elif tag == _SLIDE_TEXT:
        lines = slide_lines(element)
    elif tag == _DIAGRAM:
        lines = diagrams.get(element.get(_DATA, ""), ())
    return [Lampiran(JenisLampiran.TULISAN, teks=line) for line in lines]


def _parts(element: Element) -> Iterator[Element]:
    """The elements of a drawing, not those inside its text boxes, and one branch of every alternative."""
    for child in element:
        if child.tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from _parts(branch)
            continue
        yield child
        if child.tag not in (TEXT_BOX, _SLIDE_TEXT) and not child.tag.endswith(_LOOKS):
            yield from _parts(child)


def _alternative(element: Element) -> str:
    if element.tag == _PROPERTIES:
        return element.get("descr") or element.get("title") or ""
    return element.get("alt", "") if element.tag.startswith(V) else ""


def slide_lines(element: Element) -> tuple[str, ...]:
    """The paragraphs of DrawingML text."""
    return tuple("".join(t.text or "" for t in paragraph.iter(f"{A}t")) for paragraph in element.iterfind(f"{A}p"))
