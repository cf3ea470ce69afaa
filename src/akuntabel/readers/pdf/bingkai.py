"""From the coordinates of a PDF page (y upward, any turn) to those of its reader (y downward, upright)."""

from __future__ import annotations

from dataclasses import dataclass

from akuntabel.readers.pdf.bentuk import Kotak


@dataclass(frozen=True, slots=True)
class Bingkai:
    """The box of a page in its own coordinates, seen after `arah` quarter turns clockwise."""

    kiri: float
    bawah: float
    kanan: float
    atas: float
    arah: int

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as its reader sees it."""
        if self.arah == 0:
            return x - self.kiri, self.atas - y
        if self.arah == 1:
            return y - self.bawah, x - self.kiri
        if self.arah == 2:
            return self.kanan - x, y - self.bawah
        return self.atas - y, self.kanan - x

    def unpoint(self, x: float, y: float) -> tuple[float, float]:
        """The inverse of `point`."""
        if self.arah == 0:
            return x + self.kiri, self.atas - y
        if self.arah == 1:
            return y + self.kiri, x + self.bawah
        if self.arah == 2:
            return self.kanan - x, y + self.bawah
        return self.kanan - y, self.atas - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Kotak:
        """A rectangle as the reader sees it."""
        a, b = self.point(x0, y0), self.point(x1, y1)
        return Kotak(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))

    def turned(self, arah: int) -> Bingkai:
        """The same page seen with another turn."""
        return Bingkai(self.kiri, self.bawah, self.kanan, self.atas, arah % 4)

    @property
    def ukuran(self) -> tuple[float, float]:
        """Width and height as the reader sees them."""
        wide, high = self.kanan - self.kiri, self.atas - self.bawah
        return (high, wide) if self.arah % 2 else (wide, high)
