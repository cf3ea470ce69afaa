"""The document tree: immutable nodes between reports (or readers) and writers.

A writer only translates. Whatever is printed stands here already as text: a figure's digits, a table's number,
a caption. Sizes are millimetres, column widths are relative weights.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

# --- inline ---


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text."""

    value: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class FigureRef:
    """A figure in its printed form; `figure_id` answers where it comes from."""

    figure_id: str
    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class CrossRef:
    """A reference to a labelled heading, table or picture; `text` is filled by the numbering transform."""

    label: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to the outside."""

    url: str
    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph or cell."""


Inline = Text | FigureRef | CrossRef | Link | Break
Inlines = tuple[Inline, ...]

# --- blocks ---


class Gaya(StrEnum):
    """Named paragraph styles; each writer has exactly one rendering of each."""

    ISI = "isi"  # justified body text
    RAPAT = "rapat"  # body text without space after, left
    TENGAH = "tengah"
    KANAN = "kanan"
    JUDUL_SAMPUL = "judul_sampul"
    SUBJUDUL_SAMPUL = "subjudul_sampul"
    JUDUL_DOKUMEN = "judul_dokumen"  # centred bold title of a one-page document (PK, statement)
    KUTIPAN = "kutipan"
    KECIL = "kecil"  # sources, notes, policy lines


class Align(StrEnum):
    """Horizontal alignment."""

    KIRI = "kiri"
    TENGAH = "tengah"
    KANAN = "kanan"
    RATA = "rata"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1..4. `number` ("BAB I", "1.2", "A.") is filled by the numbering transform.

    `numbered=False` keeps front matter (KATA PENGANTAR) out of the numbering; `appendix` makes it LAMPIRAN n.
    """

    level: int
    inlines: Inlines
    label: str
    numbered: bool = True
    appendix: bool = False
    in_toc: bool = True
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in a named style."""

    inlines: Inlines
    style: Gaya = Gaya.ISI
    keep_with_next: bool = False


class ListKind(StrEnum):
    """How list items are marked."""

    BUTIR = "butir"  # bullets
    ANGKA = "angka"  # 1. 2. 3.
    HURUF = "huruf"  # a. b. c.
    KURUNG = "kurung"  # (1) (2)


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; each item is a tuple of blocks (paragraphs, nested lists). `kept` last items stay with what follows."""

    kind: ListKind
    items: tuple[tuple[Block, ...], ...]
    start: int = 1
    kept: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """A column: relative width and the alignment of its body cells."""

    width: float
    align: Align = Align.KIRI


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. Cells covered by a span are left out of their rows, as in HTML."""

    inlines: Inlines
    colspan: int = 1
    rowspan: int = 1
    align: Align | None = None


class RowKind(StrEnum):
    """What a row is, which decides how it looks."""

    KEPALA = "kepala"
    NOMOR_KOLOM = "nomor_kolom"  # (1) (2) (3)
    ISI = "isi"
    KELOMPOK = "kelompok"  # a programme row above its activities
    JUMLAH = "jumlah"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.ISI


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Without a caption it is layout (identity lists) and gets no number.

    `head` rows repeat on each page. `summary` tells a screen reader what the table holds.
    `rules=False` draws no lines (identity lists). `together` keeps a small table with its notes on one page; of a
    longer one the last `tail` rows stay with each other and the notes. `keep_with_next` binds its end to what follows.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    head: tuple[Row, ...] = ()
    caption: Inlines = ()
    label: str | None = None
    number: str | None = None
    source: Inlines = ()
    notes: tuple[Inlines, ...] = ()
    summary: str = ""
    rules: bool = True
    small: bool = False
    together: bool = False
    tail: int = 0
    keep_with_next: bool = False


class Drawing(Protocol):
    """What a picture shows: an SVG that may still be in the making. Equal drawings give equal bytes."""

    def svg(self) -> str:
        """The whole SVG; waits for it where need be."""
        ...


