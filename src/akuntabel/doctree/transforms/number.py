"""Number headings, tables and pictures, and write every reference and list of contents that follows from it.

Chapters are BAB I, II; below them 1.1, 1.1.1, a.; below a heading without number (front matter) and in appendices
A., 1., a. Tables and pictures count per chapter: Tabel 3.2; in appendices Tabel L1.1; elsewhere Tabel 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from akuntabel.doctree.nodes import (
    Block,
    CrossRef,
    Document,
    Heading,
    Inline,
    Picture,
    Raster,
    Table,
    Toc,
    TocEntry,
    TocKind,
)
from akuntabel.doctree.transforms.check import check
from akuntabel.doctree.walk import map_blocks, map_inlines, plain_text

TOC_LEVELS = 3
WORDS = {TocKind.TABEL: "Tabel", TocKind.GAMBAR: "Gambar"}


def number(document: Document) -> Document:
    """The document with all numbers, reference texts and lists of contents filled in.

    Captioned tables and pictures without a label get one, so that lists can point at them. Numbering again
    changes nothing. Raises ValueError when the structure is at fault (see `check`).
    """
    counting = _Counting()
    numbered = map_blocks(check(document), counting.block)
    referred = map_inlines(numbered, counting.inline)
    return check(map_blocks(referred, counting.toc))


def roman(value: int) -> str:
    """A whole number from 1 on in Roman numerals."""
    steps = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")]
    steps += [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    text = ""
    for step, sign in steps:
        text, value = text + sign * (value // step), value % step
    return text


def letters(value: int) -> str:
    """A whole number from 1 on as a, b, ... z, aa, ab, ..."""
    text = ""
    while value:
        value, rest = divmod(value - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


@dataclass
class _Counting:
    """The counters, what they gave to each label, and the entries of the lists; lives for one call of `number`."""

    chapters: int = 0
    appendices: int = 0
    prefix: str = ""  # of table numbers: "3." in Bab III, "L1." in Lampiran 1, "" elsewhere
    in_chapter: bool = False
    levels: dict[int, int] = field(default_factory=dict)
    captions: dict[tuple[str, str], int] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    entries: dict[TocKind, list[TocEntry]] = field(default_factory=lambda: {kind: [] for kind in TocKind})

    def block(self, block: Block) -> Block:
        match block:
            case Heading():
                return self._heading(block)
            case Table(caption=caption) if caption:
                text, label = self._caption(TocKind.TABEL, block)
                return replace(block, number=text, label=label)
            case Picture(caption=caption) | Raster(caption=caption) if caption:
                text, label = self._caption(TocKind.GAMBAR, block)
                return replace(block, number=text, label=label)
            case _:
                return block

    def inline(self, inline: Inline) -> Inline:
        return replace(inline, text=self.texts[inline.label]) if isinstance(inline, CrossRef) else inline

    def toc(self, block: Block) -> Block:
        return replace(block, entries=tuple(self.entries[block.kind])) if isinstance(block, Toc) else block

    def _heading(self, heading: Heading) -> Heading:
        title = plain_text(heading.inlines)
        label, reference = self._top(heading) if heading.level == 1 else self._below(heading)
        self.texts[heading.label] = reference or title
        if heading.in_toc and heading.level <= TOC_LEVELS:
            self.entries[TocKind.ISI].append(TocEntry(heading.level, label or "", title, heading.label))
        return replace(heading, number=label)

    def _top(self, heading: Heading) -> tuple[str | None, str]:
        self.levels = {}
        self.in_chapter = heading.numbered and not heading.appendix
        if heading.appendix:
            self.appendices += 1
            self.prefix = f"L{self.appendices}."
            return f"LAMPIRAN {self.appendices}", f"Lampiran {self.appendices}"
        if heading.numbered:
            self.chapters += 1
            self.prefix = f"{self.chapters}."
            return f"BAB {roman(self.chapters)}", f"Bab {roman(self.chapters)}"
        self.prefix = ""
        return None, ""

    def _below(self, heading: Heading) -> tuple[str | None, str]:
        self.levels = {level: count for level, count in self.levels.items() if level <= heading.level}
        if not heading.numbered:
            return None, ""
        self.levels[heading.level] = self.levels.get(heading.level, 0) + 1
        if not self.in_chapter:
            return self._plain(heading.level), ""
        path = ".".join(str(self.levels[level]) for level in range(2, min(heading.level, 3) + 1))
        if heading.level < 4:
            return f"{self.prefix}{path}", f"subbab {self.prefix}{path}"
        letter = letters(self.levels[4])
        return f"{letter}.", f"subbab {self.prefix}{path} huruf {letter}"

    def _plain(self, level: int) -> str:
        count = self.levels[level]
        return {2: f"{letters(count).upper()}.", 3: f"{count}."}.get(level, f"{letters(count)}.")

    def _caption(self, kind: TocKind, block: Table | Picture | Raster) -> tuple[str, str]:
        key = (WORDS[kind], self.prefix)
        self.captions[key] = self.captions.get(key, 0) + 1
        text = f"{WORDS[kind]} {self.prefix}{self.captions[key]}"
        label = block.label or text.lower().replace(" ", "-")
        self.texts[label] = text
        self.entries[kind].append(TocEntry(1, text, plain_text(block.caption), label))
        return text, label
