"""The map from hidden bookmarks to figures, and the way back: what an edited report says of each figure now."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from akuntabel.errors import BerkasError
from akuntabel.writers.docx.oxml import DECLARATION, NAMESPACES, el, join, text

MAP_NAMESPACE = "urn:akuntabel:peta-angka:1"
ITEM_ID = "{5A6B1D2E-7C3F-4E8A-9B10-2F4D6A8C0E11}"
PREFIX = "_akt_"
_CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_W = f"{{{NAMESPACES['w']}}}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DOCUMENT, _CORE = "word/document.xml", "docProps/core.xml"
_ITEM = re.compile(r"customXml/item\d+\.xml")


@dataclass(frozen=True, slots=True)
class Printed:
    """One printing of a figure."""

    bookmark: str
    figure_id: str
    text: str


class FigureText(NamedTuple):
    """A figure as it was printed and as the file says now; `now` is None when its bookmark is gone."""

    figure_id: str
    printed: str
    now: str | None


def figure_bookmark(figure_id: str, occurrence: int) -> str:
    """The name of the bookmark around the n-th (from 0) printing of a figure: stable while the order stays."""
    return PREFIX + hashlib.sha256(f"{figure_id}\x1f{occurrence}".encode()).hexdigest()[:20]


def map_part(figures: Iterable[Printed]) -> bytes:
    """customXml/item1.xml: bookmark, figure id and printed text of every figure, in reading order."""
    rows = (el("angka", {"penanda": one.bookmark, "besaran": one.figure_id}, text(one.text)) for one in figures)
    return (DECLARATION + el("petaAngka", {"xmlns": MAP_NAMESPACE}, join(rows))).encode()


def map_properties() -> bytes:
    """customXml/itemProps1.xml."""
    schema = el("ds:schemaRef", {"ds:uri": MAP_NAMESPACE})
    attributes = {"xmlns:ds": _CUSTOM_XML, "ds:itemID": ITEM_ID}
    return (DECLARATION + el("ds:datastoreItem", attributes, el("ds:schemaRefs", None, schema))).encode()


@contextmanager
def _opened(docx: bytes) -> Iterator[zipfile.ZipFile]:
    """The archive of a docx; whatever is wrong with it while it is read is a BerkasError."""
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            yield archive
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as problem:
        raise BerkasError("berkas docx", "isinya tidak dapat dibaca", "simpan kembali sebagai .docx") from problem


def read_figures(docx: bytes) -> list[FigureText]:
    """Every figure that Akuntabel printed into a docx, in reading order, with the text that stands there now.

    A docx without the map (not ours, or saved by a program that drops it) gives an empty list. Raises BerkasError
    when the bytes are no docx.
    """
    with _opened(docx) as archive:
        rows = _read_map(archive)
        now = _bookmark_texts(archive.read(_DOCUMENT)) if rows else {}
    return [FigureText(row.figure_id, row.text, now.get(row.bookmark)) for row in rows]


def mask_figures(docx: bytes) -> bytes:
    """The docx with the text of every figure replaced by {{its id}}: what is left is the wording. For reading only.

    Raises BerkasError when the bytes are no docx.
    """
    buffer = io.BytesIO()
    with _opened(docx) as source, zipfile.ZipFile(buffer, "w") as target:
        names = {row.bookmark: row.figure_id for row in _read_map(source)}
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, _masked(data, names) if name == _DOCUMENT else data)
    return buffer.getvalue()


def _masked(part: bytes, names: dict[str, str]) -> bytes:
    root = _parsed(part)
    waiting: dict[str, str] = {}  # bookmark id -> what still has to be printed in it
    for node in root.iter(f"{_W}bookmarkStart", f"{_W}bookmarkEnd", f"{_W}t"):
        ident = node.get(f"{_W}id", "")
        if node.tag == f"{_W}bookmarkStart" and node.get(f"{_W}name") in names:
            waiting[ident] = f"{{{{{names[node.get(f'{_W}name', '')]}}}}}"
        elif node.tag == f"{_W}bookmarkEnd":
            waiting.pop(ident, None)
        elif node.tag == f"{_W}t" and waiting:
            node.text = "".join(waiting.values())
            waiting = dict.fromkeys(waiting, "")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def document_title(docx: bytes) -> str:
    """The title in the properties of a docx; empty where it has none. Raises BerkasError when the bytes are no docx."""
    with _opened(docx) as archive:
        known = _CORE in archive.namelist()
        return (_parsed(archive.read(_CORE)).findtext(f"{_DC}title") or "") if known else ""


def has_map(docx: bytes) -> bool:
    """Whether Akuntabel wrote this docx, also when no figure is printed in it. Raises BerkasError for no docx."""
    with _opened(docx) as archive:
        return _map_root(archive) is not None


def _read_map(archive: zipfile.ZipFile) -> list[Printed]:
    rows = _map_root(archive)
    return [Printed(r.get("penanda", ""), r.get("besaran", ""), r.text or "") for r in (() if rows is None else rows)]


def _map_root(archive: zipfile.ZipFile) -> etree._Element | None:
    for name in sorted(filter(_ITEM.fullmatch, archive.namelist())):
        root = _parsed(archive.read(name))
        if root.tag == f"{{{MAP_NAMESPACE}}}petaAngka":
            return root
    return None


def _parsed(part: bytes) -> etree._Element:
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))


def _bookmark_texts(part: bytes) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    inside: dict[str, str] = {}  # bookmark id -> its name
    for node in _parsed(part).iter(f"{_W}bookmarkStart", f"{_W}bookmarkEnd", f"{_W}t", f"{_W}tab", f"{_W}br"):
        if node.tag == f"{_W}bookmarkStart":
            name = node.get(f"{_W}name", "")
            if name.startswith(PREFIX):
                inside[node.get(f"{_W}id", "")] = name
                found[name] = []
        elif node.tag == f"{_W}bookmarkEnd":
            inside.pop(node.get(f"{_W}id", ""), None)
        else:
            for name in inside.values():
                found[name].append(_text_of(node))
    return {name: "".join(parts) for name, parts in found.items()}


def _text_of(node: etree._Element) -> str:
    return node.text or "" if node.tag == f"{_W}t" else " "
