"""The agency's own Markdown as blocks, with references to figures in our own small grammar.

`{{ besaran/KODE[/TAHUN][/periode][/dokumen] | format }}` prints a figure. No template engine runs on user text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from akuntabel.calculation.rujukan import RUJUKAN, resolve
from akuntabel.doctree.nodes import Block, Break, Inline, Inlines, Link, ListBlock, ListKind, Paragraph, Text
from akuntabel.errors import BesaranError
from akuntabel.reports.bahan import Bahan, merge

_MARKDOWN = MarkdownIt("commonmark", {"html": False})
_TITIP = "\ue000{}\ue001"  # a stand-in for a reference while Markdown is parsed; cleaned text never holds it
_TITIPAN = re.compile("\ue000(\\d+)\ue001")


def reference(bahan: Bahan, body: str, where: str) -> Inline:
    """The figure of one reference. Raises BesaranError, naming the place, for an unknown figure or format."""
    try:
        asked = resolve(bahan.paket, bahan.figures, bahan.tahun, body)
    except BesaranError as error:
        raise BesaranError(f"{where}: {error}. 'akuntabel periksa' menyebut semua rujukan yang salah.") from None
    return bahan.ref(asked.besaran, asked.format)


def inline_text(bahan: Bahan, text: str, where: str) -> Inlines:
    """One line of user text (no Markdown blocks) with its references."""
    blocks = markdown(bahan, text, where)
    lines = [b.inlines for b in blocks if isinstance(b, Paragraph)]
    joined: list[Inline] = []
    for line in lines:
        joined.extend((Break(), *line) if joined else line)
    return tuple(joined)


def verbatim(bahan: Bahan, text: str, where: str) -> Inlines:
    """A text as it stands, with its references: no Markdown, since what was seen somewhere may look like it."""
    parts = RUJUKAN.split(text)
    made = (reference(bahan, p, where) if n % 2 else Text(p) for n, p in enumerate(parts) if p)
    return merge(tuple(made))


def markdown(bahan: Bahan, text: str, where: str) -> tuple[Block, ...]:
    """Paragraphs and lists of a Markdown text: headings bold, quotations plain, raw HTML as text."""
    references: list[Inline] = []

    def hold(match: re.Match[str]) -> str:
        references.append(reference(bahan, match.group(1), where))
        return _TITIP.format(len(references) - 1)

    held = RUJUKAN.sub(hold, text)
    tokens = _MARKDOWN.parse(held)
    blocks, _ = _blocks(tokens, 0, tuple(references))
    return blocks


def passage(bahan: Bahan, kode: str) -> tuple[Block, ...]:
    """The narrative of a named place; empty when the package has none."""
    text = next((n.teks for n in bahan.paket.narasi if n.kode == kode), None)
    return markdown(bahan, text, f"narasi {kode}") if text else ()


@dataclass(frozen=True, slots=True)
class _Look:
    bold: bool = False
    italic: bool = False


def _blocks(tokens: list[Token], start: int, references: tuple[Inline, ...]) -> tuple[tuple[Block, ...], int]:
    """Blocks from `start` to the closing token of the enclosing container."""
    made: list[Block] = []
    i = start
    while i < len(tokens):
        token = tokens[i]
        if token.type in ("list_item_close", "bullet_list_close", "ordered_list_close"):
            return tuple(made), i
        if token.type in ("bullet_list_open", "ordered_list_open"):
            block, i = _list(tokens, i, references)
            made.append(block)
        elif token.type == "inline":
            heading = tokens[i - 1].type == "heading_open"
            made.append(Paragraph(_inlines(token, references, _Look(bold=heading))))
        elif token.type in ("code_block", "fence"):
            made.append(Paragraph((Text(token.content.rstrip("\n")),)))
        i += 1
    return tuple(made), i


def _list(tokens: list[Token], start: int, references: tuple[Inline, ...]) -> tuple[ListBlock, int]:
    ordered = tokens[start].type == "ordered_list_open"
    items: list[tuple[Block, ...]] = []
    i = start + 1
    while tokens[i].type == "list_item_open":
        blocks, i = _blocks(tokens, i + 1, references)
        items.append(blocks)
        i += 1
    first = int(tokens[start].attrs.get("start", 1)) if ordered else 1
    return ListBlock(ListKind.ANGKA if ordered else ListKind.BUTIR, tuple(items), first), i


def _inlines(token: Token, references: tuple[Inline, ...], look: _Look) -> Inlines:
    made: list[Inline] = []
    bold, italic, link = look.bold, look.italic, ""
    for child in token.children or []:
        if child.type in ("strong_open", "strong_close"):
            bold = child.type == "strong_open" or look.bold
        elif child.type in ("em_open", "em_close"):
            italic = child.type == "em_open"
        elif child.type == "link_open":
            link = str(child.attrs.get("href", ""))
        elif child.type == "link_close":
            link = ""
        elif child.type == "softbreak":
            made.append(Text(" ", bold, italic))
        elif child.type == "hardbreak":
            made.append(Break())
        elif link and child.content:
            made.append(Link(link, child.content))
        elif child.content:
            made.extend(_with_references(child.content, references, _Look(bold, italic)))
    return merge(tuple(made))


def _with_references(text: str, references: tuple[Inline, ...], look: _Look) -> list[Inline]:
    made: list[Inline] = []
    for n, part in enumerate(_TITIPAN.split(text)):
        if n % 2:
            made.append(references[int(part)])
        elif part:
            made.append(Text(part, look.bold, look.italic))
    return made
