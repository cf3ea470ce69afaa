"""The page around the blocks: head with its security policy, landmarks, contents, dialog."""

from __future__ import annotations

import re

from akuntabel.doctree.nodes import Document, Heading, Orientation, PageSetup, Section
from akuntabel.doctree.walk import plain_text, walk_blocks
from akuntabel.writers.html.blocks import Blocks
from akuntabel.writers.html.builder import Html, join, tag, text
from akuntabel.writers.html.context import anchor, context, fragment
from akuntabel.writers.html.kerangka import frame, resource
from akuntabel.writers.html.origins import dialog, origins

_CONTENTS_LEVELS = 3
_DRAFT = "DRAF"
_FAMILY = re.compile(r"[A-Za-z0-9 -]+")
_FALLBACK = {"Tinos": '"Times New Roman", "Liberation Serif", serif', "Arimo": 'Arial, "Liberation Sans", sans-serif'}


def page(document: Document) -> str:
    """The whole page as text."""
    ctx = context(document)
    blocks = Blocks(ctx)
    main = join(_section(section, blocks) for section in document.sections)
    body = tag(
        "div",
        _contents(document, bool(ctx.origins)),
        tag("main", main, origins(ctx), id="akt-isi", tabindex=-1),
        class_="rangka",
    )
    return frame(
        document.title,
        _style(document.page),
        resource("script.js"),
        tag("a", "Lewati ke isi", href="#akt-isi", class_="lewati"),
        _draft(document) if document.draft else Html(""),
        _banner(document),
        body,
        tag("footer", tag("p", document.footer or document.title)),
        dialog() if ctx.origins else Html(""),
        meta=_meta(document),
        language=document.language,
    )


def _meta(document: Document) -> Html:
    named = (("author", document.author), ("description", document.subject))
    lines = (tag("meta", name=name, content=value) for name, value in named if value)
    return join((*lines, tag("meta", name="dcterms.created", content=document.dated.isoformat())))


def _style(setup: PageSetup) -> str:
    """Our style sheet, with the agency's paper and font in front and the column widths behind."""
    family = setup.font if _FAMILY.fullmatch(setup.font) else "Arimo"
    margins = " ".join(f"{mm:g}mm" for mm in (setup.top_mm, setup.right_mm, setup.bottom_mm, setup.left_mm))
    size, turned = f"{setup.width_mm:g}mm {setup.height_mm:g}mm", f"{setup.height_mm:g}mm {setup.width_mm:g}mm"
    paper = (
        f"@page{{size:{size};margin:{margins}}}\n@page lebar{{size:{turned};margin:{margins}}}\n"
        f':root{{--huruf:"{family}",{_FALLBACK.get(family, _FALLBACK["Arimo"])};--cetak:{setup.font_size_pt:g}pt;'
        f"--jarak:{setup.line_spacing:g}}}\n"
    )
    widths = "".join(f".w{n}{{width:{n}%}}" for n in range(1, 101))
    return paper + resource("dasar.css") + resource("style.css") + widths + "\n"


def _draft(document: Document) -> Html:
    """The banner that stays on the screen; on paper its first word lies across every page."""
    why = tag("span", f": dokumen ini {document.draft_reason} dan belum final.")
    return tag("aside", tag("p", _DRAFT, why), class_="draf", aria_label="Status dokumen")


def _banner(document: Document) -> Html:
    kicker = tag("p", document.header, class_="kop-halaman") if document.header else Html("")
    return tag("header", kicker, tag("h1", document.title))


def _section(section: Section, blocks: Blocks) -> Html:
    turned = section.orientation is Orientation.LEBAR
    return tag("div", blocks.render(section.blocks), class_="bagian lebar" if turned else "bagian")


def _contents(document: Document, with_origins: bool) -> Html:
    headings = [b for b in walk_blocks(document) if isinstance(b, Heading) and b.in_toc]
    entries = [_contents_entry(h) for h in headings if h.level <= _CONTENTS_LEVELS]
    if with_origins:
        entries.append(tag("li", tag("a", "Asal angka", href="#akt-asal-angka"), class_="t1"))
    listing = tag("details", tag("summary", "Isi dokumen"), tag("ol", *entries), open=True, id="akt-daftar")
    return tag("nav", listing, class_="samping", aria_label="Isi dokumen") if entries else Html("")


def _contents_entry(node: Heading) -> Html:
    number = tag("span", node.number, class_="no") if node.number else Html("")
    label = text(f"{' ' if node.number else ''}{plain_text(node.inlines)}")
    return tag("li", tag("a", number, label, href=fragment(anchor(node.label))), class_=f"t{node.level}")
