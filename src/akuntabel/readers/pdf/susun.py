"""Pages taken apart -> the blocks of the document, put together over page ends."""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass, field

from akuntabel.bahasa.sambung_kata import Kosakata
from akuntabel.bahasa.tanda_butir import contents_line, ends_with_page, page_at_end
from akuntabel.doctree.naskah import Alinea, BlokNaskah, GambarNaskah, LetakBlok, Tempat
from akuntabel.readers.pdf.alinea import Kumpulan, Ukuran, gather, measure, runs_over_page
from akuntabel.readers.pdf.baris import lines_from
from akuntabel.readers.pdf.bentuk import HIASAN, Bagian, Baris, Halaman, Tabel
from akuntabel.readers.pdf.bertanda import (
    AlineaBertanda,
    GambarBertanda,
    Jalur,
    Potong,
    TabelBertanda,
    adopt_leaders,
    is_tagged,
    pieces,
    rest_of,
)
from akuntabel.readers.pdf.kepala_kaki import in_margin, running_lines
from akuntabel.readers.pdf.sambung_baris import join_lines
from akuntabel.readers.pdf.sambung_halaman import join_over_pages
from akuntabel.readers.pdf.tabel_bertanda import add_rows, fills_grid, table_of_tags
from akuntabel.readers.pdf.tata_letak import parts_of
from akuntabel.readers.pdf.teks_sel import finish_table

_EDGE = 2.0  # points within which line ends are one edge
_LONG = 200  # characters inside a picture that are a text box and no labels


@dataclass(slots=True)
class Uraian:
    """A page taken apart: by its structure (`potong`), or by where its words stand (`bagian`).

    `lepas` are lines outside tables, boxes and structure: among them the running ones.
    """

    nomor: int
    lebar: float
    tinggi: float
    potong: list[Potong] = field(default_factory=list)
    bagian: list[Bagian] = field(default_factory=list)
    lepas: list[Baris] = field(default_factory=list)
    hiasan: set[int] = field(default_factory=set)


Butir = Kumpulan | TabelBertanda | Tabel | GambarNaskah


def take_apart(page: Halaman) -> Uraian:
    """The parts of a page."""
    made = Uraian(page.nomor, page.lebar, page.tinggi)
    adopt_leaders(page)
    told = pieces(page) if is_tagged(page) else []
    if told and all(fills_grid(piece) for piece in told if isinstance(piece, TabelBertanda)):
        made.potong = told
        rest = rest_of(page)
        made.lepas = lines_from(rest)
        made.hiasan = {id(line) for line in made.lepas if all(w.tanda == HIASAN for w in line.kata)}
    else:
        made.bagian = parts_of(page)
        made.lepas = [line for part in made.bagian if not part.berbingkai and not part.lukisan for line in part.baris]
    return made


def compose(pages: list[Uraian]) -> list[BlokNaskah]:
    """The blocks of the document in order, without line numbers."""
    running = running_lines([(p.tinggi, p.lepas) for p in pages])
    for page in pages:
        running |= {id(b): at for b in page.lepas if id(b) in page.hiasan and (at := in_margin(b, page.tinggi))}
    join_over_pages([p.bagian for p in pages], running)
    rights = _right_edges(pages, running)
    usual = measure((part.baris, _edge(part, rights[p.nomor])) for p in pages for part in p.bagian)
    composer = _Penyusun(running, usual)
    for page in pages:
        composer.add(page, rights[page.nomor])
    items = [table_of_tags(item) if isinstance(item, TabelBertanda) else item for item in composer.butir]
    words = _vocabulary(items)
    _mark_contents(items)
    return [_finished(item, words) for item in items]


def _mark_contents(items: list[Kumpulan | Tabel | GambarNaskah]) -> None:
    """A line with room for one dot only is one of a table of contents where its page stands under those of others."""
    for one, other in itertools.chain(itertools.pairwise(items), itertools.pairwise(reversed(items))):
        if not isinstance(one, Kumpulan) or not isinstance(other, Kumpulan) or one.jenis or other.jenis:
            continue
        last, near = other.baris[-1], one.baris[-1]
        if abs(last.kanan - near.kanan) < _EDGE and contents_line(near.teks) and ends_with_page(last.teks):
            other.jenis = "TOCI"


def _vocabulary(items: list[Kumpulan | Tabel | GambarNaskah]) -> Kosakata:
    """Words that stand inside a line, or alone in their cell: none of them is the torn-off part of another."""
    texts: list[str] = []
    for item in items:
        if isinstance(item, Kumpulan):
            texts += [" ".join(k.teks for k in line.kata[1:-1]) for line in item.baris]
        elif isinstance(item, Tabel):
            for row in item.baris:
                for cell in row.sel:
                    lines = cell.baris
                    texts += [line.teks for line in lines if len(line.kata) > 1 or len(lines) == 1]
    return Kosakata(texts)


def _edge(part: Bagian, right: float) -> float:
    """Where full lines of a part end."""
    return right if part.kanan is None else part.kanan


