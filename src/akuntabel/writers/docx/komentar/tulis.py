"""Put comments into the parts of a Word document: the ranges in its body, their texts in a part of their own."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from akuntabel.grid.arsip import WORD, Arsip, open_archive, relations
from akuntabel.grid.batas import BAKU, Batas
from akuntabel.writers.docx.komentar.tempat import Places
from akuntabel.writers.docx.oxml import legal

AUTHOR, INITIALS = "Akuntabel (program)", "AK"
_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PACKAGE_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_PACKAGE_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
# The namespace of the text -> the beginning of the types of its relations: the transitional and the strict form.
_OFFICE = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "http://purl.oclc.org/ooxml/officeDocument/relationships",
}


@dataclass(frozen=True, slots=True)
class Komentar:
    """A comment: the number of its paragraph or row (None: the beginning of the text), words of its cell, lines."""

    unsur: int | None
    kata: str | None
    baris: tuple[str, ...]


def add_comments(docx: bytes, comments: Sequence[Komentar], where: str, batas: Batas = BAKU) -> bytes:
    """The document with comments; `unsur` counts all w:p and w:tr of the body from 0, as the reader does.

    Every part but the body, the comments, their relation and their content type keeps its bytes. Raises BerkasError
    for what is no Word document within the limits.
    """
    archive = open_archive(docx, where, WORD, batas)
    main = next((path for kind, path in relations(archive, "").values() if kind == "officeDocument"), "")
    body = _parsed(archive, main)
    space = etree.QName(body).namespace or ""
    if space not in _OFFICE:
        raise archive.other(f"bukan {WORD.nama}")
    name, changed = _comment_part(archive, main, _OFFICE[space])
    held = _parsed(archive, name) if name in archive.names else _root("comments", space, "w")
    places = Places(body, f"{{{space}}}")
    for number, comment in enumerate(comments, _first_free(held, space)):
        places.enclose(comment.unsur, comment.kata, str(number))
        held.append(_comment(comment, number, space))
    return _zipped(archive, changed | {main: _serial(body), name: _serial(held)})


def _parsed(archive: Arsip, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(archive.read(name), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise archive.broken() from error


def _root(name: str, space: str, prefix: str = "") -> etree._Element:
    """An empty root whose namespace has a prefix, or is the default."""
    declared = f'xmlns:{prefix}="{space}"' if prefix else f'xmlns="{space}"'
    return etree.fromstring(f"<{prefix}{':' if prefix else ''}{name} {declared}/>")


def _serial(root: etree._Element) -> bytes:
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def _first_free(held: etree._Element, space: str) -> int:
    known = [one.get(f"{{{space}}}id", "") for one in held]
    return max((int(ident) for ident in known if ident.isdigit()), default=-1) + 1


def _comment(comment: Komentar, number: int, space: str) -> etree._Element:
    w = f"{{{space}}}"
    node = etree.Element(f"{w}comment", {f"{w}id": str(number), f"{w}author": AUTHOR, f"{w}initials": INITIALS})
    for line in comment.baris:
        run = etree.SubElement(etree.SubElement(node, f"{w}p"), f"{w}r")
        text = etree.SubElement(run, f"{w}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
        text.text = legal(line)
    return node


def _comment_part(archive: Arsip, main: str, office: str) -> tuple[str, dict[str, bytes]]:
    """The name of the part of comments, and the parts that must name it where the document had none."""
    known = next((path for kind, path in relations(archive, main).values() if kind == "comments"), None)
    if known is not None:
        return known, {}
    folder, base = posixpath.split(main)
    name = _unused(archive, folder)
    rels = posixpath.join(folder, "_rels", f"{base}.rels")
    return name, {rels: _related(archive, rels, posixpath.basename(name), office), _TYPES: _typed(archive, name)}


def _unused(archive: Arsip, folder: str) -> str:
    names = (posixpath.join(folder, f"comments{n or ''}.xml") for n in range(len(archive.names) + 1))
    return next(name for name in names if name not in archive.names)


def _related(archive: Arsip, rels: str, target: str, office: str) -> bytes:
    known = rels in archive.names
    root = _parsed(archive, rels) if known else _root("Relationships", _PACKAGE_RELATIONS.strip("{}"))
    used = {one.get("Id") for one in root}
    ident = next(i for i in (f"rIdKomentar{n or ''}" for n in range(len(used) + 1)) if i not in used)
    attributes = {"Id": ident, "Type": f"{office}/comments", "Target": target}
    etree.SubElement(root, f"{_PACKAGE_RELATIONS}Relationship", attributes)
    return _serial(root)


def _typed(archive: Arsip, name: str) -> bytes:
    root = _parsed(archive, _TYPES)
    etree.SubElement(root, f"{_PACKAGE_TYPES}Override", {"PartName": f"/{name}", "ContentType": _TYPE})
    return _serial(root)


def _zipped(archive: Arsip, changed: dict[str, bytes]) -> bytes:
    """The archive with some parts changed or added; the others keep bytes, order and date."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as out:
        for info in archive.isi.infolist():
            data = changed.pop(info.filename, None)
            out.writestr(_entry(info), archive.read(info.filename) if data is None else data)
        for name, data in changed.items():
            out.writestr(_entry(zipfile.ZipInfo(name)), data)
    return buffer.getvalue()


def _entry(old: zipfile.ZipInfo) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(old.filename, old.date_time)
    info.external_attr = old.external_attr
    info.compress_type = zipfile.ZIP_DEFLATED
    return info