@dataclass(frozen=True, slots=True)
class Svg:
    """A drawing that is there already."""

    text: str

    def svg(self) -> str:
        """The text itself."""
        return self.text


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart or diagram, with the text that replaces it and the figures it is drawn from."""

    drawing: Drawing
    alt: str
    width_mm: float
    height_mm: float
    caption: Inlines = ()
    label: str | None = None
    number: str | None = None
    source: Inlines = ()
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Raster:
    """A photograph or logo (PNG or JPEG bytes) supplied by the agency."""

    data: bytes
    media_type: str
    alt: str
    width_mm: float
    height_mm: float
    caption: Inlines = ()
    label: str | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Formula:
    """A displayed formula `left = numerator / denominator tail`; without a denominator, `left = numerator tail`."""

    left: str
    numerator: str
    denominator: str = ""
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """One signatory: lines above the space (place and date, position), name, lines below (pangkat, NIP)."""

    above: tuple[Inlines, ...]
    name: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """One signatory (right half) or two (left and right)."""

    left: Signature | None
    right: Signature | None


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Kop surat: logo and lines, closed by a double rule."""

    lines: tuple[str, ...]
    address: tuple[str, ...] = ()
    logo: Raster | None = None


class BoxKind(StrEnum):
    """Framed notices."""

    KURANG = "kurang"  # data missing: what, and who should bring it
    CATATAN = "catatan"  # a value to confirm
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Box:
    """A framed notice."""

    kind: BoxKind
    blocks: tuple[Block, ...]
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Continue on a new page."""


class TocKind(StrEnum):
    """What a list of contents lists."""

    ISI = "isi"
    TABEL = "tabel"
    GAMBAR = "gambar"


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A line of a list of contents; `page` only from the explicit pass that knows page numbers."""

    level: int
    number: str
    text: str
    label: str
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Toc:
    """A list of contents, tables or pictures; filled by the numbering transform."""

    kind: TocKind
    entries: tuple[TocEntry, ...] = ()


Block = (
    Heading
    | Paragraph
    | ListBlock
    | Table
    | Picture
    | Raster
    | Formula
    | SignatureBlock
    | Letterhead
    | Box
    | PageBreak
    | Toc
)

# --- document ---


class Orientation(StrEnum):
    """Page orientation of a section."""

    TEGAK = "tegak"
    LEBAR = "lebar"


class PageNumber(StrEnum):
    """How the pages of a section are numbered."""

    TANPA = "tanpa"
    ROMAWI = "romawi"
    ANGKA = "angka"


@dataclass(frozen=True, slots=True)
class Section:
    """A run of pages of one orientation and one kind of page number. `restart` begins again at 1 (or i)."""

    blocks: tuple[Block, ...]
    orientation: Orientation = Orientation.TEGAK
    page_number: PageNumber = PageNumber.ANGKA
    restart: bool = False
    header: bool = True


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Paper, margins and fonts: data of the agency, never of the code."""

    width_mm: float = 210
    height_mm: float = 297
    top_mm: float = 25
    right_mm: float = 25
    bottom_mm: float = 25
    left_mm: float = 30
    font: str = "Arimo"  # family name; writers map it to what the format knows (Arimo = Arial metrics)
    font_size_pt: float = 11
    line_spacing: float = 1.15


@dataclass(frozen=True, slots=True)
class Origin:
    """'Asal angka' of one figure, ready to print."""

    figure_id: str
    nama: str
    nilai: str
    rumus: str
    hitungan: str
    inputs: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    dasar: tuple[str, ...] = ()
    kebijakan: str | None = None
    catatan: str | None = None
    sementara: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `dated` comes from the package, never from the clock. `draft_reason`: why it is a draft."""

    title: str
    author: str
    dated: date
    sections: tuple[Section, ...]
    subject: str = ""
    language: str = "id-ID"
    draft: bool = False
    draft_reason: str = "memuat data sementara"
    header: str = ""
    footer: str = ""
    page: PageSetup = PageSetup()
    origins: Mapping[str, Origin] = field(default_factory=dict)
