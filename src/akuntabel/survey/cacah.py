"""Counts of the answers to one unsur in one group: integers, which add over files, regions and engines."""

from __future__ import annotations

from dataclasses import dataclass

SKOR = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Cacah:
    """How often each score was given, and what is no score: blank, outside the scale, several answers, text."""

    skor: tuple[int, int, int, int] = (0, 0, 0, 0)
    kosong: int = 0
    luar: int = 0
    ganda: int = 0
    teks: int = 0

    @property
    def banyak(self) -> int:
        """The answers that count."""
        return sum(self.skor)

    @property
    def jumlah(self) -> int:
        """The sum of scores of the answers that count."""
        return sum(score * n for score, n in zip(SKOR, self.skor, strict=True))

    @property
    def ditolak(self) -> int:
        """The answers that do not count, without the blank ones."""
        return self.luar + self.ganda + self.teks

    def __add__(self, other: Cacah) -> Cacah:
        a, b, c, d = (x + y for x, y in zip(self.skor, other.skor, strict=True))
        return Cacah(
            (a, b, c, d),
            self.kosong + other.kosong,
            self.luar + other.luar,
            self.ganda + other.ganda,
            self.teks + other.teks,
        )
