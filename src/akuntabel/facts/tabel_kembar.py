"""Budget tables that state the same rows: amounts and percentages of one programme, repeated in two places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.subjek import bare_name
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel


@dataclass(frozen=True, slots=True)
class AngkaKembar:
    """One row that two tables state, with the cell of each."""

    nama: str
    pertama: Sel
    kedua: Sel
    baris: tuple[BarisTabel, BarisTabel]

    @property
    def sama(self) -> bool:
        """Whether one is the other, rounded or cut."""
        a, b = self.pertama.angka, self.kedua.angka
        if not a or not b or a.nilai is None or b.nilai is None:
            return False
        return a.near(b.nilai) if a.desimal <= b.desimal else b.near(a.nilai)


@dataclass(frozen=True, slots=True)
class KolomKembar:
    """Two columns of one role, year and version, with the rows that both tables name."""

    peran: Peran
    tabel: tuple[Tabel, Tabel]
    kolom: tuple[Kolom, Kolom]
    angka: tuple[AngkaKembar, ...]

    @property
    def sama(self) -> int:
        """How many rows agree."""
        return sum(a.sama for a in self.angka)


_ROLES = (Peran.ANGGARAN, Peran.REALISASI_ANGGARAN, Peran.PERSEN)
_LEAST = 4  # rows that two tables must share
_LONGEST = 500

Named = dict[str, BarisTabel]


def read_twins(tables: Sequence[Tabel], tahun: int | None) -> tuple[KolomKembar, ...]:
    """The pairs of columns of budget tables that share at least four rows."""
    budget = [(t, _rows(t)) for t in tables if t.of(Peran.ANGGARAN) and len(t.baris) <= _LONGEST]
    return tuple(k for (a, x), (b, y) in combinations(budget, 2) for k in _pair(a, x, b, y, tahun))


def _rows(table: Tabel) -> Named:
    """Rows by name, totals included; a name that stands twice in a table is left out."""
    found: Named = {}
    doubled: set[str] = set()
    for row in table.rows(JenisBaris.ISI, JenisBaris.JUMLAH):
        name = bare_name(row.label)
        doubled |= {name} if name in found else set()
        found[name] = row
    return {n: r for n, r in found.items() if n and n not in doubled}


def _parts_of(rows: Named) -> set[str]:
    return {n for n, r in rows.items() if r.jenis is JenisBaris.ISI}


def _pair(a: Tabel, x: Named, b: Tabel, y: Named, tahun: int | None) -> Iterator[KolomKembar]:
    whole = _parts_of(x) == _parts_of(y)  # totals are the same thing only where all their parts are
    common = [n for n in x if n in y and (whole or x[n].jenis is y[n].jenis is JenisBaris.ISI)]
    if len(common) < _LEAST or a.pengali != b.pengali:
        return
    for first in a.of(*_ROLES):
        for second in b.of(*_ROLES):
            same_year = (first.tahun or tahun) == (second.tahun or tahun)
            if first.peran is second.peran and same_year and first.versi == second.versi:
                numbers = tuple(
                    AngkaKembar(x[n].label, x[n].sel[first.indeks], y[n].sel[second.indeks], (x[n], y[n]))
                    for n in common
                    if x[n].sel[first.indeks].nilai_ada and y[n].sel[second.indeks].nilai_ada
                )
                if len(numbers) >= _LEAST:
                    yield KolomKembar(first.peran, (a, b), (first, second), numbers)
