"""Cross-footing: which cell must change so that most of the sums and percentages of a table hold.

A sum that does not hold accuses no cell by itself. Every cell of a broken sum is tried with the value that would mend
it; the one whose change mends most and breaks least is named. Where several do equally well, all are named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from akuntabel.facts.jumlahan import Arah, Persamaan, value_of
from akuntabel.facts.serapan import Serapan
from akuntabel.facts.tabel import Sel

_MOST = 60  # broken sums of one table above which the reading is doubted instead


@dataclass(frozen=True, slots=True)
class Calon:
    """A cell that may be wrong, and the value that would mend the sum."""

    sel: Sel
    nilai: Decimal


@dataclass(frozen=True, slots=True)
class Perkara:
    """A broken sum with those cells that may be at fault; `beres` are the other broken sums that one change mends.

    `akibat`: the sum only fails because of several cells that other findings name (their places).
    """

    persamaan: Persamaan
    calon: tuple[Calon, ...]
    beres: tuple[Persamaan, ...] = ()
    akibat: tuple[Sel, ...] = ()

    @property
    def tunggal(self) -> Calon | None:
        """The one cell at fault, where there is one."""
        return self.calon[0] if len(self.calon) == 1 else None


@dataclass(slots=True)
class _Papan:
    """The cells of a table with the values found so far, and what binds them."""

    sums: Sequence[Persamaan]
    shares: Sequence[Serapan]
    by_cell: Mapping[Sel, list[Persamaan]]
    share_of: Mapping[Sel, list[Serapan]]
    now: dict[Sel, Decimal] = field(default_factory=dict)
    raw: dict[int, Decimal] = field(default_factory=dict)
    allowed: dict[int, Decimal] = field(default_factory=dict)

    def value(self, cell: Sel, change: Calon | None = None) -> Decimal:
        if change and change.sel is cell:
            return change.nilai
        return self.now.get(cell, value_of(cell))

    def gap(self, eq: Persamaan, change: Calon | None = None) -> Decimal:
        """By how much a sum misses, with a change tried; nothing within its rounding."""
        gap = self.raw.get(id(eq))
        if gap is None:
            gap = self.raw[id(eq)] = sum((self.value(s) for s in eq.suku), Decimal()) - self.value(eq.jumlah)
        if change:
            moved = change.nilai - self.value(change.sel)
            gap += -moved if change.sel is eq.jumlah else moved
        return Decimal(0) if abs(gap) <= self.slack(eq) else gap

    def slack(self, eq: Persamaan) -> Decimal:
        """The rounding of a sum, computed once."""
        if id(eq) not in self.allowed:
            self.allowed[id(eq)] = eq.toleransi
        return self.allowed[id(eq)]

    def mend(self, change: Calon) -> None:
        """Take a change for true."""
        self.now[change.sel] = change.nilai
        for eq in self.by_cell.get(change.sel, ()):
            self.raw.pop(id(eq), None)

    def share_fits(self, row: Serapan, change: Calon | None = None) -> bool:
        budget, spent = self.value(row.anggaran, change), self.value(row.realisasi, change)
        return bool(budget and row.persen and row.persen.angka and row.persen.angka.near(spent / budget * 100))


def culprits(sums: Iterable[Persamaan], spending: Iterable[Serapan]) -> list[Perkara]:
    """Every broken sum of one table, with the cells that may be at fault."""
    board = _board([e for e in sums if not e.lewat], spending)
    broken = [e for e in board.sums if board.gap(e)]
    if len(broken) > _MOST:
        return []
    found: list[Perkara] = []
    fixed: list[Sel] = []
    open_sums = list(broken)
    while open_sums:
        ranked = [(e, *_best(board, e)) for e in open_sums]
        eq, _, pool = max(ranked, key=lambda r: (r[1], len(r[2]) == 1))
        if len(pool) == 1:
            eq = _lead(open_sums, pool[0]) or eq
        open_sums = [e for e in open_sums if e is not eq]
        if len(pool) == 1:
            board.mend(pool[0])
            fixed.append(pool[0].sel)
        mended = [e for e in open_sums if not board.gap(e)]
        open_sums = [e for e in open_sums if board.gap(e)]
        direct = tuple(e for e in mended if len(pool) == 1 and pool[0].sel in _cells(e) and _alone(e, pool[0]))
        found.append(Perkara(eq, pool, direct))
        found += [_follower(e, fixed) for e in mended if e not in direct and e.arah is not Arah.SISA]
    return found


def _board(sums: Sequence[Persamaan], spending: Iterable[Serapan]) -> _Papan:
    by_cell: dict[Sel, list[Persamaan]] = defaultdict(list)
    for e in sums:
        for cell in _cells(e):
            by_cell[cell].append(e)
    share_of: dict[Sel, list[Serapan]] = defaultdict(list)
    told = [s for s in spending if s.persen and s.persen.nilai_ada]
    for s in told:
        share_of[s.anggaran].append(s)
        share_of[s.realisasi].append(s)
    return _Papan(sums, told, by_cell, share_of)


def _cells(eq: Persamaan) -> tuple[Sel, ...]:
    return (*eq.suku, eq.jumlah)


def _alone(eq: Persamaan, change: Calon) -> bool:
    """Whether this one change mends a sum as it stands printed."""
    gap = eq.hasil - eq.tertulis
    moved = change.nilai - value_of(change.sel)
    return abs(gap + (-moved if change.sel is eq.jumlah else moved)) <= eq.toleransi


def _lead(sums: Iterable[Persamaan], change: Calon) -> Persamaan | None:
    """The sum that tells a change best: the one whose total it is, else one along the row."""
    alone = [e for e in sums if change.sel in _cells(e) and _alone(e, change)]
    return max(alone, key=lambda e: (e.jumlah is change.sel, e.arah is Arah.BARIS), default=None)


def _follower(eq: Persamaan, fixed: Sequence[Sel]) -> Perkara:
    return Perkara(eq, (), akibat=tuple(s for s in fixed if s in _cells(eq)))


def _best(board: _Papan, eq: Persamaan) -> tuple[int, tuple[Calon, ...]]:
    """The highest score that changing one cell of a broken sum reaches, and the cells that reach it."""
    scored = [(_score(board, c), c) for c in _candidates(board, eq)]
    best = max((s for s, _ in scored), default=0)
    pool = tuple(c for s, c in scored if s == best)
    return best, tuple(c for c in pool if c.sel.nilai_ada) or pool


def _candidates(board: _Papan, eq: Persamaan) -> Iterator[Calon]:
    gap = board.gap(eq)
    for cell in dict.fromkeys(_cells(eq)):
        value = board.value(cell) + (gap if cell is eq.jumlah else -gap)
        if value >= 0 or board.value(cell) < 0:
            yield Calon(cell, value)


def _score(board: _Papan, change: Calon) -> int:
    """Sums and percentages that hold after a change and did not before, minus those that no longer do."""
    sums = sum(bool(board.gap(e)) - bool(board.gap(e, change)) for e in board.by_cell.get(change.sel, ()))
    rows = board.share_of.get(change.sel, ())
    return sums + sum(board.share_fits(r, change) - board.share_fits(r) for r in rows)
