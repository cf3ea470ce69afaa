"""Document tree in, PDF bytes out: typeset by typst as PDF/A-2a and PDF/UA-1, with our own fonts only."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import typst

from akuntabel.charts.fonts import TEXT_FAMILIES
from akuntabel.charts.typst_fonts import typst_fonts
from akuntabel.doctree.nodes import Document, Letterhead, Picture, Raster
from akuntabel.doctree.transforms.check import check
from akuntabel.errors import BerkasError
from akuntabel.writers.pdf.images import Files, content, image_name
from akuntabel.writers.pdf.places import blocks_with_place, texts_with_place
from akuntabel.writers.pdf.serialize import serialize

STANDARDS = ["a-2a", "ua-1"]
REMEMBERED = 11
_COMPILED = count()
TEMPLATE = ("main", "config", "blocks", "contents", "figures", "inlines", "tables")
_UNSHOWN = re.compile(r"(?:the text|codepoint) `\"(.*?)\"`", re.DOTALL)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")  # Cc and Cs, but not tab, LF, CR
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def write_pdf(document: Document) -> bytes:
    """The numbered document as PDF; the same document always gives the same bytes.

    Raises BerkasError, naming the place, for a character without glyph or an image that cannot be read, and
    ValueError when the structure of the document is at fault (see `check`).
    """
    check(document)
    _require(document)
    data, files = serialize(document)
    sources = {"document.json": json.dumps(data, ensure_ascii=False).encode()}
    dated = datetime(document.dated.year, document.dated.month, document.dated.day, tzinfo=UTC)
    try:
        return _compile(_template() | sources, files, pdf_standards=STANDARDS, timestamp=int(dated.timestamp()))
    except typst.TypstError as problem:
        raise _explained(problem.message, document) from problem


def _compile(sources: dict[str, bytes], files: Files, **options: Any) -> bytes:
    if next(_COMPILED):  # before the next document, not after each: a process that writes one never pays for it
        _forget()
    with TemporaryDirectory(prefix="akuntabel-pdf-") as root:
        for source, name in files.items():  # typst takes texts from memory, but images only from files below its root
            path = Path(root, name)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content(source))
        made: bytes = typst.compile(cast(Any, sources), root=root, font_paths=typst_fonts(), **options)
    return made


def _forget() -> None:
    """Let typst drop what it remembers of a document, about 60 MB: it keeps it through ten more compilations."""
    for _ in range(REMEMBERED):
        typst.compile(b"", format="svg", font_paths=typst_fonts())


@cache
def _template() -> dict[str, bytes]:
    folder = resources.files("akuntabel.writers.pdf") / "template"
    return {f"{name}.typ": (folder / f"{name}.typ").read_bytes() for name in TEMPLATE}


# --- what can be wrong with a user's data ---


def _require(document: Document) -> None:
    if document.page.font not in TEXT_FAMILIES:
        known = " atau ".join(TEXT_FAMILIES)
        raise BerkasError("PDF, jenis huruf", f"'{document.page.font}' tidak tersedia", f"tulis {known}")
    for place, text in texts_with_place(document):
        if found := _CONTROL.search(text):
            raise _unshown(place, text, found[0])


def _explained(message: str, document: Document) -> Exception:
    unshown = _UNSHOWN.search(message)
    if unshown:
        shown = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), unshown[1])
        found = ((place, text) for place, text in texts_with_place(document) if shown in text)
        return _unshown(*next(found, ("tulisan dalam gambar", shown)), shown)
    for place, block in blocks_with_place(document):
        image = block.logo if isinstance(block, Letterhead) else block
        if isinstance(image, Picture | Raster) and not _readable(image):
            return BerkasError(f"PDF, {place}", "gambar tidak dapat dibaca", "pakai berkas PNG atau JPEG yang utuh")
    return ValueError(f"typst: {message}")


def _unshown(place: str, text: str, char: str) -> BerkasError:
    codes = " ".join(f"U+{ord(one):04X}" for one in char)
    seen = char if char.isprintable() else "tak tampak"
    at = text.index(char)
    near = "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in text[max(0, at - 20) : at + 20])
    came = f"karakter {seen} ({codes}) pada '{near.strip()}' tidak ada pada jenis huruf dokumen"
    return BerkasError(f"PDF, {place}", came, "hapus karakter itu pada data atau ganti dengan huruf biasa")


def _readable(image: Picture | Raster) -> bool:
    files: Files = {}
    source = f'#image("{image_name(image, files)}", width: 10mm, height: 10mm)'.encode()
    try:
        _compile({"main.typ": source}, files)
    except typst.TypstError:
        return False
    return True
