"""Cells that say on which side of another column a row lies: "Di atas nasional"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel


@dataclass(frozen=True, slots=True)
class BandingTabel:
    """A cell with its words, whether they say more, and the two cells that are compared."""

    tabel: Tabel
    baris: BarisTabel
    kata: str
    lebih: bool
    sendiri: Sel
    acuan: Sel


_SAYS = re.compile(
    r"(?:(?P<lebih>di ?atas|lebih tinggi|lebih besar|melebihi|melampaui)|di ?bawah|lebih rendah|lebih kecil|kurang)"
    r"(?: dari(?:pada)?)?(?: \w+){0,2}? (?P<acuan>nasional|provinsi|regional|kabupaten|rata-rata)\b.*",
    re.IGNORECASE,
)
_OWN = (Peran.REALISASI, Peran.CAPAIAN)


def read_sides(tables: Iterable[Tabel]) -> tuple[BandingTabel, ...]:
    """Every such cell whose row has one column of its own and one of what it names."""
    return tuple(b for t in tables for k in t.of(Peran.KETERANGAN, Peran.PREDIKAT) for b in _column(t, k))


def _column(table: Tabel, column: Kolom) -> Iterator[BandingTabel]:
    for row in table.rows(JenisBaris.ISI):
        match = _SAYS.fullmatch(row.sel[column.indeks].teks.strip(" ."))
        if not match:
            continue
        word = match["acuan"].lower()
        others = [k for k in table.kolom if word in k.teks.lower() and k is not column]
        own = [k for k in table.of(*_OWN) if k not in others and not re.search(r"nasional|provinsi", k.teks.lower())]
        own = [k for k in own if not others or k.tahun in (None, others[0].tahun) or others[0].tahun is None]
        if len(others) == 1 and len(own) == 1:
            mine, theirs = row.sel[own[0].indeks], row.sel[others[0].indeks]
            if mine.nilai_ada and theirs.nilai_ada:
                yield BandingTabel(table, row, match[0], bool(match["lebih"]), mine, theirs)