def _right_edges(pages: list[Uraian], running: dict[int, LetakBlok]) -> dict[int, float]:
    """Where full lines end on each page: where several of its lines end, or lines of all pages of this width."""
    own = {p.nomor: [b.kanan for b in p.lepas if id(b) not in running] for p in pages}
    of_width: dict[int, list[float]] = defaultdict(list)
    for p in pages:
        of_width[round(p.lebar)] += own[p.nomor]
    usual = {width: _edge_of(ends, max(3, len(ends) // 50)) for width, ends in of_width.items()}
    return {
        p.nomor: _edge_of(own[p.nomor], max(4, len(own[p.nomor]) // 3))
        or usual[round(p.lebar)]
        or max(own[p.nomor], default=0.0)
        for p in pages
    }


def _edge_of(ends: list[float], least: int) -> float:
    """The outermost place at which at least so many lines end, with few beyond it; 0 where there is none."""
    ordered = sorted(ends, reverse=True)
    for n, end in enumerate(ordered[: len(ordered) // 3 + 1]):
        if n + least <= len(ordered) and end - ordered[n + least - 1] <= _EDGE:
            return end
    return 0.0


class _Penyusun:
    """Collects the items of the pages; the last paragraph and the tables stay open for the next page."""

    def __init__(self, running: dict[int, LetakBlok], usual: Ukuran) -> None:
        self._running, self._usual = running, usual
        self._open: dict[Jalur, Kumpulan | TabelBertanda] = {}
        self._last: Kumpulan | None = None
        self.butir: list[Butir] = []

    def add(self, page: Uraian, right: float) -> None:
        """The items of a page after those of the pages before it."""
        self._running_items(page, LetakBlok.KEPALA_HALAMAN)
        if page.potong:
            self._tagged(page, right)
        else:
            self._open = {}
            self._placed(page, right)
        self._running_items(page, LetakBlok.KAKI_HALAMAN)

    def _running_items(self, page: Uraian, letak: LetakBlok) -> None:
        for line in page.lepas:
            if self._running.get(id(line)) is letak:
                self.butir.append(Kumpulan([line], 0.0, page.nomor, letak))

    def _placed(self, page: Uraian, right: float) -> None:
        first = True
        for part in page.bagian:
            if part.tabel is not None or part.lukisan:
                self.butir.append(part.tabel or _drawing(part, page.nomor))
                self._last, first = None, False
                continue
            lines = [b for b in part.baris if id(b) not in self._running]
            letak = LetakBlok.KOTAK if part.berbingkai else LetakBlok.BADAN
            for group in gather(lines, _edge(part, right), self._usual, page.nomor, letak):
                if first and self._last is not None and runs_over_page(self._last, group):
                    self._last.baris += group.baris
                else:
                    self.butir.append(group)
                    self._last = group
                first = False

    def _tagged(self, page: Uraian, right: float) -> None:
        before, self._open, self._last = self._open, {}, None
        for piece in page.potong:
            match piece:
                case AlineaBertanda():
                    self._tagged_paragraph(piece, before, page.nomor, right)
                case TabelBertanda():
                    self._tagged_table(piece, before, page.nomor)
                case GambarBertanda():
                    self._picture(piece, page.nomor, right)
        for line in page.lepas:
            if id(line) not in self._running and id(line) not in page.hiasan:
                self.butir.append(Kumpulan([line], right, page.nomor))

    def _tagged_paragraph(
        self, piece: AlineaBertanda, before: dict[Jalur, Kumpulan | TabelBertanda], page: int, right: float
    ) -> None:
        old = before.pop(piece.jalur, None)
        if isinstance(old, Kumpulan):
            old.baris += piece.baris
            self._open[piece.jalur] = old
            return
        letak = LetakBlok.CATATAN_KAKI if piece.jenis in ("Note", "FENote") else LetakBlok.BADAN
        group = Kumpulan(piece.baris, right, page, letak, piece.jenis, piece.asli)
        self._open[piece.jalur] = group
        self.butir.append(group)

    def _tagged_table(self, piece: TabelBertanda, before: dict[Jalur, Kumpulan | TabelBertanda], page: int) -> None:
        old = before.pop(piece.jalur, None)
        if isinstance(old, TabelBertanda):
            add_rows(old, piece)
            self._open[piece.jalur] = old
            return
        self._open[piece.jalur] = piece
        self.butir.append(piece)

    def _picture(self, piece: GambarBertanda, page: int, right: float) -> None:
        inside = " ".join(line.teks for line in piece.baris)
        if len(inside) > _LONG and not piece.alt:
            for group in gather(piece.baris, right, self._usual, page, LetakBlok.KOTAK):
                self.butir.append(group)
            return
        self.butir.append(GambarNaskah(Tempat(0, page), " ".join((piece.alt or inside).split())))


def _drawing(part: Bagian, page: int) -> GambarNaskah:
    return GambarNaskah(Tempat(0, page), " ".join(" ".join(line.teks for line in part.baris).split()))


def _finished(item: Kumpulan | Tabel | GambarNaskah, words: Kosakata) -> BlokNaskah:
    match item:
        case Kumpulan():
            return _paragraph(item, words)
        case Tabel():
            return finish_table(item, words)
        case _:
            return item


def _paragraph(group: Kumpulan, words: Kosakata) -> Alinea:
    text = join_lines(group.baris, words)
    contents = contents_line(text) or (page_at_end(text) if group.jenis == "TOCI" else None)
    if contents is not None:
        text = "\t".join(part for part in contents if part)
    level = int(group.jenis[1:]) if group.jenis[:1] == "H" and group.jenis[1:].isdecimal() else None
    style = group.asli.lower() if group.asli != group.jenis or group.jenis == "Caption" else ""
    bold = all(b.tebal for b in group.baris)
    return Alinea(text, Tempat(0, group.halaman), level, tebal=bold, gaya=style, letak=group.letak)
