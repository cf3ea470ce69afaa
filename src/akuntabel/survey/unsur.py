"""The elements of one result: counts, NRR, weighted NRR, converted value, place. Exact."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from akuntabel.survey.bahan import BahanHasil
from akuntabel.survey.cacah import Cacah
from akuntabel.survey.indeks import decimal_of, konversi, nilai_rata_rata


class HasilUnsur(NamedTuple):
    """An element: its counts, its weight, its place from the lowest (1; ties share; 0 without answers).

    `rata` is the mean of the periods where the year is one.
    """

    kode: str
    nama: str
    cacah: Cacah
    bobot: Fraction
    desimal: int | None = None
    dari_bawah: int = 0
    rata: Fraction | None = None

    @property
    def nrr(self) -> Fraction | None:
        """Mean score, 1 to 4; None without answers."""
        if self.rata is not None or not self.cacah.banyak:
            return self.rata
        return nilai_rata_rata(self.cacah.jumlah, self.cacah.banyak, self.desimal)

    @property
    def nrr_tertimbang(self) -> Fraction | None:
        """Mean score times weight."""
        mean = self.nrr
        return None if mean is None else mean * self.bobot

    @property
    def nilai(self) -> Decimal | None:
        """Converted value, 25 to 100."""
        mean = self.nrr
        return None if mean is None else decimal_of(konversi(mean))


def unsur_of(
    counts: Sequence[Cacah], bahan: BahanHasil, rata: Sequence[Fraction | None] = ()
) -> tuple[HasilUnsur, ...]:
    """The elements in the order of the guide. `rata` are their means over periods, where the year is one of these."""
    names = {u.kode: u.nama for u in bahan.pedoman.unsur}
    means = rata or (None,) * len(counts)
    places = _places(rata if rata else _whole(counts))
    return tuple(
        HasilUnsur(code, names[code], c, weight, bahan.aturan.desimal_nrr, place, mean)
        for code, c, weight, place, mean in zip(bahan.kode, counts, bahan.bobot, places, means, strict=True)
    )


def _whole(counts: Sequence[Cacah]) -> list[Fraction | None]:
    return [Fraction(c.jumlah, c.banyak) if c.banyak else None for c in counts]


def _places(means: Sequence[Fraction | None]) -> list[int]:
    """The place of each mean from the lowest; equal ones share theirs, and what has no mean has none (0)."""
    order = sorted(m for m in means if m is not None)
    return [0 if m is None else 1 + bisect_left(order, m) for m in means]
