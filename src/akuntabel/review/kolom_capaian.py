"""A column of capaian as a whole: which cap it uses, how many rows a formula explains, how sure its meaning is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.facts.angka import Angka
from akuntabel.facts.capaian_tabel import BarisCapaian
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.rumus_tertulis import BentukRumus
from akuntabel.review.rumus_capaian import Triple, best_cap, is_fraction, shapes_that_fit, times_hundred

_ENOUGH = 3
_FEW = 2


@dataclass(frozen=True, slots=True)
class KolomCapaian:
    """The rows of one column of capaian. `batas` is the cap that all rows share, None where there is none.

    `cocok` counts the rows that a formula explains; `dinyatakan`: the document declares how capaian is computed.
    """

    baris: tuple[BarisCapaian, ...]
    batas: Decimal | None
    cocok: int
    dinyatakan: bool

    @property
    def pasti(self) -> bool:
        """Whether the column is surely a capaian: most rows fit, or the document says how it is computed."""
        most = 2 * self.cocok >= len(self.baris)
        return (self.cocok >= _ENOUGH and most) or (self.dinyatakan and most and self.cocok > 0) or self._alone

    @property
    def hampir_pasti(self) -> bool:
        """Whether all rows but one of a short table fit: with a slip that explains the one, that is enough."""
        return self.cocok >= _FEW and self.cocok == len(self.baris) - 1

    @property
    def _alone(self) -> bool:
        return self.dinyatakan and len(self.baris) == 1

    def tercetak(self, row: BarisCapaian) -> Angka | None:
        """The printed capaian in percent: a fraction of one times a hundred."""
        number = row.angka(row.capaian)
        return times_hundred(number) if number and _as_fraction(number, row, self.batas) else number

    def rumus(self, row: BarisCapaian) -> tuple[BentukRumus, ...]:
        """The formulas that give the printed capaian of a row."""
        printed, target, realised = self.tercetak(row), row.target.angka, row.realisasi.angka
        return shapes_that_fit(printed, target, realised, self.batas) if printed and target and realised else ()

    def pasangan_lain(self, row: BarisCapaian) -> bool:
        """Whether another target and realisasi of the row give the printed capaian."""
        printed = self.tercetak(row)
        others = [(t.angka, r.angka) for t, r in row.pasangan if (t, r) != (row.target, row.realisasi)]
        return printed is not None and any(t and r and shapes_that_fit(printed, t, r, self.batas) for t, r in others)


def _as_fraction(number: Angka, row: BarisCapaian, cap: Decimal | None) -> bool:
    target, realised = row.target.angka, row.realisasi.angka
    if not is_fraction(number) or not target or not realised:
        return False
    plain = shapes_that_fit(number, target, realised, cap)
    return not plain and bool(shapes_that_fit(times_hundred(number), target, realised, cap))


def read_columns(fakta: Fakta) -> Iterator[KolomCapaian]:
    """Every column of capaian of the tables."""
    grouped: dict[tuple[int, int], list[BarisCapaian]] = defaultdict(list)
    for row in fakta.capaian:
        if row.capaian is not None and row.capaian.nilai_ada:
            grouped[row.tabel.blok, row.capaian.kolom].append(row)
    for rows in grouped.values():
        triples = [t for row in rows if (t := _triple(row))]
        cap, count = best_cap(triples) if triples else (None, 0)
        yield KolomCapaian(tuple(rows), cap, count, bool(fakta.rumus))


def _triple(row: BarisCapaian) -> Triple | None:
    printed, target, realised = row.angka(row.capaian), row.target.angka, row.realisasi.angka
    if not printed or not target or not realised or not target.nilai:
        return None
    return (times_hundred(printed) if _as_fraction(printed, row, None) else printed), target, realised
