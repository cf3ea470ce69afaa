"""The total budgets that a document states: total rows, sums of whole tables, amounts in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.facts.angka import JenisIsi
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.jenjang import nestings
from akuntabel.facts.jumlahan import value_of
from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.peran_angka import PeranAngka, is_money, roles_of
from akuntabel.facts.tabel import JenisBaris, Tabel
from akuntabel.findings import Terkait
from akuntabel.review.bukti import proof


@dataclass(frozen=True, slots=True)
class AnggaranTotal:
    """A total budget, how it was found and where it stands."""

    nilai: Decimal
    bukti: Terkait
    sebutan: str
    tahun: int | None = None


def total_budgets(fakta: Fakta) -> tuple[AnggaranTotal, ...]:
    """Every total budget of a document."""
    tables = (b for t in fakta.tabel for k in t.of(Peran.ANGGARAN) for b in _of_column(t, k))
    return (*tables, *_of_sentences(fakta))


def _of_column(table: Tabel, column: Kolom) -> Iterator[AnggaranTotal]:
    factor = table.pengali
    for row in table.rows(JenisBaris.JUMLAH):
        cell = row.sel[column.indeks]
        if cell.nilai_ada:
            name = f"{row.label} {table.nama}"
            yield AnggaranTotal(value_of(cell) * factor, proof(cell, table, row.teks()), name, column.tahun)
    rows = [n for n, r in enumerate(table.baris) if r.jenis is JenisBaris.ISI and r.sel[column.indeks].nilai_ada]
    broken = any(r.sel[column.indeks].jenis in (JenisIsi.RUSAK, JenisIsi.GALAT) for r in table.baris)
    if len(rows) < 2 or broken:
        return
    sets = dict.fromkeys((tuple(rows), *(way.roots(rows) for way in nestings(table))))
    for chosen in sets:
        total = sum((value_of(table.baris[n].sel[column.indeks]) for n in chosen), Decimal())
        yield AnggaranTotal(total * factor, proof(table), f"isi kolom '{column.teks}' {table.nama}", column.tahun)


def _of_sentences(fakta: Fakta) -> Iterator[AnggaranTotal]:
    for sentence in fakta.kalimat:
        for number in roles_of(sentence):
            if number.peran is PeranAngka.ANGGARAN and is_money(number.angka) and number.angka.nilai is not None:
                yield AnggaranTotal(number.angka.nilai, proof(sentence), "anggaran dalam kalimat")
