"""One paragraph: its pieces put together, with the list mark that Word prints before them."""

from __future__ import annotations

import re
from typing import NamedTuple

from akuntabel.readers.docx.gaya import Gaya, heading_level
from akuntabel.readers.docx.isi import Isi
from akuntabel.readers.docx.konteks import Konteks
from akuntabel.readers.docx.nama import P_PR, Element
from akuntabel.readers.docx.potongan import read_inline
from akuntabel.readers.docx.sifat import SifatAlinea, paragraph_properties

_PAGE = re.compile(r"\s*[\divxlcdm\-]*\s*", re.IGNORECASE)
_LISTS = ("toc ", "table of figures")
_DOTS = " ..... "


class Tergabung(NamedTuple):
    """A paragraph that was read: its pieces, its style, and what it says itself."""

    isi: Isi
    gaya: Gaya
    sifat: SifatAlinea


def read_paragraph(paragraph: Element, konteks: Konteks, isi: Isi | None = None) -> Tergabung:
    """Read a paragraph, behind the pieces of one that it continues."""
    properties = paragraph_properties(paragraph.find(P_PR))
    style = konteks.gaya.paragraph(properties.gaya)
    konteks.gaya_alinea = style
    isi = Isi() if isi is None else isi
    read_inline(paragraph, isi, konteks)
    konteks.ruas.end_paragraph()
    return Tergabung(isi, style, properties)


class Tanda(NamedTuple):
    """A list mark with the gap behind it, and the level of the list (from 0)."""

    teks: str = ""
    tingkat: int = 0


NO_MARK = Tanda()


def list_mark(one: Tergabung, konteks: Konteks) -> Tanda:
    """Count a paragraph in its list. A wholly hidden paragraph does not count."""
    number, level = one.sifat.nomor, one.sifat.tingkat
    ident = one.gaya.nomor if number is None else number
    if not ident or ident == "0" or (not one.isi.ada and _is_hidden(one)):
        return NO_MARK
    if level is None:
        level = 0 if number is not None else konteks.daftar.level_of(ident, one.gaya)
    mark = konteks.daftar.mark(ident, level)
    return Tanda(konteks.bersih.line(mark) + mark[len(mark.rstrip()) :] if mark else "", level)


def _is_hidden(one: Tergabung) -> bool:
    return one.gaya.sembunyi if one.sifat.sembunyi is None else one.sifat.sembunyi


def line(one: Tergabung, konteks: Konteks, mark: Tanda, style: str) -> str:
    """The paragraph as one line."""
    raw = "".join(one.isi.potong)
    if "\t" in raw:
        raw = _with_leader(raw, one, style)
    return (mark.teks + konteks.bersih.line(raw)).strip()


def lines(one: Tergabung, konteks: Konteks) -> str:
    """The paragraph with its line breaks, as a cell shows it."""
    mark = list_mark(one, konteks)
    return (mark.teks + konteks.bersih.lines("".join(one.isi.potong))).strip()


def _with_leader(raw: str, one: Tergabung, style: str) -> str:
    """The dots between a title and its page, so that "Tahun 2025" without a page is not page 2025."""
    before, _, after = raw.rpartition("\t")
    dotted = style.startswith(_LISTS) or one.sifat.bertitik
    return f"{before}{_DOTS}{after}" if dotted and before.strip() and _PAGE.fullmatch(after) else raw


def level(one: Tergabung) -> int | None:
    """The heading level: the paragraph's own outline level, else that of its style."""
    own = one.sifat.garis_besar
    return (None if own is None else heading_level(own)) or one.gaya.level
