"""Rows of tables that set realisasi against target and print the capaian, whatever the rows are named by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from akuntabel.facts.angka import Angka
from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.pola import clean
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel


@dataclass(frozen=True, slots=True)
class BarisCapaian:
    """A row with target, realisasi and capaian of one year. `pasangan` are all targets and realisasi of the row.

    `capaian` is None where the table prints none; `predikat` and `status` are cells of words, where there are such.
    """

    tabel: Tabel
    baris: BarisTabel
    nama: str
    target: Sel
    realisasi: Sel
    capaian: Sel | None = None
    pasangan: tuple[tuple[Sel, Sel], ...] = ()
    tahun: int | None = None
    sasaran: str = ""
    predikat: tuple[Sel, ...] = ()

    def angka(self, cell: Sel | None) -> Angka | None:
        """The number of one of its cells, where it could be read."""
        return cell.angka if cell is not None and cell.nilai_ada else None


_NAMING = (Peran.INDIKATOR, Peran.URAIAN, Peran.PROGRAM, Peran.SASARAN, Peran.TUJUAN)
_MONEY = (Peran.ANGGARAN, Peran.REALISASI_ANGGARAN, Peran.SISA)
_YEAR = re.compile(r"(?:tahun\s*)?((?:19|20)\d{2})", re.IGNORECASE)


def read_measured(tables: Iterable[Tabel], tahun: int | None) -> tuple[BarisCapaian, ...]:
    """Every row that holds a target and a realisasi that are numbers, one for each printed capaian."""
    return tuple(r for t in tables for r in _table(t, tahun))


def _table(table: Tabel, tahun: int | None) -> Iterator[BarisCapaian]:
    targets, results = _columns(table)
    if not targets or not results:
        return
    for share, target, realised in _triples(table, targets, results):
        yield from _rows(table, share, target, realised, (targets, results), tahun)


def _columns(table: Tabel) -> tuple[list[Kolom], list[Kolom]]:
    """Columns of targets and of realisasi. Where none is called realisasi, a capaian in the indicator's unit is one."""
    targets = [k for k in table.of(Peran.TARGET) if not k.rupiah]
    results = [k for k in table.of(Peran.REALISASI) if not k.rupiah]
    if not results and any(k.persen for k in table.of(Peran.PERSEN, Peran.CAPAIAN)):
        results = [k for k in table.of(Peran.CAPAIAN) if not k.persen]
    return targets, results or _between(table, targets)


def _between(table: Tabel, targets: Sequence[Kolom]) -> list[Kolom]:
    """The one column of numbers between a target and its capaian, whatever it is called (Indeks, Nilai)."""
    shares = table.of(Peran.CAPAIAN)
    if len(targets) != 1 or len(shares) != 1:
        return []
    inside = [k for k in table.kolom if targets[0].indeks < k.indeks < shares[0].indeks]
    return inside if len(inside) == 1 and inside[0].peran not in _MONEY else []


def _triples(
    table: Tabel, targets: Sequence[Kolom], results: Sequence[Kolom]
) -> Iterator[tuple[Kolom | None, Kolom, Kolom]]:
    """Each column of capaian with the target and the realisasi nearest to its left."""
    shares = [k for k in table.of(Peran.CAPAIAN, Peran.PERSEN) if k not in results and not _of_money(table, k)]
    found = False
    for share in shares:
        target, realised = _nearest(targets, share), _nearest(results, share)
        if target and realised:
            found = True
            yield share, target, realised
    if not found:
        yield None, targets[-1], results[-1]


def _of_money(table: Tabel, share: Kolom) -> bool:
    """Whether the column right before a percentage holds money: then it is absorption."""
    left = [k for k in table.kolom if k.indeks < share.indeks and k.peran not in (Peran.LAIN, Peran.PERSEN)]
    return bool(left) and left[-1].peran in _MONEY


def _nearest(columns: Sequence[Kolom], share: Kolom) -> Kolom | None:
    same = [k for k in columns if share.tahun is None or k.tahun in (None, share.tahun)]
    same = [k for k in same if k.triwulan == share.triwulan] or same
    left = [k for k in same if k.indeks < share.indeks]
    return left[-1] if left else (same[0] if same else None)


def _rows(
    table: Tabel,
    share: Kolom | None,
    target: Kolom,
    realised: Kolom,
    every: tuple[Sequence[Kolom], Sequence[Kolom]],
    tahun: int | None,
) -> Iterator[BarisCapaian]:
    words = tuple(k.indeks for k in table.of(Peran.PREDIKAT, Peran.KETERANGAN))
    name = goal = ""
    for row in table.rows(JenisBaris.ISI, JenisBaris.KELOMPOK, JenisBaris.JUMLAH):
        if row.jenis is JenisBaris.JUMLAH and not _adds_money(row, target, realised):
            continue
        name = _text(row, table.of(*_NAMING)) or name
        goal = _text(row, table.of(Peran.SASARAN)) or goal
        cells = row.sel[target.indeks], row.sel[realised.indeks]
        if not all(c.nilai_ada for c in cells):
            continue
        others = (*every[1], *_inside(table, realised, share))
        pairs = tuple((row.sel[t.indeks], row.sel[r.indeks]) for t in every[0] for r in others)
        year = _year_of(row) or (share.tahun if share else None) or realised.tahun or tahun
        yield BarisCapaian(
            tabel=table,
            baris=row,
            nama=name or title_of(table),
            target=cells[0],
            realisasi=cells[1],
            capaian=row.sel[share.indeks] if share else None,
            pasangan=pairs,
            tahun=year,
            sasaran=goal,
            predikat=tuple(row.sel[c] for c in words if row.sel[c].teks.strip()),
        )


_LARGE = 1_000_000  # below this a total of targets may be no sum


def _adds_money(row: BarisTabel, target: Kolom, realised: Kolom) -> bool:
    """A total of amounts: there the percentage is of the totals, no mean."""
    values = (c.angka.nilai if c.angka else None for c in (row.sel[target.indeks], row.sel[realised.indeks]))
    return all(v is not None and v >= _LARGE for v in values)


def _inside(table: Tabel, realised: Kolom, share: Kolom | None) -> list[Kolom]:
    """Columns between a realisasi and the capaian behind it that may hold what the capaian is of (Kumulatif)."""
    ends = (realised.indeks, share.indeks if share else realised.indeks)
    return [k for k in table.of(Peran.LAIN, Peran.JUMLAH) if ends[0] < k.indeks < ends[1]]


def _text(row: BarisTabel, columns: Sequence[Kolom]) -> str:
    """The text of the most telling naming column: indikator before others, the rightmost of several."""
    for role in _NAMING:
        texts = [clean(row.sel[k.indeks].teks) for k in columns if k.peran is role]
        found = next((t for t in reversed(texts) if any(ch.isalpha() for ch in t) and not _YEAR.fullmatch(t)), "")
        if found:
            return found
    return ""


def _year_of(row: BarisTabel) -> int | None:
    """The year that names a row, where rows are years."""
    found = [m for c in row.sel[:3] if (m := _YEAR.fullmatch(c.teks.strip()))]
    return int(found[0][1]) if found else None


def title_of(table: Tabel) -> str:
    """What a table is about where its rows do not say: its caption, else the heading above it."""
    return table.judul or (table.bagian[-1] if table.bagian else "")
