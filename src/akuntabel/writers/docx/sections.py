"""Sections: paper, page numbers, header and footer, the DRAF mark."""

from __future__ import annotations

from dataclasses import dataclass, field

from akuntabel.doctree.nodes import Document, Orientation, PageNumber, PageSetup, Section
from akuntabel.writers.docx.fields import field as word_field
from akuntabel.writers.docx.inlines import TAB, run
from akuntabel.writers.docx.oxml import EMPTY, Xml, el, part, twips, val
from akuntabel.writers.docx.package import Relationships
from akuntabel.writers.docx.paragraphs import paragraph, tab_stops
from akuntabel.writers.docx.styles import DRAFT_COLOR, office_font, text_width

DRAFT_WORD = "DRAF"
_FORMATS = {PageNumber.ROMAWI: "lowerRoman", PageNumber.ANGKA: "decimal", PageNumber.TANPA: "decimal"}
_EDGE_MM = 12.5  # from the edge of the paper to header and footer


@dataclass(slots=True)
class Margins:
    """The header and footer parts of a document; equal ones are written once."""

    relationships: Relationships
    parts: dict[str, bytes] = field(default_factory=dict)

    def add(self, kind: str, content: bytes) -> str:
        """The relationship id of a "header" or "footer" with this content."""
        same = [name for name, known in self.parts.items() if known == content and f"/{kind}" in name]
        number = sum(f"/{kind}" in name for name in self.parts) + 1
        name = same[0] if same else f"word/{kind}{number}.xml"
        self.parts[name] = content
        return self.relationships.add(kind, name.removeprefix("word/"))


def draft_line(document: Document) -> str:
    """What the head of every page of a draft says."""
    return f"DRAF - {document.draft_reason}"


def section_properties(document: Document, section: Section, margins: Margins) -> Xml:
    """The w:sectPr of a section."""
    header = margins.add("header", _header(document, section))
    footer = margins.add("footer", _footer(document, section))
    numbers = {"w:fmt": _FORMATS[section.page_number]} | ({"w:start": "1"} if section.restart else {})
    return el(
        "w:sectPr", None,
        el("w:headerReference", {"w:type": "default", "r:id": header}),
        el("w:footerReference", {"w:type": "default", "r:id": footer}),
        val("w:type", "nextPage"),
        *_paper(document.page, section.orientation is Orientation.LEBAR),
        el("w:pgNumType", numbers),
    )  # fmt: skip


def _paper(page: PageSetup, landscape: bool) -> tuple[Xml, Xml]:
    width, height = str(twips(page.width_mm)), str(twips(page.height_mm))
    size = {"w:w": height, "w:h": width, "w:orient": "landscape"} if landscape else {"w:w": width, "w:h": height}
    sides = {"top": page.top_mm, "right": page.right_mm, "bottom": page.bottom_mm, "left": page.left_mm}
    edges = {"header": min(_EDGE_MM, page.top_mm / 2), "footer": min(_EDGE_MM, page.bottom_mm / 2), "gutter": 0}
    margins = {f"w:{name}": str(twips(mm)) for name, mm in (sides | edges).items()}
    return el("w:pgSz", size), el("w:pgMar", margins)


def _header(document: Document, section: Section) -> bytes:
    mark = (
        paragraph(Xml(run(draft_line(document)) + _watermark(document.page, 1 + section.header)), "Draf")
        if document.draft
        else EMPTY
    )
    title = document.header or document.title
    line = paragraph(run(title), "Header") if section.header and title else EMPTY
    return part("w:hdr", "w r v o", Xml(mark + line) or paragraph(EMPTY, "Sela"))


def _footer(document: Document, section: Section) -> bytes:
    width = text_width(document.page, section.orientation is Orientation.LEBAR)
    left = run(document.footer) if document.footer and section.header else EMPTY
    number = EMPTY
    if section.page_number is not PageNumber.TANPA:
        number = Xml(TAB + word_field("PAGE", run("1")))
    content = Xml(left + number)
    if not content:
        return part("w:ftr", "w r", paragraph(EMPTY, "Sela"))
    return part("w:ftr", "w r", paragraph(content, "Footer", tabs=tab_stops(("right", width, "none"))))


def _watermark(page: PageSetup, number: int) -> Xml:
    """DRAF across the page, in the form that word processors know as a watermark; `number` keeps its names apart."""
    fill, ground = f'fillcolor="#{DRAFT_COLOR}" stroked="f"', "position:absolute;margin-left:0;margin-top:0;"
    place = "".join(
        f"mso-position-{way}:center;mso-position-{way}-relative:margin;" for way in ("horizontal", "vertical")
    )
    style = f"{ground}width:400pt;height:150pt;rotation:315;z-index:-251658752;{place}"
    word = f'<v:textpath style="font-family:&quot;{office_font(page.font)}&quot;;font-size:1pt" string="{DRAFT_WORD}"/>'
    return Xml(
        f"<w:r><w:pict>{_WORD_ART}"
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}" '
        f'type="#_x0000_t136" alt="{DRAFT_WORD}" '
        f'style="{style}" o:allowincell="f" {fill}><v:fill opacity=".09"/>{word}</v:shape></w:pict></w:r>'
    )


# the shape type "plain text" of every word processor since 1997
_WORD_ART = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
    '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>'
    '<v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>'
    '<v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>'
    '<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>'
    '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
)
