"""Amounts of money that sentences claim: the budget, what was spent, what is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from akuntabel.facts.angka import YEARS, Angka
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.kolom import Peran
from akuntabel.facts.tabel import JenisBaris, Tabel


class JenisUang(StrEnum):
    """What an amount is."""

    ANGGARAN = "anggaran"
    REALISASI = "realisasi"
    SISA = "sisa"


@dataclass(frozen=True, slots=True)
class KlaimUang:
    """An amount in a sentence. `total`: the sentence speaks of the agency as a whole; `persen` stands right behind."""

    jenis: JenisUang
    tahun: int | None
    angka: Angka
    kalimat: Kalimat
    persen: Angka | None = None
    total: bool = False


@dataclass(frozen=True, slots=True)
class TotalUang:
    """The total of a budget table: its total row, the row of each year where its rows are years, else the sum of its
    rows (`dihitung`)."""

    jenis: JenisUang
    tahun: int | None
    nilai: Decimal
    tabel: Tabel
    baris: int
    teks: str
    dihitung: bool = False


_KINDS = (
    (JenisUang.SISA, r"\b(sisa|mengefisiensi\w*|efisiensi|penghematan|menghemat|silpa|tidak terserap)\b"),
    (JenisUang.REALISASI, r"\b(realisasi\w*|merealisasikan|terealisasi|direalisasikan|menyerap|terserap|penyerapan)\b"),
    (JenisUang.ANGGARAN, r"\b(anggaran|pagu|alokasi|dpa|dppa|apbd)\w*\b"),
)
_LEAST = Decimal(10**6)
_PART = re.compile(
    r"\b(program|kegiatan|subkegiatan|sub kegiatan|belanja (?:pegawai|modal|barang)|bidang|sasaran)\b", re.IGNORECASE
)
_WHOLE = re.compile(r"\b(total|seluruh|keseluruhan|jumlah|didukung|tahun)\b", re.IGNORECASE)


def read_money(sentences: tuple[Kalimat, ...], tahun: int | None) -> tuple[KlaimUang, ...]:
    """Every amount of at least a million whose kind the words before it tell; the last such word decides."""
    return tuple(c for s in sentences for c in _claims(s, tahun))


def _claims(sentence: Kalimat, tahun: int | None) -> Iterator[KlaimUang]:
    start = 0
    for n, number in enumerate(sentence.angka):
        if number.nilai is None or number.nilai < _LEAST or not (number.rupiah or number.nilai >= 10**8):
            continue
        before = sentence.teks[start : number.awal][-120:]
        start = number.akhir
        kind = _kind(before)
        if kind:
            behind = sentence.angka[n + 1] if n + 1 < len(sentence.angka) else None
            near = behind and behind.persen and behind.awal - number.akhir < 220
            whole = not _PART.search(before) or bool(_WHOLE.search(before))
            yield KlaimUang(kind, _year(sentence, number, tahun), number, sentence, behind if near else None, whole)


def _kind(before: str) -> JenisUang | None:
    """Spending outranks budget when both stand before an amount ("merealisasikan anggaran sebesar")."""
    found = [(m.end(), kind) for kind, p in _KINDS for m in re.finditer(p, before, re.IGNORECASE)]
    if not found:
        return None
    kinds = [k for end, k in sorted(found) if len(before) - end < 80]
    if not kinds:
        return None
    last = kinds[-1]
    if last is JenisUang.ANGGARAN and len(kinds) > 1 and kinds[-2] is not JenisUang.ANGGARAN:
        return kinds[-2]
    return last


def _year(sentence: Kalimat, number: Angka, tahun: int | None) -> int | None:
    before = [int(m[0]) for m in YEARS.finditer(sentence.teks[: number.awal])]
    return before[-1] if before else tahun


def read_totals(tables: tuple[Tabel, ...], tahun: int | None) -> tuple[TotalUang, ...]:
    """Totals of every column of budget or spending without a quarter."""
    roles = {Peran.ANGGARAN: JenisUang.ANGGARAN, Peran.REALISASI_ANGGARAN: JenisUang.REALISASI}
    return tuple(
        total
        for table in tables
        for column in table.of(*roles)
        if not column.triwulan
        for total in _total(table, column.indeks, roles[column.peran], column.tahun or tahun)
    )


def _total(table: Tabel, index: int, kind: JenisUang, tahun: int | None) -> Iterator[TotalUang]:
    totals = [r for r in table.rows(JenisBaris.JUMLAH) if r.sel[index].nilai_ada]
    if totals:
        cell = totals[-1].sel[index]
        value = cell.angka.nilai if cell.angka else None
        if value is not None:
            yield TotalUang(kind, tahun, value * table.pengali, table, cell.tempat.baris, cell.teks)
        return
    cells = [r.sel[index] for r in table.rows(JenisBaris.ISI)]
    groups = [r for r in table.rows(JenisBaris.KELOMPOK) if r.sel[index].nilai_ada]
    if len(years := _years_of(table)) > 1:
        yield from _of_years(table, index, kind, years)
        return
    values = [c.angka.nilai for c in cells if c.angka and c.angka.nilai is not None]
    broken = any(c.angka is not None and c.angka.nilai is None for c in cells)
    if len(values) > 2 and not groups and not broken:
        total = sum(values, Decimal()) * table.pengali
        yield TotalUang(kind, tahun, total, table, table.tempat.baris, "", dihitung=True)


def _years_of(table: Tabel) -> dict[int, int]:
    """The year that each row is of (by the place of the row), where the rows of a table are years."""
    rows = table.rows(JenisBaris.ISI)
    for column in table.kolom:
        years = [YEARS.fullmatch(r.sel[column.indeks].teks.strip().removeprefix("Tahun ")) for r in rows]
        if rows and all(years):
            return {n: int(y[0]) for n, y in enumerate(years) if y}
    return {}


def _of_years(table: Tabel, index: int, kind: JenisUang, years: dict[int, int]) -> Iterator[TotalUang]:
    """Each year's row of a table of years; of one programme it is no total of the agency."""
    rows = table.rows(JenisBaris.ISI)
    for n, year in years.items() if not _PART.search(table.judul) else ():
        cell = rows[n].sel[index]
        value = cell.angka.nilai if cell.angka else None
        if value is not None:
            yield TotalUang(kind, year, value * table.pengali, table, cell.tempat.baris, cell.teks)
