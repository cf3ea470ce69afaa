"""Lists of contents, tables and pictures: one field, its result written line by line with links."""

from __future__ import annotations

from akuntabel.doctree.nodes import Toc, TocEntry, TocKind
from akuntabel.writers.docx.fields import END, field, field_start
from akuntabel.writers.docx.inlines import TAB, run
from akuntabel.writers.docx.oxml import EMPTY, Xml, el, join, val
from akuntabel.writers.docx.paragraphs import paragraph
from akuntabel.writers.docx.state import label_bookmark

_CODES = {
    TocKind.ISI: r'TOC \o "1-3" \h \z \u',
    TocKind.TABEL: r'TOC \h \z \c "Tabel"',
    TocKind.GAMBAR: r'TOC \h \z \c "Gambar"',
}
_EMPTY_LISTS = {
    TocKind.ISI: "Dokumen ini tidak memuat judul.",
    TocKind.TABEL: "Dokumen ini tidak memuat tabel.",
    TocKind.GAMBAR: "Dokumen ini tidak memuat gambar.",
}
_CAPITALS = Xml("<w:caps/>")  # on the title only: page numbers stay i, ii
_WIDE = 8  # characters of a chapter's number that still fit before the tab stop


def toc(block: Toc) -> Xml:
    """The whole list. Page numbers stand where the entries know them; else only the field that finds them."""
    start = field_start(_CODES[block.kind])
    if not block.entries:
        return paragraph(Xml(start + run(_EMPTY_LISTS[block.kind]) + END), "Isi")
    last = len(block.entries) - 1
    lines = (
        _line(block.kind, entry, start if number == 0 else EMPTY, END if number == last else EMPTY)
        for number, entry in enumerate(block.entries)
    )
    return _gallery(join(lines)) if block.kind is TocKind.ISI else join(lines)


def _line(kind: TocKind, entry: TocEntry, before: Xml, after: Xml) -> Xml:
    name = label_bookmark(entry.label)
    page = field(f"PAGEREF {name} \\h", run(entry.page) if entry.page else EMPTY)
    title = run(entry.text, style=_CAPITALS if _is_chapter(kind, entry) else EMPTY)
    content = Xml(_number(kind, entry) + title + TAB + page)
    link = el("w:hyperlink", {"w:anchor": name, "w:history": "1"}, content)
    style = f"TOC{entry.level}" if kind is TocKind.ISI else "TableofFigures"
    return paragraph(Xml(before + link + after), style)


def _number(kind: TocKind, entry: TocEntry) -> Xml:
    if not entry.number:
        return EMPTY
    fits = not _is_chapter(kind, entry) or len(entry.number) <= _WIDE
    return Xml(run(entry.number) + (TAB if fits else run(" ")))


def _is_chapter(kind: TocKind, entry: TocEntry) -> bool:
    return kind is TocKind.ISI and entry.level == 1


def _gallery(lines: Xml) -> Xml:
    """Marks the list so that Word offers its button to update it."""
    part = el("w:docPartObj", None, val("w:docPartGallery", "Table of Contents"), el("w:docPartUnique"))
    return el("w:sdt", None, el("w:sdtPr", None, part), el("w:sdtContent", None, lines))
