"""The zip around the parts: content types, relationships, properties; the same bytes for the same parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from akuntabel.doctree.nodes import Document
from akuntabel.writers.docx.oxml import DECLARATION, Xml, el, join, text

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DEFAULTS = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}
_OVERRIDES = {
    "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "word/document.xml": f"{_WORD_TYPE}.document.main+xml",
    "word/numbering.xml": f"{_WORD_TYPE}.numbering+xml",
    "word/settings.xml": f"{_WORD_TYPE}.settings+xml",
    "word/styles.xml": f"{_WORD_TYPE}.styles+xml",
}


@dataclass(slots=True)
class Relationships:
    """The relationships of one part, numbered in the order of first use."""

    known: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def add(self, kind: str, target: str, external: bool = False) -> str:
        """The id of the relationship to `target`; `kind` is the last word of its type ("image")."""
        return self.known.setdefault((kind, target, external), f"rId{len(self.known) + 1}")

    def part(self) -> bytes:
        """The .rels part."""
        return _relationship_part(
            (ident, kind if ":" in kind else f"{_OFFICE}/{kind}", target, external)
            for (kind, target, external), ident in self.known.items()
        )


def _relationship_part(rows: Iterable[tuple[str, str, str, bool]]) -> bytes:
    lines = (
        el(
            "Relationship",
            {"Id": ident, "Type": kind, "Target": target} | ({"TargetMode": "External"} if external else {}),
        )
        for ident, kind, target, external in rows
    )
    return (DECLARATION + el("Relationships", {"xmlns": _RELATIONSHIPS}, join(lines))).encode()


def root_relationships() -> bytes:
    """The relationships of the package itself."""
    rels = Relationships()
    rels.add("officeDocument", "word/document.xml")
    rels.add(f"{_RELATIONSHIPS}/metadata/core-properties", "docProps/core.xml")
    rels.add("extended-properties", "docProps/app.xml")
    return rels.part()


def core_properties(document: Document) -> bytes:
    """Title, author, subject, language and the date that the package gives."""
    moment = text(f"{document.dated.isoformat()}T00:00:00Z")
    spaces = {
        "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    children = (
        el("dc:title", None, text(document.title)),
        el("dc:subject", None, text(document.subject)),
        el("dc:creator", None, text(document.author)),
        el("cp:lastModifiedBy", None, text(document.author)),
        el("cp:revision", None, Xml("1")),
        el("dcterms:created", {"xsi:type": "dcterms:W3CDTF"}, moment),
        el("dcterms:modified", {"xsi:type": "dcterms:W3CDTF"}, moment),
        el("dc:language", None, text(document.language)),
    )
    return (DECLARATION + el("cp:coreProperties", spaces, *children)).encode()


def app_properties() -> bytes:
    """The program that wrote the file."""
    space = {"xmlns": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"}
    return (DECLARATION + el("Properties", space, el("Application", None, Xml("Akuntabel")))).encode()


def _content_types(names: Iterable[str]) -> bytes:
    defaults = (el("Default", {"Extension": ext, "ContentType": kind}) for ext, kind in _DEFAULTS.items())
    overrides = (
        el("Override", {"PartName": f"/{name}", "ContentType": kind}) for name in names if (kind := _override(name))
    )
    return (DECLARATION + el("Types", {"xmlns": _CONTENT_TYPES}, *defaults, *overrides)).encode()


def _override(name: str) -> str | None:
    for kind in ("header", "footer"):
        if name.startswith(f"word/{kind}"):
            return f"{_WORD_TYPE}.{kind}+xml"
    return _OVERRIDES.get(name)


def zip_parts(parts: Mapping[str, bytes]) -> bytes:
    """The docx: parts sorted by name behind the content types, dated alike."""
    names = sorted(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _put(archive, "[Content_Types].xml", _content_types(names))
        for name in names:
            _put(archive, name, parts[name])
    return buffer.getvalue()


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _FIXED_DATE)
    info.create_system = 3  # alike on every platform
    # pictures are compressed already
    info.compress_type = zipfile.ZIP_STORED if name.startswith("word/media/") else zipfile.ZIP_DEFLATED
    archive.writestr(info, data, compresslevel=6)
