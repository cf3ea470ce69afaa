"""Punctuation by one rule: how a sentence closes, and how the items of a list do.

Items that begin with a capital are sentences: each closes with a full stop. Other items, and names, are parts of one
sentence: ';' behind each, '; dan' before the last, a full stop at the end of the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from akuntabel.bahasa.tanggal import format_tanggal
from akuntabel.doctree.nodes import Block, Inlines, ListBlock, ListKind, Paragraph, Text
from akuntabel.doctree.walk import plain_text

TITIK = "."
SELESAI = tuple(".!?:")
LEMAH = ";, "


def tutup(inlines: Inlines, sign: str = TITIK) -> Inlines:
    """A line closed by a sign. A sentence that closes itself stays as it is; a weaker sign gives way."""
    if not inlines:
        return inlines
    *front, last = inlines
    if not isinstance(last, Text):
        return (*inlines, Text(sign)) if sign else inlines
    body = last.value.rstrip(LEMAH if sign == TITIK else LEMAH + TITIK)
    closed = body.endswith(sign) or (sign == TITIK and body.endswith(SELESAI))
    return (*front, replace(last, value=body if closed else body + sign))


def sisip(inlines: Inlines, tail: str) -> Inlines:
    """A line with a remark in brackets before its full stop; unchanged without a remark."""
    return tutup((*tutup(inlines, ""), Text(f" ({tail})"))) if tail else inlines


def siapa_kapan(owner: str | None, due: date | None) -> str:
    """Who and when, as a remark; empty when the data say neither."""
    parts = (f"penanggung jawab: {owner}" if owner else "", f"tenggat: {format_tanggal(due)}" if due else "")
    return "; ".join(p for p in parts if p)


def butir(kind: ListKind, items: Iterable[Inlines], *, names: bool = False) -> ListBlock:
    """A list of lines, punctuated. `names` are parts of a sentence though they begin with a capital."""
    return berbutir(ListBlock(kind, tuple((Paragraph(i),) for i in items)), names=names)


def berbutir(block: ListBlock, *, names: bool = False) -> ListBlock:
    """The list with its items punctuated, and those of the lists inside it."""
    sentences = not names and all(_is_sentence(item) for item in block.items)
    return _punctuate(block, TITIK, sentences=sentences)


def _is_sentence(item: Sequence[Block]) -> bool:
    first = plain_text(item[0].inlines).lstrip() if item and isinstance(item[0], Paragraph) else ""
    return first[:1].isupper()


def _punctuate(block: ListBlock, end: str, *, sentences: bool) -> ListBlock:
    last = len(block.items) - 1
    made = []
    for n, item in enumerate(block.items):
        sign = end if n == last else TITIK if sentences else "; dan" if n == last - 1 else ";"
        made.append(_item(item, sign, sentences=sentences))
    return replace(block, items=tuple(made))


def _item(item: tuple[Block, ...], sign: str, *, sentences: bool) -> tuple[Block, ...]:
    """A line closed by its sign; a line above a list by a colon, and the list's last line by the sign."""
    head, *below = item
    if not isinstance(head, Paragraph):
        return item
    lists = [b for b in below if isinstance(b, ListBlock)]
    own = replace(head, inlines=tutup(head.inlines, ":" if lists else sign))
    return (own, *(_punctuate(b, sign, sentences=sentences) if isinstance(b, ListBlock) else b for b in below))
