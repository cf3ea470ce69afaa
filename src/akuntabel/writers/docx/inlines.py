"""Inlines to runs: text, figures in their bookmarks, references as fields, links."""

from __future__ import annotations

from urllib.parse import quote

from akuntabel.doctree.nodes import Break, CrossRef, FigureRef, Inline, Inlines, Link, Text
from akuntabel.writers.docx.fields import field
from akuntabel.writers.docx.oxml import EMPTY, Xml, el, join, text
from akuntabel.writers.docx.state import State, label_bookmark

_BOLD, _ITALIC = Xml("<w:b/>"), Xml("<w:i/>")
_UNDERLINED = Xml('<w:u w:val="single"/>')
_LINK_STYLE = Xml('<w:rStyle w:val="Hyperlink"/>')
LINE_BREAK = Xml("<w:r><w:br/></w:r>")
TAB = Xml("<w:r><w:tab/></w:r>")


def run(value: str, bold: bool = False, italic: bool = False, underlined: bool = False, style: Xml = EMPTY) -> Xml:
    """Text as a run; a newline becomes a line break, a tab a tab."""
    form = style + (_BOLD if bold else "") + (_ITALIC if italic else "") + (_UNDERLINED if underlined else "")
    properties = f"<w:rPr>{form}</w:rPr>" if form else ""
    return Xml(f"<w:r>{properties}{_content(value)}</w:r>")


def _content(value: str) -> str:
    if value.isprintable():
        return f'<w:t xml:space="preserve">{text(value)}</w:t>'
    lines = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "<w:br/>".join(map(_tabbed, lines))


def _tabbed(line: str) -> str:
    return "<w:tab/>".join(f'<w:t xml:space="preserve">{text(one)}</w:t>' for one in line.split("\t"))


def runs(inlines: Inlines, state: State, bold: bool = False) -> Xml:
    """All inlines of a paragraph; `bold` makes the whole of it bold."""
    return join(_inline(inline, state, bold) for inline in inlines)


def _inline(inline: Inline, state: State, bold: bool) -> Xml:
    match inline:
        case Text():
            return run(inline.value, inline.bold or bold, inline.italic)
        case FigureRef():
            content = run(inline.text, inline.bold or bold, inline.italic)
            return state.bookmark(state.figure_name(inline.figure_id, inline.text), content)
        case CrossRef():
            return _reference(inline, state, bold)
        case Link():
            return _link(inline, state)
        case Break():
            return LINE_BREAK


def _reference(reference: CrossRef, state: State, bold: bool) -> Xml:
    """A REF field where the bookmark holds just the printed text, else a link: updating must not change words."""
    content = run(reference.text, bold)
    if reference.label not in state.targets:
        return content
    name = label_bookmark(reference.label)
    if state.targets[reference.label] == reference.text:
        return field(f"REF {name} \\h", content)
    return el("w:hyperlink", {"w:anchor": name, "w:history": "1"}, content)


def _link(link: Link, state: State) -> Xml:
    url = quote(link.url, safe=":/?#[]@!$&'()*+,;=%~-._")
    ident = state.relationships.add("hyperlink", url, external=True)
    return el("w:hyperlink", {"r:id": ident, "w:history": "1"}, run(link.text, style=_LINK_STYLE))
