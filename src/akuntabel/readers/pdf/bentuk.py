"""What stands on a page before it means anything: words, lines, rules and areas.

Coordinates are points of the page as a reader sees it: x to the right, y downward, origin at the upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

TANPA_TANDA = -1  # no marked content
HIASAN = -2  # an artifact: running headers, watermarks, repeated heads of tables


class Kotak(NamedTuple):
    """A rectangle."""

    kiri: float
    atas: float
    kanan: float
    bawah: float

    @property
    def lebar(self) -> float:
        """Width."""
        return self.kanan - self.kiri

    @property
    def tinggi(self) -> float:
        """Height."""
        return self.bawah - self.atas

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.kiri <= x <= self.kanan and self.atas <= y <= self.bawah

    def overlaps(self, other: Kotak) -> bool:
        """Whether both share an area."""
        across = self.kiri < other.kanan and other.kiri < self.kanan
        return across and self.atas < other.bawah and other.atas < self.bawah


class Garis(NamedTuple):
    """A straight rule: upright where `tegak`. `posisi` is its x (upright) or y, `awal` and `akhir` its two ends."""

    tegak: bool
    posisi: float
    awal: float
    akhir: float


@dataclass(slots=True)
class Kata:
    """A word: characters without a gap. `tengah` are the centres of its characters, `dasar` is its base line.

    `spasi`: the file has a space before it. `arah` is its turn against the page in quarters, counterclockwise.
    `tanda` is the marked content of a tagged PDF. `lanjut`: only an invisible place for a break stands before it.
    """

    teks: str
    kiri: float
    kanan: float
    dasar: float
    ukuran: float
    tebal: bool
    spasi: bool = False
    tengah: tuple[float, ...] = ()
    arah: int = 0
    panjang: float = 0.0  # extent along the page's height, where turned
    tanda: int = TANPA_TANDA
    lanjut: bool = False

    @property
    def atas(self) -> float:
        """The upper edge of the letters."""
        return self.dasar - (self.panjang if self.arah % 2 else 0.8 * self.ukuran)

    @property
    def bawah(self) -> float:
        """The lower edge of the letters."""
        return self.dasar if self.arah % 2 else self.dasar + 0.2 * self.ukuran

    @property
    def pusat(self) -> tuple[float, float]:
        """The centre."""
        return (self.kiri + self.kanan) / 2, (self.atas + self.bawah) / 2


@dataclass(slots=True)
class Baris:
    """A line of text. `lebar_awal` is the width of its first word, `segmen` its parts between wide gaps."""

    teks: str
    kiri: float
    kanan: float
    dasar: float
    ukuran: float
    tebal: bool
    lebar_awal: float
    kata: tuple[Kata, ...]

    @property
    def atas(self) -> float:
        """The upper edge of the letters."""
        return self.dasar - 0.8 * self.ukuran

    @property
    def bawah(self) -> float:
        """The lower edge of the letters."""
        return self.dasar + 0.2 * self.ukuran


@dataclass(slots=True)
class Sel:
    """A cell with the lines of its paragraphs, and its rectangle where rules close it."""

    kolom: int
    rentang_kolom: int
    rentang_baris: int
    alinea: list[list[Baris]]
    kotak: Kotak | None = None

    @property
    def baris(self) -> list[Baris]:
        """All its lines."""
        return [line for paragraph in self.alinea for line in paragraph]


@dataclass(slots=True)
class BarisTabel:
    """A row of a table."""

    sel: list[Sel]
    halaman: int
    kepala: bool = False


@dataclass(slots=True)
class Tabel:
    """A table before its texts are put together. `tepi` are the x of its columns on its last page.

    `sumber` are the lines of a table whose columns are guessed, and `garis` the level rules among them.
    `per_alinea`: the file tells the paragraphs of a cell, so that their lines are one text; else lines stay lines.
    """

    baris: list[BarisTabel]
    banyak_kolom: int
    rentang_diketahui: bool = True
    dugaan: tuple[str, ...] = ()
    tepi: tuple[float, ...] = ()
    per_alinea: bool = False
    sumber: tuple[Baris, ...] = ()
    garis: tuple[float, ...] = ()


@dataclass(slots=True)
class Bagian:
    """A part of a page: lines of one column or box, a table, or a picture (`lukisan`, with the words inside it).

    `kanan` is where full lines of a column or box end, None where the page decides.
    """

    kotak: Kotak
    baris: list[Baris] = field(default_factory=list)
    tabel: Tabel | None = None
    berbingkai: bool = False
    lukisan: bool = False
    kanan: float | None = None


@dataclass(slots=True)
class Simpul:
    """An element of the structure of a tagged PDF: standard type, the file's own name, and what it has on this page.

    `jalur` are the places among the children of the parents, from the root down. `kosong` are the places of children
    without content on this page: another page's, or empty ones. `anak` are elements and marked contents.
    """

    jenis: str
    asli: str
    jalur: tuple[int, ...]
    anak: list[Simpul | int] = field(default_factory=list)
    kosong: tuple[int, ...] = ()
    alt: str = ""
    rentang_kolom: int = 1
    rentang_baris: int = 1

    def contents(self) -> Iterator[int]:
        """The marked contents inside, in order."""
        for child in self.anak:
            if isinstance(child, int):
                yield child
            else:
                yield from child.contents()

    def walk(self) -> Iterator[Simpul]:
        """The element and all elements inside."""
        yield self
        for child in self.anak:
            if isinstance(child, Simpul):
                yield from child.walk()


@dataclass(slots=True)
class Halaman:
    """A page as drawn: straight rules, filled areas (`bidang`), curves and slanting lines (`lukisan`), pictures.

    `miring` are texts that stand askew (watermarks).
    """

    nomor: int
    lebar: float
    tinggi: float
    kata: list[Kata] = field(default_factory=list)
    miring: list[str] = field(default_factory=list)
    garis: list[Garis] = field(default_factory=list)
    bidang: list[Kotak] = field(default_factory=list)
    lukisan: list[Kotak] = field(default_factory=list)
    gambar: list[Kotak] = field(default_factory=list)
    huruf: int = 0
    tersembunyi: int = 0
    rusak: int = 0
    struktur: list[Simpul] = field(default_factory=list)
