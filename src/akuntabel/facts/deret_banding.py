"""Lines of comparable numbers of a table: a column over its rows, or the total row over its quarters and kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from akuntabel.facts.angka import JenisIsi
from akuntabel.facts.jenjang import nestings
from akuntabel.facts.jumlahan import additive, is_sum_of, is_total, value_of
from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.subjek import bare_name, mentions, normal_name
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel


@dataclass(frozen=True, slots=True)
class Anggota:
    """A number of a line with its name and the row that it stands in."""

    nama: str
    sel: Sel
    baris: BarisTabel

    @property
    def nilai(self) -> Decimal:
        """Its number."""
        return value_of(self.sel)


@dataclass(frozen=True, slots=True)
class DeretBanding:
    """At least three numbers that may be ranked; `kolom` is the column that they stand in, None along a row."""

    tabel: Tabel
    anggota: tuple[Anggota, ...]
    kolom: Kolom | None = None

    def named(self, words: str) -> Anggota | None:
        """The member whose name stands in the words; the longest name wins, two different ones are none."""
        found = self.all_named(words)
        return found[0] if len(found) == 1 else None

    def all_named(self, words: str) -> list[Anggota]:
        """The members whose names stand in the words; a name inside a longer one that stands there does not count."""
        text = normal_name(_plain(words))
        found: list[str] = []
        for name in sorted({bare_name(_plain(a.nama)) for a in self.anggota}, key=len, reverse=True):
            stands = re.compile(rf"\b{re.escape(name)}\b")
            if len(name) >= _LEAST and stands.search(text):
                found.append(name)
                text = stands.sub("|", text)
        return [a for a in self.anggota if bare_name(_plain(a.nama)) in found]

    def end(self, largest: bool) -> tuple[Anggota, ...]:
        """Those that are the most, or the least."""
        pick = max if largest else min
        value = pick(a.nilai for a in self.anggota)
        return tuple(a for a in self.anggota if a.nilai == value)


_LEAST = 3
_QUARTER = re.compile(r"\b(?:tw|tribulan)\b\.?", re.IGNORECASE)
_CODE = re.compile(r"^\s*\(?[A-Z]\d{1,2}\)?[\s.:-]+")  # "U9 Sarana dan Prasarana"
_OF_ALL = re.compile(r"\b(?:rata-rata|rerata|jumlah|total|keseluruhan)\b", re.IGNORECASE)
_RANK = re.compile(r"\b(?:peringkat|rangking|ranking|urutan|prioritas)\b", re.IGNORECASE)
_OF_SURVEY = re.compile(r"\b(?:skm|ikm)\b", re.IGNORECASE)


def _sums_up(row: BarisTabel) -> bool:
    """A row about all others; a numbered one is an item ("Rata-rata waktu pelayanan"), but for a survey's index."""
    return _OF_SURVEY.search(row.label) is not None or (not row.nomor and _OF_ALL.search(row.label) is not None)


def _plain(name: str) -> str:
    return _QUARTER.sub("triwulan", _CODE.sub("", name))


def lines_of(table: Tabel, words: str, largest: bool) -> Iterator[DeretBanding]:
    """The columns over the rows of the level that the words name, then the total row over its columns.

    A line whose end is the sum of others is none: a total row, or a heading row with its parts.
    """
    if not table.rows(JenisBaris.KELOMPOK):
        rows = tuple(r for r in table.rows(JenisBaris.ISI) if not _sums_up(r))
        for level in _levels(table, rows, words):
            yield from (d for d in _down(table, level) if not _sums(d, largest))
    yield from _across(table)


def _levels(table: Tabel, rows: Sequence[BarisTabel], words: str) -> Iterator[Sequence[BarisTabel]]:
    """All rows, or those of one level with the named row, where rows are parts of others."""
    nested = next(iter(nestings(table)), None)
    if nested is None:
        yield rows
        return
    level = {row: nested.tingkat[n] for n, row in enumerate(table.baris)}
    named = [r for r in rows if len(bare_name(r.label)) >= _LEAST and mentions(words, _plain(r.label))]
    longest = max(named, key=lambda r: len(r.label), default=None)
    if longest is not None:
        yield [r for r in rows if level[r] == level[longest]]


def _down(table: Tabel, rows: Sequence[BarisTabel]) -> Iterator[DeretBanding]:
    for column in table.kolom:
        if column.peran in (Peran.NOMOR, Peran.KODE) or _unranked(table, rows, column):
            continue
        cells = [Anggota(r.label, r.sel[column.indeks], r) for r in rows]
        if _whole(cells):
            yield DeretBanding(table, tuple(cells), column)


def _unranked(table: Tabel, rows: Sequence[BarisTabel], column: Kolom) -> bool:
    """Whether no number is more: ranks, where the first is the highest; values of indicators, of several units."""
    if _RANK.search(column.teks):
        return True
    percent = column.persen or column.peran in (Peran.CAPAIAN, Peran.PERSEN, Peran.KEMAJUAN)
    units = {r.sel[k.indeks].teks.lower() for k in table.of(Peran.SATUAN) for r in rows}
    return not percent and (len(units) > 1 or (not units and bool(table.of(Peran.INDIKATOR))))


def _whole(members: Sequence[Anggota]) -> bool:
    return len(members) >= _LEAST and all(a.sel.jenis is JenisIsi.ANGKA and a.sel.nilai_ada for a in members)


def _sums(line: DeretBanding, largest: bool) -> bool:
    values = [a.nilai for a in line.anggota]
    rows = [a.baris for a in line.anggota]
    at = values.index((max if largest else min)(values))
    return is_sum_of(rows[at], rows) or values[at] in list(accumulate(values[at + 1 :]))[1:]


def _across(table: Tabel) -> Iterator[DeretBanding]:
    """The total row over the quarters, or over the columns that its total adds."""
    totals = table.rows(JenisBaris.JUMLAH)
    columns = [k for k in table.kolom if k.judul and additive(table, k) and not is_total(k)]
    quarters = [k for k in columns if k.triwulan]
    last = [k for k in table.kolom if is_total(k) and additive(table, k)]
    parts = [k for k in columns if len(last) == 1 and k.indeks < last[0].indeks]
    for group in dict.fromkeys((tuple(quarters), tuple(parts))):
        if len(totals) == 1 and group:
            members = tuple(Anggota(k.judul[-1], totals[0].sel[k.indeks], totals[0]) for k in group)
            added = not last or sum(a.nilai for a in members) == value_of(totals[0].sel[last[0].indeks])
            if _whole(members) and added:
                yield DeretBanding(table, members)
