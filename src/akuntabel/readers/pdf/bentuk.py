"""What stands on a page before it means anything: words, lines, rules and areas.

Coordinates are points of the page as a reader sees it: x to the right, y downward, origin at the upper left corner.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


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
class Halaman:
    """A page as drawn. `miring` are texts that stand askew (watermarks)."""

    nomor: int
    lebar: float
    tinggi: float
    kata: list[Kata] = field(default_factory=list)
    miring: list[str] = field(default_factory=list)
    garis: list[Garis] = field(default_factory=list)
    bidang: list[Kotak] = field(default_factory=list)
    gambar: list[Kotak] = field(default_factory=list)
    huruf: int = 0
    tersembunyi: int = 0
    rusak: int = 0
