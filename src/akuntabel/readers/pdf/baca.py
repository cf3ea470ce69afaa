"""PDF with text -> read document."""

from __future__ import annotations

from pathlib import Path

from akuntabel.doctree.naskah import FormatNaskah, Naskah, TabelNaskah
from akuntabel.doctree.penomoran_baris import number_lines
from akuntabel.doctree.transforms.sambung_tabel import join_tables
from akuntabel.grid.batas import BAKU, Batas
from akuntabel.grid.berkas import read_bytes
from akuntabel.readers.pdf.buka import open_pdf
from akuntabel.readers.pdf.catatan import is_broken, is_picture, notes
from akuntabel.readers.pdf.halaman import read_page
from akuntabel.readers.pdf.lukisan import without_furniture
from akuntabel.readers.pdf.susun import compose, take_apart


def read_pdf(path: Path, berkas: str | None = None, batas: Batas = BAKU) -> Naskah:
    """Read a PDF with text. Raises BerkasError for what cannot be opened or is beyond the limits."""
    name = berkas or path.name
    return parse_pdf(read_bytes(path, name, batas), name, batas)


def parse_pdf(data: bytes, berkas: str, batas: Batas = BAKU) -> Naskah:
    """The read document of the bytes of a PDF. A page without text is named in `halaman_gambar`, never left out."""
    document = open_pdf(data, berkas)
    try:
        count = len(document)
        read = [read_page(document, n) for n in range(count)]
    finally:
        document.close()
    pages = [page for page in read if page is not None]
    lost = [n for n, page in enumerate(read, 1) if page is None]
    pictures = tuple(sorted([p.nomor for p in pages if is_picture(p)] + lost))
    without_furniture(pages)
    blocks = compose([take_apart(p) for p in pages if not is_broken(p)])
    numbered = number_lines(join_tables(blocks))
    guessed = [row.tempat.halaman for t in numbered if isinstance(t, TabelNaskah) and t.is_guessed for row in t.baris]
    return Naskah(berkas, FormatNaskah.PDF, numbered, count, pictures, notes(pages, lost, guessed))
