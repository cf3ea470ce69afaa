"""The same document in other forms: strict, UTF-16, other prefixes, other names of parts, with macros."""

from __future__ import annotations

import io
import re
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from akuntabel.doctree.dump_naskah import dump_naskah
from akuntabel.readers.docx import parse_docx

HERE = Path(__file__).parent / "kasus"
STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "http://purl.oclc.org/ooxml/officeDocument/math",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
    "http://schemas.openxmlformats.org/drawingml/2006/": "http://purl.oclc.org/ooxml/drawingml/",
}


def strict(name: str, data: bytes) -> tuple[str, bytes]:
    for old, new in STRICT.items():
        data = data.replace(old.encode(), new.encode())
    return name, data


def utf16(name: str, data: bytes) -> tuple[str, bytes]:
    if not name.startswith("word/") or b"encoding" not in data[:60]:
        return name, data
    return name, data.decode().replace("UTF-8", "UTF-16", 1).encode("utf-16")


def prefixes(name: str, data: bytes) -> tuple[str, bytes]:
    if not name.startswith("word/"):
        return name, data
    return name, re.sub(rb"(?<=[</ ])w(?=:)|(?<=xmlns:)w(?==)", b"ns0", data)


def moved(name: str, data: bytes) -> tuple[str, bytes]:
    """As some programs name the parts: the document elsewhere, targets from the root."""
    data = data.replace(b'Target="word/document.xml"', b'Target="/teks/isi2.xml"')
    name = name.replace("word/_rels/document.xml.rels", "teks/_rels/isi2.xml.rels")
    return name.replace("word/document.xml", "teks/isi2.xml").replace("word/", "teks/"), data


def macros(name: str, data: bytes) -> tuple[str, bytes]:
    return name, data.replace(b"wordprocessingml.document.main+xml", b"ms-word.document.macroEnabled.main+xml")


def unpacked(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("change", [strict, utf16, prefixes, moved, macros])
@pytest.mark.parametrize("path", sorted(HERE.glob("*.toml")), ids=lambda path: path.stem)
def test_form(path: Path, change: Callable[[str, bytes], tuple[str, bytes]], build: Any) -> None:
    for name, case in tomllib.loads(path.read_text("utf-8")).items():
        plain = build(**case)
        parts = unpacked(plain)
        other = dict(change(part, data) for part, data in parts.items())
        assert other != parts
        assert dump_naskah(parse_docx(packed(other), "a.docx")) == dump_naskah(parse_docx(plain, "a.docx")), name
