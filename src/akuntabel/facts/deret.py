"""Series of one quantity over years, from tables with a year in each row, from year columns, and from sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from akuntabel.facts.angka import Angka
from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.pengukuran import MEASURED, NilaiTabel
from akuntabel.facts.pernyataan import IKM, Pernyataan
from akuntabel.facts.subjek import normal_name
from akuntabel.facts.tabel import JenisBaris, Sel, Tabel

_YEAR = re.compile(r"(?:tahun\s*)?((?:19|20)\d{2})", re.IGNORECASE)
_IKM = re.compile(r"\b(ikm|skm|kepuasan masyarakat)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Titik:
    """A value of a year and the fact that carries it."""

    angka: Angka
    sumber: Sel | NilaiTabel | Pernyataan
    tabel: Tabel | None = None


@dataclass(frozen=True, slots=True)
class Deret:
    """A quantity over at least two years, years ascending. Where the document gives a year twice, the first stands."""

    subjek: str
    besaran: Peran
    titik: tuple[tuple[int, Titik], ...]

    def value(self, tahun: int) -> Angka | None:
        """The number of a year."""
        return next((t.angka for y, t in self.titik if y == tahun), None)


def read_series(
    tables: Iterable[Tabel], values: Iterable[NilaiTabel], claims: Iterable[Pernyataan]
) -> tuple[Deret, ...]:
    """All series, one for each subject and besaran."""
    found: dict[tuple[str, Peran], dict[int, Titik]] = {}
    names: dict[str, str] = {}
    for name, besaran, year, point in (*_from_rows(tables), *_from_values(values), *_from_claims(claims)):
        key = _key(name)
        names.setdefault(key, name)
        found.setdefault((key, besaran), {}).setdefault(year, point)
    return tuple(
        Deret(names[key], besaran, tuple(sorted(points.items(), key=lambda p: p[0])))
        for (key, besaran), points in found.items()
        if len(points) > 1
    )


def _key(name: str) -> str:
    return normal_name(IKM) if _IKM.search(name) else normal_name(name)


def year_rows(tables: Iterable[Tabel]) -> Iterator[tuple[Tabel, int, dict[Peran, Sel], str]]:
    """Rows that stand for a year: table, year, cells by role, and what the table speaks of."""
    for table in tables:
        measured = [k for k in table.kolom if k.peran in MEASURED]
        named = [k for k in table.kolom if k.peran not in MEASURED and "tahun" in k.teks.lower() and not k.tahun]
        if not measured or not named or table.of(Peran.INDIKATOR):
            continue
        subject, result = table_subject(table), _result(table)
        for row in table.rows(JenisBaris.ISI):
            match = _YEAR.fullmatch(row.sel[named[0].indeks].teks.strip())
            if match:
                cells = {k.peran: row.sel[k.indeks] for k in measured}
                if result and Peran.REALISASI not in cells:
                    cells[Peran.REALISASI] = row.sel[result.indeks]
                yield table, int(match[1]), cells, subject


def _result(table: Tabel) -> Kolom | None:
    """The one column between target and capaian, whatever its name (Indeks, Nilai IKM)."""
    ends = [k.indeks for k in table.of(Peran.TARGET, Peran.CAPAIAN)]
    inside = [k for k in table.kolom if len(ends) == 2 and ends[0] < k.indeks < ends[1]]
    return inside[0] if len(inside) == 1 else None


def table_subject(table: Tabel) -> str:
    """What a table without names speaks of: satisfaction where head, caption or section say so."""
    places = (*(k.teks for k in table.kolom), table.judul, *table.bagian[-2:])
    return IKM if any(_IKM.search(p) for p in places) else table.judul


def _from_rows(tables: Iterable[Tabel]) -> Iterator[tuple[str, Peran, int, Titik]]:
    for table, year, cells, subject in year_rows(tables):
        for besaran, cell in cells.items():
            if subject and cell.angka and cell.nilai_ada:
                yield subject, besaran, year, Titik(cell.angka, cell, table)


def _from_values(values: Iterable[NilaiTabel]) -> Iterator[tuple[str, Peran, int, Titik]]:
    for value in values:
        if value.tahun and value.angka and value.sel.nilai_ada and not value.kolom.triwulan:
            yield value.indikator, value.besaran, value.tahun, Titik(value.angka, value, value.tabel)


def _from_claims(claims: Iterable[Pernyataan]) -> Iterator[tuple[str, Peran, int, Titik]]:
    for claim in claims:
        if claim.tahun and claim.atau is None:
            yield claim.indikator, claim.besaran, claim.tahun, Titik(claim.angka, claim)
