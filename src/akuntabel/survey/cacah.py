"""Counts of the answers to one unsur in one group: integers, which add over files, regions and engines."""

from __future__ import annotations

from collections.abc import Iterable
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
        one, two, three, four = self.skor
        return one + two + three + four

    @property
    def jumlah(self) -> int:
        """The sum of scores of the answers that count."""
        one, two, three, four = self.skor
        return one + 2 * two + 3 * three + 4 * four

    @property
    def ditolak(self) -> int:
        """The answers that do not count, without the blank ones."""
        return self.luar + self.ganda + self.teks

    def __add__(self, other: Cacah) -> Cacah:
        return total_of((self, other))


def total_of(counts: Iterable[Cacah]) -> Cacah:
    """Several counts together; of none, zeros."""
    rows = [(*c.skor, c.kosong, c.luar, c.ganda, c.teks) for c in counts]
    if not rows:
        return Cacah()
    one, two, three, four, blank, beyond, several, text = (sum(column) for column in zip(*rows, strict=True))
    return Cacah((one, two, three, four), blank, beyond, several, text)
