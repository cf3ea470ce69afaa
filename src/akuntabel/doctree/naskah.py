"""A document that somebody else wrote, as a reader found it: blocks in order, each with its place.

Separate from `nodes`: what we print has figures, labels and styles; what we read has text, places and guesses. Every
line of the extracted text (`akuntabel teks`) is a paragraph or a row of a table, so `baris` is the address that
findings use in every format.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

ROWS_GUESSED = "baris tabel diduga dari garis teks"  # among the guesses of a table without rules between its rows


class FormatNaskah(StrEnum):
    """What was read."""

    TEKS = "teks"
    DOCX = "docx"
    PDF = "pdf"
    EXCEL = "xlsx"
    CSV = "csv"


class LetakBlok(StrEnum):
    """Where a block stands on the page."""

    BADAN = "badan"
    KOTAK = "kotak"  # text box
    CATATAN_KAKI = "catatan_kaki"
    KEPALA_HALAMAN = "kepala_halaman"
    KAKI_HALAMAN = "kaki_halaman"


@dataclass(frozen=True, slots=True)
class Tempat:
    """A place: 1-based line of the extracted text, and the page where the format has pages.

    `unsur` is the number of the paragraph or row among those of a Word document's body, only where it was asked for.
    In a workbook `lembar` is the worksheet and `unsur` the row in it.
    """

    baris: int
    halaman: int | None = None
    unsur: int | None = None
    lembar: str | None = None


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph, list item, heading or caption: one line of text, its list marker written out as printed.

    `level` is the heading level that a style or outline gives (1 is the highest); None where the source says nothing.
    `dugaan` marks a level that the reader guessed (size or weight of the letters). `gaya` is the name of the paragraph
    style in lower case where the format has styles ("caption", "toc 1"); empty elsewhere.
    """

    teks: str
    tempat: Tempat
    level: int | None = None
    dugaan: bool = False
    inden: int = 0
    tebal: bool = False
    gaya: str = ""
    letak: LetakBlok = LetakBlok.BADAN


@dataclass(frozen=True, slots=True)
class SelNaskah:
    """A cell at its grid position. Cells that a span covers are left out."""

    teks: str
    kolom: int
    rentang_kolom: int = 1
    rentang_baris: int = 1


@dataclass(frozen=True, slots=True)
class BarisNaskah:
    """A row of a table: one line of the extracted text. `kepala` where the source marks a repeated header row."""

    sel: tuple[SelNaskah, ...]
    tempat: Tempat
    kepala: bool = False


COLUMNS_OF_BLANKS = "kolom diduga dari spasi"  # columns of a text that only stand under one another


@dataclass(frozen=True, slots=True)
class TabelNaskah:
    """A table. `rentang_diketahui` is False where the source does not show merged cells (tab-separated text).

    `dugaan` names what the reader guessed, e.g. "tabel disambung dari dua halaman", or COLUMNS_OF_BLANKS.
    """

    baris: tuple[BarisNaskah, ...]
    banyak_kolom: int
    rentang_diketahui: bool = True
    dugaan: tuple[str, ...] = ()

    @property
    def tempat(self) -> Tempat:
        """The place of the first row."""
        return self.baris[0].tempat

    @property
    def is_guessed(self) -> bool:
        """Whether its rows or columns are a guess, so that nothing that it says is certain."""
        return ROWS_GUESSED in self.dugaan or COLUMNS_OF_BLANKS in self.dugaan


@dataclass(frozen=True, slots=True)
class GambarNaskah:
    """A picture: its text is not read."""

    tempat: Tempat
    alt: str = ""


BlokNaskah = Alinea | TabelNaskah | GambarNaskah


@dataclass(frozen=True, slots=True)
class Naskah:
    """A read document. `catatan` are the reader's remarks in Indonesian (a scanned page, a part that was left out).

    `halaman_gambar` are pages without a text layer: what stands there is unknown, never absent. `alinea_dugaan` where
    the reader put the lines of paragraphs together: where one ends is its guess.
    """

    berkas: str
    format: FormatNaskah
    blok: tuple[BlokNaskah, ...]
    halaman: int | None = None
    halaman_gambar: tuple[int, ...] = ()
    catatan: tuple[str, ...] = ()
    alinea_dugaan: bool = False

    @property
    def alinea(self) -> Iterator[Alinea]:
        """Paragraphs in order."""
        return (b for b in self.blok if isinstance(b, Alinea))

    @property
    def tabel(self) -> Iterator[TabelNaskah]:
        """Tables in order."""
        return (b for b in self.blok if isinstance(b, TabelNaskah))


def lines_of(naskah: Naskah) -> list[str]:
    """The extracted text, line by line: element i is line i+1. Lines that no block owns are blank."""
    placed = dict(_placed(naskah))
    return [placed.get(n, "") for n in range(1, max(placed, default=0) + 1)]


def _placed(naskah: Naskah) -> Iterator[tuple[int, str]]:
    for block in naskah.blok:
        if isinstance(block, Alinea):
            yield block.tempat.baris, " " * block.inden + block.teks
        elif isinstance(block, TabelNaskah):
            for row in block.baris:
                yield row.tempat.baris, row_text(row, block.banyak_kolom)
        else:
            yield block.tempat.baris, f"[gambar{': ' if block.alt else ''}{block.alt}]"


def row_text(row: BarisNaskah, width: int) -> str:
    """A row as a line: cells parted by tabs, covered cells blank, line ends inside a cell as spaces."""
    cells = {cell.kolom: " ".join(cell.teks.split()) for cell in row.sel}
    return "\t".join(cells.get(c, "") for c in range(width))
