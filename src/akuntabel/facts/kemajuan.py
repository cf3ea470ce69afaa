"""Progress to the end of the plan: realisasi, the target of the last year, and the printed percentage, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel

_PROGRESS = re.compile(r"\b(?:tingkat\s+)?kemajuan\b")
_FROM_BASE = re.compile(r"\b(?:dasar|baseline|awal)\b")  # needs a value that the table does not hold
_END = re.compile(r"\b(?:akhir|renstra|rpjmd|rpd)\b")


@dataclass(frozen=True, slots=True)
class Kemajuan:
    """A row with its realisasi, its end target and its printed progress."""

    tabel: Tabel
    baris: BarisTabel
    realisasi: Sel
    target: Sel
    tercetak: Sel


def read_progress(tables: Iterable[Tabel], tahun: int | None) -> Iterator[Kemajuan]:
    """Rows of tables with one realisasi, one target of the plan's end and one column of progress."""
    for table in tables:
        printed = [k for k in table.kolom if _PROGRESS.search(k.teks.lower()) and not _FROM_BASE.search(k.teks.lower())]
        ends = [k for k in table.of(Peran.TARGET) if _is_end(k, tahun)]
        results = [k for k in table.of(Peran.REALISASI) if tahun is None or k.tahun in (None, tahun)]
        if len(printed) == len(ends) == len(results) == 1:
            for row in table.rows(JenisBaris.ISI):
                cells = (row.sel[results[0].indeks], row.sel[ends[0].indeks], row.sel[printed[0].indeks])
                if all(c.angka and c.angka.nilai for c in cells):
                    yield Kemajuan(table, row, *cells)


def _is_end(column: Kolom, tahun: int | None) -> bool:
    later = column.tahun is not None and tahun is not None and column.tahun > tahun
    return later or bool(_END.search(column.teks.lower()))
