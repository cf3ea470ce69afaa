"""Word document -> read document: the body, endnotes, then headers and footers, numbered line by line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from akuntabel.doctree.naskah import Alinea, BlokNaskah, FormatNaskah, LetakBlok, Naskah, TabelNaskah
from akuntabel.doctree.penomoran_baris import number_lines
from akuntabel.doctree.transforms.sambung_tabel import join_tables
from akuntabel.grid.arsip import TOO_DEEP, WORD, Arsip, open_archive
from akuntabel.grid.batas import BAKU, Batas, check_shape
from akuntabel.grid.berkas import read_bytes
from akuntabel.readers.docx.bagian import Bagian, margin, margins_in_use, notes, read_parts
from akuntabel.readers.docx.cerita import read_story
from akuntabel.readers.docx.daftar import read_numbering
from akuntabel.readers.docx.gaya import read_styles
from akuntabel.readers.docx.konteks import Konteks
from akuntabel.readers.docx.nama import NUMBER, TR, Element, P, W

_PAGE = f"{W}lastRenderedPageBreak"
_PAGES_FOR_ONE_MISSING = 40  # one page in so many may begin where Word found no text to mark


def read_docx(path: Path, berkas: str | None = None, batas: Batas = BAKU) -> Naskah:
    """Read a Word document (.docx, .docm). Raises BerkasError when it is none, or is beyond the limits."""
    name = berkas or path.name
    return parse_docx(read_bytes(path, name, batas), name, batas)


def parse_docx(data: bytes, berkas: str, batas: Batas = BAKU) -> Naskah:
    """The read document of the bytes of a Word document."""
    archive = open_archive(data, berkas, WORD, batas)
    try:
        return _naskah(archive, read_parts(archive, batas), batas)
    except RecursionError as error:
        raise archive.broken(TOO_DEEP) from error


def element_lines(data: bytes, berkas: str, batas: Batas = BAKU) -> dict[int, int]:
    """For each line of the text its paragraph or row: its number (from 0) among all w:p and w:tr of the body.

    Lines of headers, footers and notes have none. Raises BerkasError as `parse_docx` does.
    """
    archive = open_archive(data, berkas, WORD, batas)
    parts = read_parts(archive, batas)
    for number, element in enumerate(parts.badan.iter(P, TR)):
        element.set(NUMBER, str(number))
    try:
        blocks = _naskah(archive, parts, batas).blok
    except RecursionError as error:
        raise archive.broken(TOO_DEEP) from error
    places = chain.from_iterable(
        (row.tempat for row in block.baris) if isinstance(block, TabelNaskah) else (block.tempat,) for block in blocks
    )
    return {place.baris: place.unsur for place in places if place.unsur is not None}


def _naskah(archive: Arsip, parts: Bagian, batas: Batas) -> Naskah:
    context = _context(archive, parts, batas)
    pages = context.halaman and parts.halaman
    runs = read_story(parts.badan, context, LetakBlok.BADAN, counts="badan")
    context.halaman = None
    blocks = list(chain.from_iterable(join_tables(run) for run in runs))
    blocks += chain(_endnotes(context), _margins(archive, parts, context))
    check_shape(archive.where, len(blocks), 0, 0, batas)
    return Naskah(
        archive.where, FormatNaskah.DOCX, number_lines(blocks), halaman=pages, catatan=tuple(_remarks(context))
    )


def _context(archive: Arsip, parts: Bagian, batas: Batas) -> Konteks:
    styles = read_styles(parts.gaya)
    return Konteks(
        archive.where,
        batas,
        styles,
        read_numbering(parts.daftar, styles),
        notes(parts.catatan_kaki, "footnote"),
        notes(parts.catatan_akhir, "endnote"),
        parts.bagan,
        1 if _knows_pages(parts.badan, parts.halaman) else None,
    )


def _knows_pages(body: Element, pages: int | None) -> bool:
    """The marks of pages are used only where they agree with the number of pages that was saved beside them."""
    if pages is None:
        return False
    breaks = sum(1 for _ in body.iter(_PAGE))
    missing = pages - (breaks + 1)
    return breaks > 0 and 0 <= missing <= pages // _PAGES_FOR_ONE_MISSING


def _endnotes(context: Konteks) -> Iterator[BlokNaskah]:
    for note in context.akhir:
        if note.unsur is not None:
            story = read_story(note.unsur, context, LetakBlok.CATATAN_KAKI, counts="catatan akhir", mark=note.teks)
            yield from chain(*story)


def _margins(archive: Arsip, parts: Bagian, context: Konteks) -> Iterator[BlokNaskah]:
    """Headers and footers, each distinct text once."""
    seen: set[tuple[LetakBlok, str]] = set()
    for ident in margins_in_use(parts.badan):
        letak, path = parts.tepi.get(ident, (None, ""))
        root = margin(archive, path) if letak is not None else None
        if letak is None or root is None:
            continue
        for block in chain(*read_story(root, context, letak, counts="tepi")):
            if isinstance(block, Alinea) and (letak, block.teks) not in seen:
                seen.add((letak, block.teks))
                yield block


def _remarks(context: Konteks) -> Iterator[str]:
    if context.tersembunyi:
        yield f"teks tersembunyi ({context.tersembunyi} karakter) tidak dibaca"
    if context.sisipan:
        yield f"{context.sisipan} berkas yang disisipkan ke dalam dokumen tidak dibaca"
    if context.bersih.diganti:
        yield f"{context.bersih.diganti} karakter yang tidak dapat dicetak diganti atau dibuang"
