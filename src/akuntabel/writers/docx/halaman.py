"""Page numbers in lists of contents: measured in the PDF that LibreOffice makes of the docx, never guessed."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from akuntabel.doctree.nodes import Block, Document, PageNumber, Section, Toc, TocEntry
from akuntabel.doctree.transforms.number import roman
from akuntabel.doctree.walk import map_blocks
from akuntabel.errors import BerkasError, PanggilanError
from akuntabel.writers.docx.document import write_docx
from akuntabel.writers.docx.state import label_bookmark, section_end

PATIENCE_SECONDS = 180
_FILTER = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
# LibreOffice writes the underscore that hides a bookmark as its code
_DESTINATION = re.compile(r"(?:_|_?5F)(Ref[0-9a-f]{16}|Bagian\d+)")
_WITHOUT = "jalankan tanpa --nomor-halaman, lalu perbarui daftar isi di Word dengan F9"


@dataclass(frozen=True, slots=True)
class Pages:
    """Where bookmarks stand in a PDF: 0-based page by name, and the number of pages."""

    by_bookmark: Mapping[str, int]
    count: int


def libreoffice_pdf(docx: bytes) -> bytes:
    """The PDF of a docx by LibreOffice, with bookmarks as named destinations.

    Raises PanggilanError where LibreOffice is missing, BerkasError where it fails or takes too long.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise PanggilanError(
            f"nomor halaman: LibreOffice (soffice) tidak ditemukan; pasang LibreOffice, atau {_WITHOUT}."
        )
    with tempfile.TemporaryDirectory(prefix="akuntabel-") as name:
        folder = Path(name)
        (folder / "dokumen.docx").write_bytes(docx)
        profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
        where = ["--outdir", str(folder), str(folder / "dokumen.docx")]
        _run([program, profile, "--headless", "--norestore", "--convert-to", _FILTER, *where])
        result = folder / "dokumen.pdf"
        if not result.exists():
            raise BerkasError("LibreOffice", "tidak menghasilkan PDF", _WITHOUT)
        return result.read_bytes()


def _run(command: Sequence[str]) -> None:
    """Run to the end; whoever takes too long is stopped together with its children."""
    quiet = subprocess.DEVNULL
    child = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        child.wait(PATIENCE_SECONDS)
    except subprocess.TimeoutExpired as problem:
        _stop(child)
        raise BerkasError("LibreOffice", f"tidak selesai dalam {PATIENCE_SECONDS} detik", _WITHOUT) from problem


def _stop(child: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        os.killpg(child.pid, signal.SIGKILL)
    else:
        child.kill()
    child.wait()


def fill_page_numbers(document: Document, convert: Callable[[bytes], bytes] = libreoffice_pdf) -> Document:
    """The document with a page in every entry of its lists, printed as the pages of that section are.

    `convert` makes a PDF of a docx (see `libreoffice_pdf`). An entry on pages without numbers gets none.
    """
    pages = read_pages(convert(write_docx(document)))
    labels = page_labels(document.sections, _section_ends(document, pages))

    def entry(one: TocEntry) -> TocEntry:
        at = pages.by_bookmark.get(label_bookmark(one.label))
        return replace(one, page=labels[at] if at is not None else None)

    def block(one: Block) -> Block:
        return replace(one, entries=tuple(map(entry, one.entries))) if isinstance(one, Toc) else one

    return map_blocks(document, block)


def _section_ends(document: Document, pages: Pages) -> list[int]:
    """The last page (from 0) of every section."""
    names = [section_end(number) for number in range(len(document.sections) - 1)]
    if any(name not in pages.by_bookmark for name in names):
        raise BerkasError("LibreOffice", "PDF-nya tidak memuat letak penanda", "pakai LibreOffice 7.4 atau lebih baru")
    return [*(pages.by_bookmark[name] for name in names), pages.count - 1]


def page_labels(sections: Sequence[Section], ends: Sequence[int]) -> list[str | None]:
    """What is printed as number on every page; `ends` holds the last page (from 0) of each section."""
    labels: list[str | None] = []
    number = 0
    for section, end in zip(sections, ends, strict=True):
        number = 0 if section.restart else number
        for _ in range(len(labels), end + 1):
            number += 1
            labels.append(_label(section.page_number, number))
    return labels


def _label(kind: PageNumber, number: int) -> str | None:
    match kind:
        case PageNumber.TANPA:
            return None
        case PageNumber.ROMAWI:
            return roman(number).lower()
        case PageNumber.ANGKA:
            return str(number)


def read_pages(pdf: bytes) -> Pages:
    """The named destinations of a PDF that stand for our bookmarks."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = [_destination(document, index) for index in range(pdfium.FPDF_CountNamedDests(document))]
        named = {f"_{match[1]}": page for name, page in found if (match := _DESTINATION.fullmatch(name))}
        return Pages(named, len(document))
    finally:
        document.close()


def _destination(document: pypdfium2.PdfDocument, index: int) -> tuple[str, int]:
    size = ctypes.c_long(0)
    pdfium.FPDF_GetNamedDest(document, index, None, size)
    buffer = ctypes.create_string_buffer(max(size.value, 0))
    place = pdfium.FPDF_GetNamedDest(document, index, buffer, size)
    name = buffer.raw.decode("utf-16-le").rstrip("\x00 ")
    return name, pdfium.FPDFDest_GetDestPageIndex(document, place)
