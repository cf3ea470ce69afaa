"""Tagged pages: the structure of the file says what is a paragraph, a heading, a table, a picture.

Each page gives its pieces; `jalur` tells which piece on the next page continues which.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from akuntabel.readers.pdf.baris import lines_in_order
from akuntabel.readers.pdf.bentuk import HIASAN, Baris, Halaman, Kata, Kotak, Simpul
from akuntabel.readers.pdf.kisi import lattices, merge_rules

_COVERED = 0.97  # share of the letters of a page that its structure must hold
_LEADER = "....."
_LEVEL = 0.3  # of the size: base lines nearer than this are one
_PARAGRAPHS = frozenset(
    {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "Caption", "TOCI", "Formula", "BlockQuote"}
)
_NOTES = frozenset({"Note", "FENote"})
_INLINE = frozenset(
    {"Span", "Link", "Reference", "Em", "Strong", "Quote", "Code", "Annot", "Form", "Sub", "Lbl", "BibEntry", "Ruby"}
)
_APART = frozenset({"Table", "Figure", "L", "TOC", *_NOTES})  # never part of the paragraph around them

Jalur = tuple[int, ...]


@dataclass(slots=True)
class AlineaBertanda:
    """A paragraph, or the part of it that stands on a page."""

    jalur: Jalur
    jenis: str
    asli: str
    baris: list[Baris]


@dataclass(slots=True)
class SelBertanda:
    """A cell with its paragraphs."""

    jenis: str
    rentang_kolom: int
    rentang_baris: int
    alinea: list[AlineaBertanda]
    kotak: Kotak | None = None


@dataclass(slots=True)
class BarisBertanda:
    """A row: its cells by their number, and the numbers of cells without content on this page."""

    jalur: Jalur
    kepala: bool
    halaman: int
    sel: dict[int, SelBertanda]
    kosong: set[int]


@dataclass(slots=True)
class TabelBertanda:
    """A table, or the rows of it that stand on a page."""

    jalur: Jalur
    baris: dict[Jalur, BarisBertanda]


@dataclass(slots=True)
class GambarBertanda:
    """A picture with the text that replaces it, or the text inside it."""

    jalur: Jalur
    alt: str
    baris: list[Baris] = field(default_factory=list)


Potong = AlineaBertanda | TabelBertanda | GambarBertanda


def adopt_leaders(page: Halaman) -> None:
    """Dots between a title and its page, which writers call decoration, are part of the line: they part the two."""
    pairs = list(itertools.pairwise(page.kata))
    beside = [p for pair in pairs for p in (pair, pair[::-1]) if _is_leader(p[0]) and _is_beside(*p)]
    for dots, other in sorted(beside, key=lambda p: p[1].kiri > p[0].kiri):  # the title first, else the page
        if dots.tanda == HIASAN and other.tanda >= 0:
            dots.tanda, dots.teks = other.tanda, _LEADER


def _is_leader(word: Kata) -> bool:
    return word.tanda == HIASAN and not word.teks.strip(".…")


def _is_beside(one: Kata, other: Kata) -> bool:
    size = one.ukuran
    return abs(one.dasar - other.dasar) < _LEVEL * size and one.kiri - other.kanan < size > other.kiri - one.kanan


def is_tagged(page: Halaman) -> bool:
    """Whether the structure of the page holds its letters, artifacts aside."""
    known = {mark for node in page.struktur for mark in node.contents()}
    letters = [(len(w.teks), w.tanda in known) for w in page.kata if w.tanda != HIASAN]
    return bool(known) and sum(n for n, inside in letters if inside) >= _COVERED * sum(n for n, _ in letters)


def rest_of(page: Halaman) -> list[Kata]:
    """The words of a tagged page that its structure does not hold."""
    known = {mark for node in page.struktur for mark in node.contents()}
    return [w for w in page.kata if w.tanda not in known]


def pieces(page: Halaman) -> list[Potong]:
    """The pieces of a tagged page in the order of its structure, captions where they stand."""
    words: dict[int, list[Kata]] = defaultdict(list)
    for word in page.kata:
        words[word.tanda].append(word)
    ruled = any(node.jenis == "Table" for top in page.struktur for node in top.walk())
    boxes = [c.kotak for k in lattices(merge_rules(page.garis)) for c in k.sel] if ruled else []
    reader = _Pembaca(words, page.nomor, boxes)
    return _with_captions_above([piece for node in page.struktur for piece in reader.blocks(node)])


def _with_captions_above(found: list[Potong]) -> list[Potong]:
    """A caption that stands above its table but behind it in the structure comes before it, as a reader sees it."""
    for n in range(len(found) - 1):
        table, caption = found[n], found[n + 1]
        if isinstance(table, TabelBertanda) and isinstance(caption, AlineaBertanda) and caption.jenis == "Caption":
            cells = (cell for row in table.baris.values() for cell in row.sel.values())
            lines = [line.dasar for cell in cells for paragraph in cell.alinea for line in paragraph.baris]
            if lines and caption.baris[-1].dasar < min(lines):
                found[n], found[n + 1] = caption, table
    return found


class _Pembaca:
    def __init__(self, words: dict[int, list[Kata]], page: int, boxes: list[Kotak]) -> None:
        self._words, self._page, self._boxes = words, page, boxes

    def _box(self, word: Kata) -> Kotak | None:
        """The ruled cell around a word."""
        around = [b for b in self._boxes if b.holds(*word.pusat)]
        return min(around, key=lambda b: b.lebar * b.tinggi, default=None)

    def blocks(self, node: Simpul) -> Iterator[Potong]:
        """The pieces that an element makes."""
        if node.jenis == "Table":
            yield from self._table(node)
        elif node.jenis == "Figure":
            yield GambarBertanda(node.jalur, node.alt, self._lines(node.contents()))
        elif node.jenis == "LI":
            yield from self._item(node)
        elif node.jenis in _PARAGRAPHS or node.jenis in _NOTES:
            yield from self._paragraph(node)
        else:
            yield from self._container(node)

    def _container(self, node: Simpul) -> Iterator[Potong]:
        run: list[Simpul | int] = []
        for child in node.anak:
            if isinstance(child, int) or _is_inline(child):
                run.append(child)
                continue
            yield from self._run(node, run)
            run = []
            yield from self.blocks(child)
        yield from self._run(node, run)

    def _run(self, node: Simpul, run: list[Simpul | int]) -> Iterator[Potong]:
        """Text directly inside a container: a paragraph without a name."""
        lines = self._lines(_marks(run))
        if lines:
            yield AlineaBertanda(_path(node, run), node.jenis, node.asli, lines)

    def _paragraph(self, node: Simpul) -> Iterator[Potong]:
        apart = list(_apart(node))
        lines = self._lines(_own(node))
        if lines:
            yield AlineaBertanda(node.jalur, node.jenis, node.asli, lines)
        for inner in apart:
            yield from self.blocks(inner)

    def _item(self, node: Simpul) -> Iterator[Potong]:
        """A list item: its label goes before its first paragraph."""
        label: list[Baris] = []
        for child in node.anak:
            if isinstance(child, Simpul) and child.jenis == "Lbl":
                label += self._lines(child.contents())
                continue
            inner = Simpul("LBody", "LBody", node.jalur, [child]) if isinstance(child, int) else child
            for piece in self.blocks(inner):
                if label and isinstance(piece, AlineaBertanda):
                    words = [w for line in (*label, *piece.baris) for w in line.kata]
                    piece.baris, label = lines_in_order(words), []
                yield piece
        if label:
            yield AlineaBertanda(node.jalur, node.jenis, node.asli, label)

    def _table(self, node: Simpul) -> Iterator[Potong]:
        rows: dict[Jalur, BarisBertanda] = {}
        inner: list[Potong] = []
        for row in _rows(node):
            cells: dict[int, SelBertanda] = {}
            for cell in row.anak:
                if isinstance(cell, Simpul):
                    found = list(self._container(cell))
                    inner += [p for p in found if isinstance(p, TabelBertanda)]
                    texts = [p for p in found if isinstance(p, AlineaBertanda)]
                    box = self._box(texts[0].baris[0].kata[0]) if texts else None
                    made = SelBertanda(cell.jenis, cell.rentang_kolom, cell.rentang_baris, texts, box)
                    cells[cell.jalur[-1]] = made
            if cells:
                head = all(c.jenis == "TH" for c in cells.values())
                rows[row.jalur] = BarisBertanda(row.jalur, head, self._page, cells, set(row.kosong))
        if rows:
            yield TabelBertanda(node.jalur, rows)
        for child in node.anak:
            if isinstance(child, Simpul) and child.jenis == "Caption":
                yield from self._paragraph(child)
        yield from inner
        for note in _foot_notes(node):
            yield from self._container(note)

    def _lines(self, marks: Iterable[int]) -> list[Baris]:
        return lines_in_order([word for mark in marks for word in self._words.get(mark, ())])


def _is_inline(node: Simpul) -> bool:
    return node.jenis in _INLINE and not any(inner.jenis in _APART for inner in node.walk())


def _marks(run: Iterable[Simpul | int]) -> Iterator[int]:
    for child in run:
        if isinstance(child, int):
            yield child
        else:
            yield from child.contents()


def _path(node: Simpul, run: list[Simpul | int]) -> Jalur:
    first = next((child for child in run if isinstance(child, Simpul)), None)
    return first.jalur if first is not None else (*node.jalur, -1)


def _own(node: Simpul) -> Iterator[int]:
    """The marked contents of a paragraph without those of tables, pictures and notes inside it."""
    for child in node.anak:
        if isinstance(child, int):
            yield child
        elif child.jenis not in _APART:
            yield from _own(child)


def _apart(node: Simpul) -> Iterator[Simpul]:
    for child in node.anak:
        if isinstance(child, Simpul):
            if child.jenis in _APART:
                yield child
            else:
                yield from _apart(child)


def _rows(node: Simpul) -> Iterator[Simpul]:
    """The rows of a table, without those of its foot that hold a note."""
    for child in node.anak:
        if isinstance(child, Simpul):
            if child.jenis == "TR":
                yield child
            elif child.jenis == "TFoot":
                yield from (row for row in _rows(child) if _note_cell(row) is None)
            elif child.jenis in ("THead", "TBody"):
                yield from _rows(child)


def _foot_notes(table: Simpul) -> Iterator[Simpul]:
    """Source and notes that stand in the foot of a table."""
    feet = (child for child in table.anak if isinstance(child, Simpul) and child.jenis == "TFoot")
    cells = (_note_cell(row) for foot in feet for row in _rows(foot))
    return (cell for cell in cells if cell is not None)


def _note_cell(row: Simpul) -> Simpul | None:
    """The only cell of a row of the foot, when it spans columns: what stands there is about the table, not in it."""
    cells = [c for c in row.anak if isinstance(c, Simpul)]
    alone = len(cells) == 1 and not row.kosong and cells[0].jenis == "TD" and cells[0].rentang_kolom > 1
    return cells[0] if alone else None
