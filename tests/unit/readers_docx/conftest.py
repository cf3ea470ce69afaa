"""Tiny Word files, built from the lines and XML strings of the case tables."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

import pytest

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "asing": "urn:program-lain",
}
_SPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in SPACES.items())
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_LINE = re.compile(r"p(?: (?P<num>[\d.]+))?(?: #(?P<style>\S+))?: ?(?P<text>.*)")

Build = Callable[..., bytes]


def part(tag: str, content: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{tag} {_SPACES}>{content}</w:{tag}>'.encode()


def body(lines: str) -> str:
    """XML as it is, and lines such as `p: teks`, `p 1.0: butir` (list 1, level 0), `p #Judul1: judul`."""
    return "".join(_paragraph(line) for line in lines.strip("\n").split("\n"))


def _paragraph(line: str) -> str:
    match = _LINE.fullmatch(line)
    if match is None:
        return line
    style = f'<w:pStyle w:val="{match["style"]}"/>' if match["style"] else ""
    number = ""
    if match["num"]:
        ident, level = match["num"].split(".")
        number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{ident}"/></w:numPr>'
    text = f'<w:r><w:t xml:space="preserve">{escape(match["text"])}</w:t></w:r>' if match["text"] else ""
    return f"<w:p><w:pPr>{style}{number}</w:pPr>{text}</w:p>"


def numbering(lines: str) -> str:
    """`abstrak 0: 1 decimal %1. | 1 lowerLetter %2)`, `num 1: 0`, `num 2: 0 mulai 0=5`; other lines are XML."""
    abstract, nums, others = [], [], []
    for line in filter(None, lines.strip().split("\n")):
        kind, _, rest = line.partition(": ")
        if kind.startswith("abstrak "):
            levels = "".join(_level(n, text) for n, text in enumerate(rest.split(" | ")))
            abstract.append(f'<w:abstractNum w:abstractNumId="{kind[8:]}">{levels}</w:abstractNum>')
        elif kind.startswith("num "):
            nums.append(_num(kind[4:], rest))
        else:
            others.append(line)
    return "".join(others + abstract + nums)


def _level(number: int, text: str) -> str:
    start, form, pattern, *more = text.split(" ")
    extra = "".join(f'<w:{name} w:val="{value}"/>' for name, _, value in (one.partition("=") for one in more))
    head = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
    return f'<w:lvl w:ilvl="{number}">{head}{extra}<w:lvlText w:val="{pattern.replace("_", " ")}"/></w:lvl>'


def _num(ident: str, text: str) -> str:
    abstract, *starts = text.split(" ")
    overrides = "".join(_start(*one.split("=")) for one in starts if "=" in one)
    return f'<w:num w:numId="{ident}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


def _start(level: str, start: str) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def styles(lines: str) -> str:
    """`Judul1 heading 1 < Normal | <w:pPr>...`: id, name, basis, properties; other lines are XML."""
    return "".join(_style(line) for line in lines.strip().split("\n"))


def _style(line: str) -> str:
    if line.startswith("<"):
        return line
    head, _, properties = line.partition(" | ")
    name, _, based = head.partition(" < ")
    ident, _, shown = name.partition(" ")
    basis = f'<w:basedOn w:val="{based}"/>' if based else ""
    default = ' w:default="1"' if ident == "Normal" else ""
    named = f'w:styleId="{ident}"{default}><w:name w:val="{shown}"/>'
    return f'<w:style w:type="paragraph" {named}{basis}{properties}</w:style>'


def _content_types(names: Mapping[str, bytes]) -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    stems = {name: name.removeprefix("word/").removesuffix(".xml").rstrip("0123456789") for name in names}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}.{stem}{".main" * (stem == "document")}+xml"/>'
        for name, stem in stems.items()
        if name.startswith("word/") and name.endswith(".xml")
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    parts = {"[Content_Types].xml": _content_types(parts), **parts}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def relations(rows: Mapping[str, tuple[str, str]]) -> bytes:
    lines = (
        f'<Relationship Id="{ident}" Type="{_TYPES}/{kind}" Target="{target}"/>'
        for ident, (kind, target) in rows.items()
    )
    return f'<Relationships xmlns="{_RELATIONS}">{"".join(lines)}</Relationships>'.encode()


def parts_of(case: Mapping[str, Any]) -> dict[str, bytes]:
    """The parts of a case: badan, gaya, daftar, and by name of the part: catatan kaki, akhir, header1 ..., halaman."""
    parts = {
        "_rels/.rels": relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": part("document", f"<w:body>{body(case['badan'])}</w:body>"),
    }
    related: dict[str, tuple[str, str]] = {}
    builders = {"gaya": ("styles", styles), "daftar": ("numbering", numbering)}
    for key, (kind, builder) in builders.items():
        if key in case:
            parts[f"word/{kind}.xml"] = part(kind, builder(case[key]))
            related[f"rId-{kind}"] = (kind, f"{kind}.xml")
    for kind in ("footnotes", "endnotes"):
        if kind in case:
            parts[f"word/{kind}.xml"] = part(kind, case[kind])
            related[f"rId-{kind}"] = (kind, f"{kind}.xml")
    for ident, lines in case.get("tepi", {}).items():
        kind = ident.rstrip("0123456789")
        parts[f"word/{ident}.xml"] = part({"header": "hdr", "footer": "ftr"}[kind], body(lines))
        related[ident] = (kind, f"{ident}.xml")
    if "bagan" in case:
        parts["word/diagrams/data1.xml"] = case["bagan"].encode()
        related["bagan"] = ("diagramData", "diagrams/data1.xml")
    if "halaman" in case:
        rows = {"rId1": ("officeDocument", "word/document.xml"), "rId2": ("extended-properties", "docProps/app.xml")}
        parts["_rels/.rels"] = relations(rows)
        parts["docProps/app.xml"] = f"<Properties><Pages>{case['halaman']}</Pages></Properties>".encode()
    parts["word/_rels/document.xml.rels"] = relations(related)
    return parts


@pytest.fixture(scope="session")
def build() -> Build:
    """Bytes of a docx from `badan`, `gaya`, `daftar`, `footnotes`, `endnotes`, `tepi`, `halaman`."""
    return lambda **case: zipped(parts_of(case))
