"""Rows that set money against money: budget, spending, what is left, and the percentage of a column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel


@dataclass(frozen=True, slots=True)
class Serapan:
    """Budget and spending of one row and one year, with the percentage and the rest where the table prints them."""

    tabel: Tabel
    baris: BarisTabel
    anggaran: Sel
    realisasi: Sel
    persen: Sel | None = None
    sisa: Sel | None = None

    @property
    def tepat(self) -> Decimal | None:
        """The exact percentage; None without a budget or where a number is broken."""
        b, s = self.anggaran.angka, self.realisasi.angka
        return None if not b or not s or not b.nilai or s.nilai is None else s.nilai / b.nilai * 100


def read_spending(tables: Iterable[Tabel]) -> tuple[Serapan, ...]:
    """Every row of every table that has a budget and a spending of one year and version."""
    return tuple(s for t in tables for s in _table(t))


def _table(table: Tabel) -> Iterator[Serapan]:
    for spent in table.of(Peran.REALISASI_ANGGARAN):
        budget = _nearest(table.of(Peran.ANGGARAN), spent)
        if budget:
            share = _behind(table, spent, Peran.PERSEN, Peran.CAPAIAN)
            rest = _behind(table, spent, Peran.SISA)
            for row in table.rows(JenisBaris.ISI, JenisBaris.JUMLAH):
                yield Serapan(
                    table,
                    row,
                    row.sel[budget.indeks],
                    row.sel[spent.indeks],
                    row.sel[share.indeks] if share else None,
                    row.sel[rest.indeks] if rest else None,
                )


def _nearest(budgets: Iterable[Kolom], spent: Kolom) -> Kolom | None:
    """The budget of the same year to the left of the spending: the last one, which is the one in force."""
    left = [k for k in budgets if k.tahun == spent.tahun and k.indeks < spent.indeks and k.triwulan == spent.triwulan]
    return left[-1] if left else None


def _behind(table: Tabel, spent: Kolom, *roles: Peran) -> Kolom | None:
    """The first column of a role to the right of the spending, before the next spending, of the same year."""
    ends = [k.indeks for k in table.of(Peran.REALISASI_ANGGARAN, Peran.ANGGARAN) if k.indeks > spent.indeks]
    end = min(ends, default=len(table.kolom))
    right = [k for k in table.of(*roles) if spent.indeks < k.indeks < end and k.tahun == spent.tahun]
    return next((k for k in right if _is_share(table, k) or (k.peran is Peran.SISA and not k.persen)), None)


def _is_share(table: Tabel, column: Kolom) -> bool:
    return column.peran is Peran.PERSEN or (
        column.peran is Peran.CAPAIAN and (column.persen or _in_percent(table, column))
    )


def _in_percent(table: Tabel, column: Kolom) -> bool:
    """Whether the cells say what the head does not: "Capaian" above 103,18%."""
    numbers = [n for r in table.rows(JenisBaris.ISI) if (n := r.sel[column.indeks].angka)]
    return bool(numbers) and all(n.persen for n in numbers)
