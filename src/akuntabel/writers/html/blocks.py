"""Blocks to HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from akuntabel.doctree.nodes import (
    Block,
    Box,
    BoxKind,
    Formula,
    Gaya,
    Heading,
    Letterhead,
    ListBlock,
    ListKind,
    PageBreak,
    Paragraph,
    Picture,
    Raster,
    Signature,
    SignatureBlock,
    Table,
    Toc,
    TocEntry,
    TocKind,
)
from akuntabel.doctree.walk import plain_text
from akuntabel.writers.html.builder import Html, join, tag
from akuntabel.writers.html.context import Context, anchor, fragment
from akuntabel.writers.html.inline import inlines
from akuntabel.writers.html.pictures import formula, image, picture, raster
from akuntabel.writers.html.tables import table

_LISTS = {ListKind.BUTIR: "ul", ListKind.ANGKA: "ol", ListKind.HURUF: "ol", ListKind.KURUNG: "ol"}
_BOXES = {BoxKind.KURANG: "Data yang belum ada", BoxKind.CATATAN: "Yang perlu dikonfirmasi", BoxKind.INFO: "Keterangan"}
_TOCS = {TocKind.ISI: "Daftar isi", TocKind.TABEL: "Daftar tabel", TocKind.GAMBAR: "Daftar gambar"}


class Blocks:
    """Turns blocks into HTML; counts tables and pictures so that their inner ids are unique in the page."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._serials: Iterator[int] = count(1)

    def render(self, blocks: Iterable[Block]) -> Html:
        """Blocks one after the other."""
        return join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Html:  # noqa: PLR0911 (one line per kind of block)
        match block:
            case Heading():
                return heading(block, self._ctx)
            case Paragraph():
                return tag(
                    "p", inlines(block.inlines, self._ctx), class_=None if block.style is Gaya.ISI else block.style
                )
            case ListBlock():
                return self._list(block)
            case Table():
                return table(block, self._ctx, next(self._serials))
            case Picture():
                return picture(block, self._ctx, next(self._serials))
            case Raster():
                return raster(block, self._ctx)
            case Formula():
                return formula(block)
            case SignatureBlock():
                return self._signatures(block)
            case Letterhead():
                return _letterhead(block)
            case Box():
                return tag(
                    "div",
                    self.render(block.blocks),
                    class_=f"kotak {block.kind}",
                    role="note",
                    aria_label=_BOXES[block.kind],
                )
            case PageBreak():
                return tag("div", class_="ganti-halaman")
            case Toc():
                return _toc(block)

    def _list(self, block: ListBlock) -> Html:
        items = (tag("li", self.render(item)) for item in block.items)
        start = block.start if block.start != 1 else None
        return tag(_LISTS[block.kind], join(items), class_=f"l-{block.kind}", start=start)

    def _signatures(self, block: SignatureBlock) -> Html:
        halves = (self._signature(one) for one in (block.left, block.right))
        return tag("div", *halves, class_="tanda-tangan")

    def _signature(self, one: Signature | None) -> Html:
        if one is None:
            return tag("div", class_="kosong")
        above = (tag("p", inlines(line, self._ctx)) for line in one.above)
        below = (tag("p", line) for line in one.below)
        return tag("div", *above, tag("p", one.name, class_="nama"), *below)


def heading(node: Heading, ctx: Context) -> Html:
    """A heading one level below the page's own title, with a link to itself."""
    number = tag("span", node.number, class_="no") if node.number else Html("")
    title = " ".join(filter(None, (node.number, plain_text(node.inlines))))
    link = tag("a", "#", class_="jangkar", href=fragment(anchor(node.label)), aria_label=f"Tautan ke {title}")
    parts = (number, Html(" ") if node.number else Html(""), inlines(node.inlines, ctx), Html(" "), link)
    return tag(f"h{node.level + 1}", *parts, id=anchor(node.label))


def _letterhead(node: Letterhead) -> Html:
    logo = image(node.logo) if node.logo else Html("")
    lines = (tag("p", line) for line in node.lines)
    address = (tag("p", line, class_="alamat") for line in node.address)
    return tag("div", logo, tag("div", *lines, *address), class_="kop")


def _toc(node: Toc) -> Html:
    return tag("nav", tag("ol", *map(_entry, node.entries)), class_="daftar", aria_label=_TOCS[node.kind])


def _entry(entry: TocEntry) -> Html:
    number = tag("span", entry.number, class_="no") if entry.number else Html("")
    link = tag("a", number, Html(" ") if entry.number else Html(""), entry.text, href=fragment(anchor(entry.label)))
    return tag("li", link, class_=f"t{entry.level}")
