"""Inlines to HTML."""

from __future__ import annotations

from urllib.parse import urlsplit

from akuntabel.doctree.nodes import Break, CrossRef, FigureRef, Inline, Inlines, Link, Text
from akuntabel.writers.html.builder import Html, join, tag, text
from akuntabel.writers.html.context import Context, anchor, fragment, origin_anchor

_SCHEMES = {"http", "https", "mailto"}


def inlines(run: Inlines, ctx: Context) -> Html:
    """A run of inlines."""
    return join(_inline(one, ctx) for one in run)


def figure_link(figure_id: str, *content: str, ctx: Context) -> Html:
    """Content that opens the origin of a figure; without an origin there is nothing to open."""
    origin = ctx.origins.get(figure_id)
    if origin is None:
        return tag("span", *content, class_="angka-tanpa-asal", data_figure=figure_id)
    kind = "angka sementara" if origin.sementara else "angka"
    return tag("a", *content, class_=kind, href=fragment(origin_anchor(figure_id)), data_figure=figure_id)


def _inline(one: Inline, ctx: Context) -> Html:
    match one:
        case Text():
            return _styled(text(one.value), one.bold, one.italic)
        case FigureRef():
            return figure_link(one.figure_id, _styled(text(one.text), one.bold, one.italic), ctx=ctx)
        case CrossRef():
            target = anchor(one.label)
            return tag("a", one.text, href=fragment(target)) if target in ctx.anchors else text(one.text)
        case Link():
            return _link(one)
        case Break():
            return tag("br")


def _styled(content: Html, bold: bool, italic: bool) -> Html:
    content = tag("em", content) if italic else content
    return tag("strong", content) if bold else content


def _link(link: Link) -> Html:
    """A link to the outside; a scheme that could run something is printed as text only."""
    try:
        scheme = urlsplit(link.url).scheme.lower()
    except ValueError:
        scheme = ""
    return tag("a", link.text, href=link.url, rel="noopener noreferrer") if scheme in _SCHEMES else text(link.text)
