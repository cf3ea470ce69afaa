"""Which indicator a table pairs with which tujuan or sasaran."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.pola import clean
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Tabel


@dataclass(frozen=True, slots=True)
class Pasangan:
    """An indicator and the goal to its left. `tingkat` is tujuan, sasaran, or both where the head names both.

    `tersirat`: the goal stands in a row above, so a cell cut by a page may belong to another.
    """

    indikator: str
    tujuan: str
    tingkat: str
    baris: BarisTabel
    tabel: Tabel
    tersirat: bool = False


def read_pairs(tables: Iterable[Tabel]) -> tuple[Pasangan, ...]:
    """All pairs, in order. In a row the goal is the nearest filled column of goals to the left of the indicator."""
    return tuple(p for t in tables for p in _pairs(t))


def _pairs(table: Tabel) -> Iterator[Pasangan]:
    goals = table.of(Peran.TUJUAN, Peran.SASARAN)
    named = table.of(Peran.INDIKATOR)
    of_region = any("daerah" in k.teks.lower() or "rpjmd" in k.teks.lower() for k in (*goals, *named))
    if not goals or not named or of_region or table.of(Peran.PROGRAM, Peran.ANGGARAN):
        return
    carried: dict[int, str] = {}
    for row in table.rows(JenisBaris.ISI):
        for column in goals:
            text = clean(row.sel[column.indeks].teks)
            if text:
                carried = {k: v for k, v in carried.items() if k < column.indeks}
                carried |= {column.indeks: text} if _is_name(text) else {}
        for column in named:
            name = clean(row.sel[column.indeks].teks)
            left = [g for g in goals if g.indeks < column.indeks and g.indeks in carried]
            if _is_name(name) and left:
                implied = not clean(row.sel[left[-1].indeks].teks)
                yield Pasangan(name, carried[left[-1].indeks], _level(left[-1]), row, table, implied)


def _is_name(text: str) -> bool:
    return any(c.isalpha() for c in text)


def _level(column: Kolom) -> str:
    """What the head calls the goal; a head that names both says neither."""
    head = column.teks.lower()
    both = "tujuan" in head and "sasaran" in head
    return "tujuan atau sasaran" if both else column.peran.value
