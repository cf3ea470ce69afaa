"""What stands at the start of a line: list markers, numbers of headings, captions; and lines of a table of contents."""

from __future__ import annotations

import re

_BULLET = re.compile(r"[•◦▪▫■□●○➢➤►▶✓✔❖◆◇‣⁃∙·\uf000-\uf0ff](?=\s|\w|$)|[-–—*o](?=\s)")
_COUNT = re.compile(
    r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxlIVXL]{1,6})[.)](?=\s|$)|\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)(?=\s|$)"
    r"|\d{1,2}(?:\.\d{1,2}){1,4}\.?(?=\s|$)|[A-Z]\.\d{1,2}(?:\.\d{1,2})*\.?(?=\s|$)"
)
_CAPTION = re.compile(
    r"(?:tabel|gambar|grafik|diagram|bagan|foto|peta|lampiran)\s+(?:\d|[IVXLC]+\b|[A-Z]?\.?\d)", re.IGNORECASE
)
_CHAPTER = re.compile(r"(?:bab|bagian|lampiran)\s+(?:[IVXLC]+|\d+|[A-Z])\b[.:]?", re.IGNORECASE)
_SOURCE = re.compile(r"sumber\s+data\b|(?:sumber|keterangan|catatan)\s*(?:data)?\s*:", re.IGNORECASE)
_LEADERS = re.compile(
    r"^(.*?\S)\s*(?:[.…·_]\s?){2,}\s*(?:\|\s*)?([ivxlcIVXLC]+|[A-Z]?-?\d{1,4}(?:-\d{1,4})?)(?:\s*\|)?$"
)
_LEADERS_ALONE = re.compile(r"^(.*?[^\s:,(.…·_])\s*\.(?:\s?[.·]){9,}$")
_PAGE_AT_END = re.compile(r"^(.*\S)\s+([ivxlc]+|\d{1,4})$")


def marker(text: str) -> str:
    """The list marker or number that a line begins with, else ''."""
    found = _BULLET.match(text) or _COUNT.match(text)
    return found[0] if found else ""


def is_caption(text: str) -> bool:
    """'Tabel 3.1 ...', 'Gambar 2 ...'."""
    return _CAPTION.match(text) is not None


def is_chapter(text: str) -> bool:
    """'BAB I', 'LAMPIRAN 2'."""
    return _CHAPTER.match(text) is not None


def is_source(text: str) -> bool:
    """'Sumber: ...', 'Keterangan: ...'."""
    return _SOURCE.match(text) is not None


def contents_line(text: str) -> tuple[str, str] | None:
    """Title and page of a line with dot leaders ('' where the page is missing), else None.

    Dots behind a colon or comma are a blank to fill in.
    """
    if ".." not in text and "…" not in text and ". ." not in text and "··" not in text and "__" not in text:
        return None
    found = _LEADERS.match(text) or _LEADERS_ALONE.match(text)
    return (found[1].rstrip(" .…·_"), found[2] if found.re is _LEADERS else "") if found else None


def page_at_end(text: str) -> tuple[str, str] | None:
    """Title and page of a line that the file calls one of a table of contents, its leaders being decoration."""
    found = _PAGE_AT_END.match(text)
    return (found[1].rstrip(" .…"), found[2]) if found else None


def ends_with_page(text: str) -> bool:
    """Whether a line ends with one dot, or none, before a number that may be a page."""
    return _PAGE_AT_END.match(text) is not None
