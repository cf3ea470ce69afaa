"""Rows of one budget table that are, in order, the parts of the rows of another: sub-activities against activities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.facts.angka import JenisIsi
from akuntabel.facts.jumlahan import value_of
from akuntabel.facts.kolom import Peran
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel


@dataclass(frozen=True, slots=True)
class KelompokRinci:
    """Rows next to each other in a detailed table, and the row of the coarse table that they are parts of."""

    rinci: Tabel
    ringkas: Tabel
    bagian: tuple[tuple[BarisTabel, Sel], ...]
    induk: tuple[BarisTabel, Sel]
    di_ujung: bool = False

    @property
    def jumlah(self) -> Decimal:
        """The sum of the parts."""
        return sum((value_of(s) for _, s in self.bagian), Decimal())

    @property
    def cocok(self) -> bool:
        """Whether the parts make the whole."""
        return self.jumlah == value_of(self.induk[1])


_ENOUGH = 3  # groups of several parts that must fit in order before the tables are taken to speak of one thing
_LONGEST = 300

Money = list[tuple[BarisTabel, Sel]]


def read_groups(tables: Sequence[Tabel]) -> tuple[KelompokRinci, ...]:
    """The groups of every pair of budget tables that fit in order; where a group does not, it stands among them."""
    columns = [(t, m) for t in tables for m in _money(t)]
    found: list[KelompokRinci] = []
    for fine, parts in columns:
        for coarse, wholes in columns:
            if fine is not coarse and len(parts) > 2:
                found += _align(fine, parts, coarse, wholes)
    return tuple(found)


def _money(table: Tabel) -> Iterator[Money]:
    """Each column of budgets without broken numbers, its rows that hold an amount."""
    for column in table.of(Peran.ANGGARAN):
        rows = [(r, r.sel[column.indeks]) for r in table.rows(JenisBaris.ISI)]
        if len(rows) <= _LONGEST and not any(s.jenis is JenisIsi.RUSAK for _, s in rows):
            yield [(r, s) for r, s in rows if s.nilai_ada]


def _align(fine: Tabel, parts: Money, coarse: Tabel, wholes: Money) -> list[KelompokRinci]:
    """Groups in order from the first row of both. Ends where the detailed table ends or nothing fits any more."""
    groups: list[KelompokRinci] = []
    at = 0
    for whole in (w for w in wholes if value_of(w[1])):
        size = _fitting(parts[at:], value_of(whole[1]))
        if size:
            groups.append(KelompokRinci(fine, coarse, tuple(parts[at : at + size]), whole))
            at += size
        elif at < len(parts):
            groups.append(KelompokRinci(fine, coarse, tuple(parts[at:]), whole, di_ujung=True))
            break
    fitting = [g for g in groups if g.cocok and sum(value_of(s) != 0 for _, s in g.bagian) > 1]
    whole_list = [g for g in groups if g.cocok]
    return groups if len(fitting) > 1 and len(whole_list) >= _ENOUGH else []


def _fitting(parts: Iterable[tuple[BarisTabel, Sel]], whole: Decimal) -> int:
    """How many of the next rows make an amount, rows of zero behind them included; zero where none do."""
    total, size, fit = Decimal(0), 0, 0
    for _, cell in parts:
        total, size = total + value_of(cell), size + 1
        if total > whole:
            break
        if total == whole and whole:
            fit = size
    return fit
