"""Where rows stand in the workbook of a package, without writing it: what has no file yet can still name its cells."""

from __future__ import annotations

from akuntabel.domain.kolom import columns_of
from akuntabel.domain.paket import TABEL, Paket
from akuntabel.grid.sheet import letters
from akuntabel.provenance import RowPlace, SourceMap

_FIRST = 2  # below the heading


def book_places(paket: Paket, berkas: str) -> SourceMap:
    """The place of every row in the workbook that `workbook_bytes` makes of the package, under that file's name."""
    places = {}
    for name, rows in paket.tables():
        columns = [k.nama for k in columns_of(TABEL[name])]
        letter = {column: letters(n) for n, column in enumerate(columns, 1)}
        present = frozenset(columns)
        for line, row in enumerate(rows, _FIRST):
            places[name, row.kunci] = RowPlace(berkas, line, name, letter, present)
    return SourceMap(places)
