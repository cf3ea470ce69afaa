"""Counts of a sentence that divide a whole by the columns of a table: "249 unit; 234 di antaranya baik"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from akuntabel.facts.angka import Angka
from akuntabel.facts.jumlah_disebut import JumlahDisebut, read_counts
from akuntabel.facts.jumlahan import additive, value_of
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.subjek import normal_name
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel


@dataclass(frozen=True, slots=True)
class BanyakKolom:
    """A count of a sentence whose whole is the total of a table, and the cell of the total row that it repeats."""

    angka: Angka
    kalimat: Kalimat
    tabel: Tabel
    kolom: Kolom
    sel: Sel


_SHORTEST = 3  # letters of a head that may be looked for in a sentence
_DENIED = re.compile(r"\b(?:tidak|kurang|belum|bukan)$")


def read_column_counts(sentences: Iterable[Kalimat], tables: Sequence[Tabel]) -> Iterator[BanyakKolom]:
    """Counts behind the whole of staff or assets, where a table has that whole in its total row."""
    for count in read_counts(sentences):
        found = next(((t, r) for t in tables if (r := _total_row(t, count)) is not None), None)
        if found:
            yield from _parts(count, *found)


def _total_row(table: Tabel, count: JumlahDisebut) -> BarisTabel | None:
    if not count.hal.tabel.search(f"{table.judul} {' '.join(k.teks for k in table.kolom)}"):
        return None
    totals = [k.indeks for k in table.of(Peran.JUMLAH) if additive(table, k)]
    rows = table.rows(JenisBaris.JUMLAH)
    return next(
        (r for r in rows for c in totals if r.sel[c].nilai_ada and value_of(r.sel[c]) == count.angka.nilai), None
    )


def _parts(count: JumlahDisebut, table: Tabel, row: BarisTabel) -> Iterator[BanyakKolom]:
    numbers = [n for n in count.kalimat.angka if n.awal >= count.angka.akhir]
    for at, number in enumerate(numbers):
        stop = numbers[at + 1].awal if at + 1 < len(numbers) else len(count.kalimat.teks)
        plain = number.nilai is not None and not number.persen and not number.rupiah and not number.desimal
        column = _named_by(count.kalimat.teks[number.akhir : stop], table, row) if plain else None
        if column:
            yield BanyakKolom(number, count.kalimat, table, column, row.sel[column.indeks])


def _named_by(words: str, table: Tabel, row: BarisTabel) -> Kolom | None:
    """The one column whose lowest head stands in the words behind a number; the longest head wins."""
    text = normal_name(re.split(r"[;.]", words)[0])
    columns = [k for k in table.kolom if k.peran is not Peran.JUMLAH and k.judul and row.sel[k.indeks].nilai_ada]
    heads = [(normal_name(k.judul[-1]), k) for k in columns if additive(table, k)]
    named = [(head, k) for head, k in heads if len(head) >= _SHORTEST and _stands(head, text)]
    longest = max((len(head) for head, _ in named), default=0)
    best = [k for head, k in named if len(head) == longest]
    return best[0] if len(best) == 1 else None


def _stands(head: str, text: str) -> bool:
    match = re.search(rf"\b{re.escape(head)}\b", text)
    return match is not None and not _DENIED.search(text[: match.start()].rstrip())
