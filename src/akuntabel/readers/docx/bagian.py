"""The parts of a Word file: the text itself, and what it refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from akuntabel.doctree.naskah import LetakBlok
from akuntabel.grid.arsip import Arsip, iter_elements, local, parse_part, relations
from akuntabel.grid.batas import Batas, check_shape
from akuntabel.readers.docx.gambar import slide_lines
from akuntabel.readers.docx.nama import Element, R, W, whole

_MAIN = "word/document.xml"
_CELL = re.compile(rb"<(?:\w+:)?tc[ >]")
_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMESPACES = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", "{http://schemas.openxmlformats.org/officeDocument/2006/math}"),
)
_DRAWING = (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/")
_OTHERS = {"workbook": "buku kerja Excel", "presentation": "presentasi PowerPoint"}
_DIAGRAM_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}t"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_DECLARATION = re.compile(r"^\ufeff?<\?xml[^>]*\?>")


@dataclass(frozen=True, slots=True)
class Bagian:
    """The parts that are read; None and empty where the file has none.

    By relation id: `tepi` are headers and footers, `bagan` the texts of diagrams.
    """

    badan: Element
    gaya: Element | None
    daftar: Element | None
    catatan_kaki: Element | None
    catatan_akhir: Element | None
    tepi: dict[str, tuple[LetakBlok, str]]
    bagan: dict[str, tuple[str, ...]]
    halaman: int | None


def read_parts(archive: Arsip, batas: Batas) -> Bagian:
    """Find and parse the parts. Raises BerkasError when this is no Word document."""
    main = _main_part(archive)
    related = relations(archive, main)
    parts = dict(related.values())
    return Bagian(
        _body(archive, main, batas),
        _root(archive, parts.get("styles")),
        _root(archive, parts.get("numbering")),
        _root(archive, parts.get("footnotes")),
        _root(archive, parts.get("endnotes")),
        {ident: (_MARGINS[kind], path) for ident, (kind, path) in related.items() if kind in _MARGINS},
        {ident: _diagram(archive, path) for ident, (kind, path) in related.items() if kind == "diagramData"},
        _pages(archive),
    )


_MARGINS = {"header": LetakBlok.KEPALA_HALAMAN, "footer": LetakBlok.KAKI_HALAMAN}


def _main_part(archive: Arsip) -> str:
    names = archive.names
    if "mimetype" in names and b"opendocument" in archive.read("mimetype"):
        raise archive.other("berkas OpenDocument (.odt)")
    main = next((path for kind, path in relations(archive, "").values() if kind == "officeDocument"), _MAIN)
    if main not in names:
        raise archive.other(f"bukan {archive.jenis.nama}")
    return main


def _body(archive: Arsip, main: str, batas: Batas) -> Element:
    data = archive.read(main)
    check_shape(archive.where, 0, 0, len(_CELL.findall(data)), batas)
    root = parse_part(archive, transitional(data))
    body = root.find(f"{W}body")
    if root.tag != f"{W}document" or body is None:
        kind = _OTHERS.get(local(root))
        raise archive.other(f"isinya {kind}, bukan {archive.jenis.nama}" if kind else f"bukan {archive.jenis.nama}")
    return body


def _root(archive: Arsip, part: str | None) -> Element | None:
    if part is None or part not in archive.names:
        return None
    return parse_part(archive, transitional(archive.read(part)))


def _diagram(archive: Arsip, part: str) -> tuple[str, ...]:
    """The texts of a diagram (SmartArt), in the order of its data."""
    root = _root(archive, part)
    return () if root is None else tuple(line for text in root.iter(_DIAGRAM_TEXT) for line in slide_lines(text))


def margin(archive: Arsip, part: str) -> Element | None:
    """The root of a header or footer."""
    return _root(archive, part)


def transitional(data: bytes) -> bytes:
    """A part in UTF-8 with the names of the transitional form; the strict form has others for the same things."""
    if data.startswith(_UTF16):
        data = _DECLARATION.sub("", data.decode("utf-16", "replace")).encode()
    if _STRICT not in data:
        return data
    for strict, name in _NAMESPACES:
        data = data.replace(strict, name.strip("{}").encode())
    return data.replace(*_DRAWING)


def _pages(archive: Arsip) -> int | None:
    """The number of pages that the program which saved the file states."""
    part = next((path for kind, path in relations(archive, "").values() if kind == "extended-properties"), None)
    if part not in archive.names or part is None:
        return None
    found = [whole(e.text) for e in iter_elements(archive, part, "Pages")]
    return found[0] if found and found[0] > 0 else None


def notes(root: Element | None, name: str) -> dict[str, Element]:
    """Footnotes or endnotes by id, without the separators."""
    if root is None:
        return {}
    return {n.get(f"{W}id", ""): n for n in root.iterfind(f"{W}{name}") if n.get(f"{W}type", "normal") == "normal"}


def margins_in_use(body: Element) -> Iterator[str]:
    """The relation ids of headers and footers in the order in which sections name them."""
    seen: set[str] = set()
    for section in body.iter(f"{W}sectPr"):
        for reference in section:
            ident = reference.get(f"{R}id")
            if ident is not None and ident not in seen and reference.tag.endswith("Reference"):
                seen.add(ident)
                yield ident
