"""XML as text, escaped once: the ground of the docx writer.

Elements are built as strings, children first; only `text` and attribute values carry outside characters, and both
are escaped here and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NewType

Xml = NewType("Xml", str)

EMPTY = Xml("")
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES: Mapping[str, str] = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
TWIPS_PER_MM = 1440 / 25.4
EMU_PER_TWIP = 635


def legal(value: str) -> str:
    """The text with every character that XML cannot hold replaced, so that the file always opens."""
    return _ILLEGAL.sub("\ufffd", value)


def text(value: str) -> Xml:
    """Escaped character data."""
    return Xml(legal(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


@lru_cache(maxsize=2048)  # a document says the same few attributes thousands of times
def _quoted(value: str) -> str:
    return text(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def el(tag: str, attributes: Mapping[str, str] | None = None, *children: Xml) -> Xml:
    """An element with its prefix, attributes in the given order, and finished children."""
    head = "".join(f' {name}="{_quoted(value)}"' for name, value in attributes.items()) if attributes else ""
    body = "".join(children)
    return Xml(f"<{tag}{head}>{body}</{tag}>" if body else f"<{tag}{head}/>")


@lru_cache(maxsize=2048)
def val(tag: str, value: str | int) -> Xml:
    """An element whose only attribute is w:val."""
    return el(tag, {"w:val": str(value)})


def join(parts: Iterable[Xml]) -> Xml:
    """Elements one after another."""
    return Xml("".join(parts))


def part(tag: str, prefixes: str, *children: Xml) -> bytes:
    """A whole XML part whose root declares the namespaces of the given prefixes ("w r m")."""
    spaces = {f"xmlns:{prefix}": NAMESPACES[prefix] for prefix in prefixes.split()}
    return (DECLARATION + el(tag, spaces, *children)).encode()


def twips(mm: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(mm * TWIPS_PER_MM)


def emu(mm: float) -> int:
    """Millimetres in English Metric Units."""
    return round(mm * 36000)


def half_points(pt: float) -> int:
    """A font size in half points."""
    return round(pt * 2)
