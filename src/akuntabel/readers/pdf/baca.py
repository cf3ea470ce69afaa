"""PDF with text -> read document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from akuntabel.doctree.naskah import Alinea, BlokNaskah, FormatNaskah, LetakBlok, Naskah, Tempat
from akuntabel.doctree.penomoran_baris import number_lines
from akuntabel.doctree.transforms.sambung_tabel import join_tables
from akuntabel.grid.batas import BAKU, Batas
from akuntabel.grid.berkas import read_bytes
from akuntabel.readers.pdf.alinea import Kumpulan, Ukuran, gather, measure, text_of_group
from akuntabel.readers.pdf.bentuk import Baris, Halaman
from akuntabel.readers.pdf.buka import open_pdf
from akuntabel.readers.pdf.catatan import is_broken, is_picture, notes
from akuntabel.readers.pdf.halaman import read_page
from akuntabel.readers.pdf.kepala_kaki import running_lines
from akuntabel.readers.pdf.tanda_butir import contents_line
from akuntabel.readers.pdf.tata_letak import Bagian, parts_of


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
    blocks = number_lines(join_tables(_blocks([_Terurai.of(p) for p in pages if not is_broken(p)])))
    return Naskah(berkas, FormatNaskah.PDF, blocks, count, pictures, notes(pages, lost))


@dataclass(slots=True)
class _Terurai:
    """A page taken apart."""

    nomor: int
    lebar: float
    tinggi: float
    bagian: list[Bagian]
    miring: list[str]

    @classmethod
    def of(cls, page: Halaman) -> _Terurai:
        """The parts of a page."""
        return cls(page.nomor, page.lebar, page.tinggi, parts_of(page), page.miring)

    @property
    def bebas(self) -> list[Baris]:
        """Lines outside tables and boxes."""
        return [line for part in self.bagian if not part.berbingkai for line in part.baris]


def _blocks(pages: list[_Terurai]) -> Iterator[BlokNaskah]:
    running = running_lines([(p.tinggi, p.bebas) for p in pages])
    usual = measure(part.baris for p in pages for part in p.bagian)
    rights = _right_edges(pages, running)
    for page in pages:
        yield from _running(page, running, LetakBlok.KEPALA_HALAMAN)
        yield from _body(page, running, usual, rights[page.nomor])
        yield from _running(page, running, LetakBlok.KAKI_HALAMAN)


def _right_edges(pages: list[_Terurai], running: dict[int, LetakBlok]) -> dict[int, float]:
    """Where full lines end on each page: its longest line, or what is usual for pages of this width."""
    own = {p.nomor: max((b.kanan for b in p.bebas if id(b) not in running), default=0.0) for p in pages}
    usual: dict[int, Counter[int]] = {}
    for p in pages:
        usual.setdefault(round(p.lebar), Counter())[round(own[p.nomor])] += 1
    return {p.nomor: max(own[p.nomor], usual[round(p.lebar)].most_common(1)[0][0]) for p in pages}


def _running(page: _Terurai, running: dict[int, LetakBlok], letak: LetakBlok) -> Iterator[Alinea]:
    place = Tempat(0, page.nomor)
    return (Alinea(b.teks, place, letak=letak) for b in page.bebas if running.get(id(b)) is letak)


def _body(page: _Terurai, running: dict[int, LetakBlok], usual: Ukuran, right: float) -> Iterator[BlokNaskah]:
    place = Tempat(0, page.nomor)
    for part in page.bagian:
        if part.tabel is not None:
            yield part.tabel
            continue
        lines = [b for b in part.baris if id(b) not in running]
        edge = part.kotak.kanan - 4 if part.berbingkai else right
        letak = LetakBlok.KOTAK if part.berbingkai else LetakBlok.BADAN
        yield from (_paragraph(g, place, letak) for g in gather(lines, edge, usual, page.nomor))


def _paragraph(group: Kumpulan, place: Tempat, letak: LetakBlok) -> Alinea:
    text = text_of_group(group)
    contents = contents_line(text)
    if contents is not None:
        text = "\t".join(part for part in contents if part)
    return Alinea(text, place, tebal=all(b.tebal for b in group.baris), letak=letak)
