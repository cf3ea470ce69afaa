"""Rows of budget tables of two documents that speak of one programme, activity or sub-activity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.facts.baris_anggaran import BarisAnggaran, name_of, read_budget_rows, same_code
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.subjek import same_name
from akuntabel.facts.uang import JenisUang
from akuntabel.review.aturan import Pembanding

_BOTH = 2  # levels that differ
_UNITS = (Decimal(1), Decimal(10**3), Decimal(10**6), Decimal(1) / 10**3, Decimal(1) / 10**6)


@dataclass(frozen=True, slots=True)
class Padanan:
    """The amounts of one kind that the report gives for one thing, and those of another document.

    Several amounts: a report prints the budget before and after its change, in one row or in two tables.
    """

    sendiri: tuple[BarisAnggaran, ...]
    lain: tuple[BarisAnggaran, ...]
    pembanding: Pembanding
    faktor: Decimal = Decimal(1)

    @property
    def utama(self) -> BarisAnggaran:
        """The amount of the report that is meant: that of the last table with spending, else the last one."""
        spent = [r for r in self.sendiri if r.tabel.of(Peran.REALISASI_ANGGARAN)]
        return (spent or self.sendiri)[-1]

    @property
    def sama(self) -> bool:
        """Whether one amount of each side is the same, in the coarser unit of both."""
        return any(_near(a, b, self.faktor) for a in self.sendiri for b in self.lain)


def rows_of_year(fakta: Fakta, tahun: int | None, *, dpa: bool = False) -> tuple[BarisAnggaran, ...]:
    """The amounts of a document for one year, without total rows."""
    rows = read_budget_rows(fakta.tabel, fakta.tahun, dpa=dpa)
    return tuple(r for r in rows if not r.total and (tahun is None or r.tahun in (tahun, None)))


def matched(
    own: Iterable[BarisAnggaran], other: Pembanding, tahun: int | None, kind: JenisUang, limit: Decimal
) -> list[Padanan]:
    """The things of a report that another document has too, in the unit of money that most of them share."""
    theirs = _Daftar([r for r in rows_of_year(other.fakta, tahun, dpa=other.jenis == "dpa") if r.jenis is kind])
    grouped: dict[str, list[BarisAnggaran]] = {}
    for row in own:
        if row.jenis is kind:
            grouped.setdefault(_thing(row), []).append(row)
    pairs = [Padanan(tuple(rows), tuple(theirs.same(_coded(rows), limit)), other) for rows in grouped.values()]
    return _in_one_unit([p for p in pairs if p.lain])


def _thing(row: BarisAnggaran) -> str:
    """A report may give two budgets for one thing, but only one spending: each other amount is another thing."""
    return name_of(row) if row.jenis is JenisUang.ANGGARAN else f"{name_of(row)} {row.nilai}"


def _coded(rows: Sequence[BarisAnggaran]) -> BarisAnggaran:
    """The row that prints the code of a thing, where one does."""
    return next((r for r in rows if r.kode), rows[0])


class _Daftar:
    """The rows of another document by code and by name: a DPA has thousands, and names repeat."""

    def __init__(self, rows: Sequence[BarisAnggaran]) -> None:
        self._coded = [r for r in rows if r.kode]
        self._named: dict[str, list[BarisAnggaran]] = {}
        for row in rows:
            self._named.setdefault(name_of(row), []).append(row)

    def same(self, row: BarisAnggaran, limit: Decimal) -> list[BarisAnggaran]:
        """By code; by name and level where one of both has no code."""
        by_code = [o for o in self._coded if same_code(row.kode, o.kode)]
        if by_code:
            return by_code
        name = name_of(row)
        alike = self._named.get(name) or [
            o for n, rows in self._named.items() if same_name(name, n, limit) for o in rows
        ]
        return [o for o in alike if len({row.tingkat, o.tingkat} - {""}) < _BOTH and not (row.kode and o.kode)]


def _in_one_unit(pairs: list[Padanan]) -> list[Padanan]:
    best = max(_UNITS, key=lambda f: sum(_with(p, f).sama for p in pairs))
    return [_with(p, best) for p in pairs]


def _with(pair: Padanan, factor: Decimal) -> Padanan:
    return Padanan(pair.sendiri, pair.lain, pair.pembanding, factor)


def _near(one: BarisAnggaran, other: BarisAnggaran, factor: Decimal) -> bool:
    unit = max(Decimal(1), _unit(one) * factor, _unit(other))
    return abs(one.nilai * factor - other.nilai) <= unit


def _unit(row: BarisAnggaran) -> Decimal:
    """What one step of the last printed place is worth."""
    return (row.sel.angka.ketelitian if row.sel.angka else Decimal(1)) * row.satuan


def agreeing(answers: Sequence[bool], share: Decimal) -> bool:
    """Whether so large a share agrees that the others are exceptions, not another version."""
    return bool(answers) and sum(answers) >= share * len(answers)
