"""Counts of the answers to one unsur in one group: integers, which add over files, regions and engines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

SKOR = (1, 2, 3, 4)


class Cacah(NamedTuple):
    """How often each score was given, and what is no score: blank, outside the scale, several answers, text.

    A tuple, because a government has a hundred thousand of them.
    """

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


def total_of(counts: Iterable[Cacah]) -> Cacah:
    """Several counts together; of none, zeros."""
    listed = list(counts)
    if not listed:
        return Cacah()
    one, two, three, four = map(sum, zip(*[c.skor for c in listed], strict=True))
    blank, beyond, several, text = map(sum, zip(*[c[1:] for c in listed], strict=True))
    return Cacah((one, two, three, four), blank, beyond, several, text)
