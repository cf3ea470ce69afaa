"""The parts of the package of one document, put together."""

from __future__ import annotations

from akuntabel.doctree.nodes import Document, Orientation
from akuntabel.writers.docx.blocks import blocks
from akuntabel.writers.docx.figures import map_part, map_properties
from akuntabel.writers.docx.images import media_parts
from akuntabel.writers.docx.numbering import numbering_part
from akuntabel.writers.docx.oxml import EMPTY, Xml, el, join, part
from akuntabel.writers.docx.package import (
    Relationships,
    app_properties,
    core_properties,
    root_relationships,
    zip_parts,
)
from akuntabel.writers.docx.paragraphs import paragraph
from akuntabel.writers.docx.sections import Margins, section_properties
from akuntabel.writers.docx.settings import settings_part
from akuntabel.writers.docx.state import Frame, State, section_end, targets
from akuntabel.writers.docx.styles import styles_part, text_width


def write_docx(document: Document) -> bytes:
    """The bytes of the .docx of a numbered document (see doctree.transforms.number)."""
    return zip_parts(document_parts(document))


def document_parts(document: Document) -> dict[str, bytes]:
    """Every part of the package by its name, without the content types."""
    state = State(document, targets(document))
    for kind in ("styles", "numbering", "settings"):
        state.relationships.add(kind, f"{kind}.xml")
    state.relationships.add("customXml", "../customXml/item1.xml")
    margins = Margins(state.relationships)
    body = _body(document, state, margins)
    item = Relationships()
    item.add("customXmlProps", "itemProps1.xml")
    return {
        "_rels/.rels": root_relationships(),
        "customXml/_rels/item1.xml.rels": item.part(),
        "customXml/item1.xml": map_part(state.figures),
        "customXml/itemProps1.xml": map_properties(),
        "docProps/app.xml": app_properties(),
        "docProps/core.xml": core_properties(document),
        "word/_rels/document.xml.rels": state.relationships.part(),
        "word/document.xml": part("w:document", "w r m wp a pic", body),
        "word/numbering.xml": numbering_part(state.numberings),
        "word/settings.xml": settings_part(document.language),
        "word/styles.xml": styles_part(document.page, document.language),
        **margins.parts,
        **media_parts(state.media),
    }


def _body(document: Document, state: State, margins: Margins) -> Xml:
    parts = []
    last = len(document.sections) - 1
    for number, section in enumerate(document.sections):
        frame = Frame(text_width(document.page, section.orientation is Orientation.LEBAR))
        parts.append(blocks(section.blocks, frame, state))
        properties = section_properties(document, section, margins)
        end = state.bookmark(section_end(number), EMPTY)
        parts.append(properties if number == last else paragraph(end, "Sela", section=properties))
    return el("w:body", None, join(parts))
