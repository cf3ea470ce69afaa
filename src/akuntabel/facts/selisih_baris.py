"""Tables that set one row (the own area, the own agency) against others, with the difference in a column of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.facts.angka import JenisIsi
from akuntabel.facts.jumlahan import value_of
from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel

_DIFFERENCE = re.compile(r"\b(?:selisih|gap|perbedaan|deviasi)\b")  # growth goes from year to year
_YEAR = re.compile(r"(?:tahun\s*)?(?:19|20)\d{2}\*?", re.IGNORECASE)
_BLANK = (JenisIsi.STRIP, JenisIsi.KOSONG)
_NO_VALUES = (Peran.NOMOR, Peran.KODE, Peran.SELISIH)


@dataclass(frozen=True, slots=True)
class SelisihBaris:
    """A row that is set against the base row: both values and the printed difference."""

    tabel: Tabel
    baris: BarisTabel
    dasar: Sel
    nilai: Sel
    selisih: Sel

    @property
    def tepat(self) -> Decimal:
        """The difference without its sign: tables count from either side."""
        return abs(value_of(self.dasar) - value_of(self.nilai))


def read_row_differences(tables: Iterable[Tabel]) -> Iterator[SelisihBaris]:
    """Rows of tables with one column of differences, whose blank cell names the base row; not from year to year."""
    for table in tables:
        columns = [k for k in table.of(Peran.SELISIH) if _DIFFERENCE.search(k.teks.lower())]
        if len(columns) == 1 and not _by_year(table):
            yield from _rows(table, columns[0])


def _by_year(table: Tabel) -> bool:
    """Whether the rows are years: more than one, and no two alike."""
    found = [c.teks.strip() for r in table.rows(JenisBaris.ISI) for c in r.sel[:2] if _YEAR.fullmatch(c.teks.strip())]
    return len(set(found)) > 1 or (len(found) == 1 and len(table.rows(JenisBaris.ISI)) == 1)


def _rows(table: Tabel, difference: Kolom) -> Iterator[SelisihBaris]:
    values = [k for k in table.kolom if k.indeks < difference.indeks and _holds_numbers(table, k)]
    if len(values) != 1:  # two columns of values have their difference in the row itself
        return
    rows = [r for r in table.rows(JenisBaris.ISI) if _has(r.sel[values[0].indeks])]
    base = [r for r in rows if r.sel[difference.indeks].jenis in _BLANK]
    if len(base) != 1:
        return
    for row in rows:
        cell = row.sel[difference.indeks]
        if row is not base[0] and _has(cell):
            yield SelisihBaris(table, row, base[0].sel[values[0].indeks], row.sel[values[0].indeks], cell)


def _holds_numbers(table: Tabel, column: Kolom) -> bool:
    cells = [r.sel[column.indeks] for r in table.rows(JenisBaris.ISI)]
    filled = [c for c in cells if c.jenis not in _BLANK]
    dated = bool(filled) and all(_YEAR.fullmatch(c.teks.strip()) for c in filled)
    return column.peran not in _NO_VALUES and not dated and any(map(_has, filled))


def _has(cell: Sel) -> bool:
    return cell.angka is not None and cell.angka.nilai is not None
