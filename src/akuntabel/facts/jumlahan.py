"""Sums that a table states: totals below columns, parts below group rows, totals beside rows, and how each was read.

A total may be read in several ways (all rows, group rows, rows since the last total). The reading that fits most
columns is taken; `yakin` says whether other numbers of the table confirm it, `cocok` whether the sum holds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from akuntabel.facts.angka import JenisIsi
from akuntabel.facts.jenjang import Jenjang, by_amounts, nestings
from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.serapan import Serapan
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel


class Arah(StrEnum):
    """Along which line of the table is added."""

    KOLOM = "kolom"
    BARIS = "baris"
    SISA = "sisa"  # budget = spending + rest


@dataclass(frozen=True, slots=True)
class Persamaan:
    """A sum that a table states. `label` names the total; `lewat` says why it was not added, empty where it was."""

    tabel: Tabel
    arah: Arah
    jumlah: Sel
    suku: tuple[Sel, ...]
    label: str
    kolom: Kolom
    yakin: bool = False
    induk: bool = False
    lewat: str = ""

    @property
    def hasil(self) -> Decimal:
        """The sum of the parts."""
        return sum((value_of(s) for s in self.suku), Decimal())

    @property
    def tertulis(self) -> Decimal:
        """The printed total."""
        return value_of(self.jumlah)

    @property
    def toleransi(self) -> Decimal:
        """How far rounded parts may miss a rounded total; nothing for whole numbers."""
        cells = [s for s in (*self.suku, self.jumlah) if s.angka and s.nilai_ada]
        rounded = [s.angka.ketelitian for s in cells if s.angka and s.angka.ketelitian != 1]
        return Decimal(len(cells)) / 2 * max(rounded) if rounded else Decimal(0)

    @property
    def cocok(self) -> bool:
        """Whether the parts make the total."""
        return abs(self.hasil - self.tertulis) <= self.toleransi

    @property
    def kosong(self) -> bool:
        """Whether a part stands empty (not a dash)."""
        return any(s.jenis is JenisIsi.KOSONG and not s.lanjutan for s in self.suku)


def value_of(cell: Sel) -> Decimal:
    """The number of a cell; a dash or nothing counts as zero."""
    return cell.angka.nilai if cell.angka and cell.angka.nilai is not None else Decimal(0)


def read_sums(tables: Iterable[Tabel], spending: Sequence[Serapan] = ()) -> tuple[Persamaan, ...]:
    """Every sum that the tables state. A budget is the sum of its spending and its rest."""
    read = [t for t in tables if len(t.baris) <= _LONGEST]
    return (*(p for t in read for p in (*_down(t), *_across(t))), *_rests(spending))


_LONGEST = 3000
_TELLING = 10_000  # sums below this may come out by accident in another reading
_NEVER = (
    Peran.NOMOR,
    Peran.KODE,
    Peran.PERSEN,
    Peran.CAPAIAN,
    Peran.RATA_RATA,
    Peran.FISIK,
    Peran.PREDIKAT,
    Peran.DASAR,
    Peran.KEMAJUAN,
    Peran.KEMAJUAN_DASAR,
)
_MONEY = (Peran.ANGGARAN, Peran.REALISASI_ANGGARAN, Peran.SISA)
_PLAIN_TOTAL = re.compile(
    r"(?:grand\s*|sub\s*)?(?:jumlah|total)(?:\s+(?:total|keseluruhan|seluruh\w*|umum|akhir|besar|[ivx]+|[a-z]|\d+|anggaran"
    r"|belanja(?:\s+\w+){0,2}|pendapatan(?:\s+\w+){0,2}|pegawai|asn|pns|pppk|aparatur|sdm|orang|program\b.*|kegiatan\b.*))?"
    r"\s*(?:\(.*\))?\W*",
    re.IGNORECASE,
)
_NO_TOTAL = re.compile(r"surplus|defisit|selisih|indeks|nilai|rata|ikm|nrr|tertimbang|penduduk|angkatan", re.IGNORECASE)


_NO_SUM = re.compile(
    r"indeks|tahun pem|\brasio\b|\bkepadatan\b|/\s*(?:km|ha\b|jiwa|orang|penduduk|kapita)|\bper (?:km|ha\b|kapita)",
    re.IGNORECASE,
)  # a ratio has no sum: people per square kilometre, women to men


def additive(table: Tabel, column: Kolom) -> bool:
    """Whether numbers of a column may be added: money and counts of one unit, never percentages, years or indices."""
    if column.peran in _NEVER or column.persen or _NO_SUM.search(column.teks):
        return False
    if column.peran in _MONEY or column.rupiah:
        return True
    cells = [r.sel[column.indeks] for r in table.baris]
    marked = any(c.angka and c.angka.persen for c in cells)
    units = {c.angka.satuan for c in cells if c.angka and c.angka.satuan}
    named = {r.sel[k.indeks].teks.lower() for k in table.of(Peran.SATUAN) for r in table.baris} - {"", "-"}
    return not marked and len(units) < 2 and len(named) < 2


# --- totals below columns ---


def _down(table: Tabel) -> Iterator[Persamaan]:
    columns = [k for k in table.kolom if additive(table, k)]
    amounts = by_amounts(table, columns)
    ways = (*nestings(table), *([amounts] if amounts else []))
    for row in _totals(table):
        yield from _total_row(table, row, columns, ways)
    best = _best_nesting(table, ways, columns)
    if best:
        yield from _parents(table, best, columns)


def _totals(table: Tabel) -> list[int]:
    return [
        n
        for n, row in enumerate(table.baris)
        if row.jenis is JenisBaris.JUMLAH and not _NO_TOTAL.search(row.label) and _PLAIN_TOTAL.fullmatch(row.label)
    ]


def _total_row(table: Tabel, row: int, columns: Sequence[Kolom], ways: Sequence[Jenjang]) -> Iterator[Persamaan]:
    told = [k for k in columns if table.baris[row].sel[k.indeks].nilai_ada]
    readings = [r for r in dict.fromkeys(_readings(table, row, ways)) if len(r) > 1]
    if not told or not readings:
        return
    made = {r: [_equation(table, k, row, r) for k in told] for r in readings}
    fits = {r: sum(_speaks(e) and e.cocok for e in made[r]) for r in readings}
    best = max(readings, key=lambda r: (fits[r], -readings.index(r)))
    flat = not ways and len(set(readings)) == 1 and _complete(table, best)
    for at, column in enumerate(told):
        settled = fits[best] > 1 and value_of(made[best][at].jumlah) < _TELLING
        fitting = next((made[r][at] for r in (best, *(() if settled else readings)) if made[r][at].cocok), None)
        chosen = fitting or made[best][at]
        if not fitting and _other_meaning(chosen):
            continue
        sure = bool(fits[best]) or (flat and not _doubled(chosen))
        yield Persamaan(
            table, Arah.KOLOM, chosen.jumlah, chosen.suku, chosen.label, column, sure, lewat=_broken(chosen)
        )


def _readings(table: Tabel, row: int, ways: Sequence[Jenjang]) -> Iterator[tuple[int, ...]]:
    """The sets of rows that a total may add, likeliest first."""
    rows = table.baris
    totals = _totals(table)
    before = [t for t in totals if t < row]
    body = [n for n in range(row) if rows[n].jenis is JenisBaris.ISI]
    since = [n for n in body if not before or n > before[-1]]
    below = [n for n in range(row + 1, len(rows)) if rows[n].jenis is JenisBaris.ISI]
    for way in ways:
        yield tuple(_top(way, since, table))
        yield tuple(_top(way, body, table))
    yield tuple(since)
    yield tuple(body)
    yield tuple(before)
    yield (*before, *since)
    if not since and not before:
        yield tuple(below)
        for way in ways:
            yield tuple(_top(way, below, table))


def _top(way: Jenjang, rows: Sequence[int], table: Tabel) -> Iterator[int]:
    """The highest rows that hold numbers: a group without numbers stands for its parts."""
    yield from way.roots(rows)


def _equation(table: Tabel, column: Kolom, total: int, parts: Sequence[int]) -> Persamaan:
    row = table.baris[total]
    cells = tuple(table.baris[n].sel[column.indeks] for n in parts)
    return Persamaan(table, Arah.KOLOM, row.sel[column.indeks], cells, row.label, column)


def _doubled(equation: Persamaan) -> bool:
    """Whether rows may be counted with their own parts: the sum is one and a half to four times the total."""
    return 3 * equation.tertulis <= 2 * equation.hasil <= 8 * equation.tertulis


def _speaks(equation: Persamaan) -> bool:
    """Whether at least two parts are not zero: then a sum that holds is no accident."""
    return sum(value_of(s) != 0 for s in equation.suku) > 1


def _complete(table: Tabel, rows: Sequence[int]) -> bool:
    """Whether numbered rows run from one without gap: else a part of the table may stand elsewhere."""
    numbers = [int(t) for n in rows if (t := table.baris[n].sel[0].teks.strip(" .)(")).isdigit() and len(t) < 4]
    return not numbers or numbers == list(range(1, len(numbers) + 1))


def _broken(equation: Persamaan) -> str:
    """Why a sum cannot be done."""
    if any(s.jenis in (JenisIsi.RUSAK, JenisIsi.GALAT) for s in equation.suku):
        return "ada angka yang rusak di antara bagiannya"
    if any(s.jenis is JenisIsi.TEKS for s in equation.suku):
        return "ada sel berisi teks di antara bagiannya"
    return ""


def _other_meaning(equation: Persamaan) -> bool:
    """A total row may hold the mean, the count of rows, the highest, or the last value of its column."""
    values = [value_of(s) for s in equation.suku if s.nilai_ada]
    if not values or not equation.jumlah.angka:
        return True
    number, total = equation.jumlah.angka, equation.tertulis
    means = {sum(values, Decimal()) / len(values), equation.hasil / len(equation.suku)}
    return any(number.near(m) for m in means) or total in (len(values), len(equation.suku), max(values), values[-1])


# --- parts below group rows ---


def _best_nesting(table: Tabel, ways: Sequence[Jenjang], columns: Sequence[Kolom]) -> Jenjang | None:
    """The nesting that most of its own sums confirm; none where fewer than two do, or not most."""
    scored = []
    for order, way in enumerate(ways):
        sums = [e for e in _parent_sums(table, way, columns) if _speaks(e) and not _broken(e)]
        fits = sum(e.cocok for e in sums)
        if fits > 1 and 2 * fits > len(sums):
            scored.append((fits, -order, way))
    return max(scored, key=lambda s: s[:2])[2] if scored else None


def _parent_sums(table: Tabel, way: Jenjang, columns: Sequence[Kolom]) -> Iterator[Persamaan]:
    for parent in way.induk:
        for column in columns:
            if table.baris[parent.baris].sel[column.indeks].nilai_ada:
                yield _equation(table, column, parent.baris, parent.anak)


def _parents(table: Tabel, way: Jenjang, columns: Sequence[Kolom]) -> Iterator[Persamaan]:
    sums = list(_parent_sums(table, way, columns))
    good = [e for e in sums if _speaks(e) and e.cocok]
    for e in sums:
        if any(value_of(s) for s in e.suku):
            sure = len(good) >= _ENOUGH
            yield Persamaan(table, e.arah, e.jumlah, e.suku, e.label, e.kolom, sure, induk=True, lewat=_broken(e))


_ENOUGH = 3


# --- budget, spending and rest ---


def _rests(spending: Sequence[Serapan]) -> Iterator[Persamaan]:
    columns: dict[tuple[int, int], list[Persamaan]] = defaultdict(list)
    for row in spending:
        if row.sisa and row.sisa.nilai_ada and row.anggaran.nilai_ada and row.realisasi.jenis in _READ:
            columns[row.tabel.blok, row.sisa.kolom].append(_rest(row, row.sisa))
    for sums in columns.values():
        fits = sum(e.cocok for e in sums)
        if fits or len(sums) < _ENOUGH:
            yield from (replace(e, yakin=fits >= _ENOUGH or 2 * fits >= len(sums)) for e in sums)


_READ = (JenisIsi.ANGKA, JenisIsi.STRIP)


def _rest(row: Serapan, rest: Sel) -> Persamaan:
    """A rest may be printed without its sign where more was spent than there was."""
    head = row.tabel.kolom[rest.kolom]
    made = Persamaan(row.tabel, Arah.SISA, row.anggaran, (row.realisasi, rest), row.baris.label, head)
    over = value_of(row.realisasi) - value_of(row.anggaran)
    return (
        made
        if over <= 0 or abs(value_of(rest)) != over
        else replace(made, jumlah=row.realisasi, suku=(row.anggaran, rest))
    )


# --- totals beside rows ---

_TOTAL_HEAD = re.compile(
    r"(?:jumlah|total|jml\.?|jlh\.?)(?:\s+(?:total|keseluruhan|seluruhnya|barang|pegawai|asn|orang|unit|semua|anggaran"
    r"|aset|kendaraan|responden))?\s*(?:\([^)]*\))?|l\s*\+\s*p|laki-laki\s*(?:\+|dan|&)\s*perempuan"
)


def _across(table: Tabel) -> Iterator[Persamaan]:
    for column in table.kolom:
        if is_total(column) and additive(table, column):
            yield from _total_column(table, column)


def is_total(column: Kolom) -> bool:
    """Whether a head says that a column is a total, at its lowest level or above it (Jumlah / L)."""
    return any(_TOTAL_HEAD.fullmatch(part.lower().strip()) for part in column.judul)


def _total_column(table: Tabel, total: Kolom) -> Iterator[Persamaan]:
    readings = [r for r in dict.fromkeys(_column_readings(table, total)) if len(r) > 1]
    made = {r: list(_row_sums(table, total, r)) for r in readings}
    scored = [(sum(_speaks(e) and e.cocok for e in sums), sum(e.cocok for e in sums), r) for r, sums in made.items()]
    if not scored:
        return
    strong, fits, best = max(scored, key=lambda s: s[:2])
    sums = made[best]
    totals = [e for e in sums if _speaks(e) and e.cocok and e.jumlah in _total_cells(table)]
    if not strong or (2 * fits < len(sums) and not totals):
        return
    for e in sums:
        yield Persamaan(
            table, Arah.BARIS, e.jumlah, e.suku, e.label, total, fits >= _ENOUGH or bool(totals), lewat=_broken(e)
        )


def _total_cells(table: Tabel) -> set[Sel]:
    return {s for r in table.rows(JenisBaris.JUMLAH) for s in r.sel}


def _column_readings(table: Tabel, total: Kolom) -> Iterator[tuple[int, ...]]:
    """The sets of columns that a total column may add."""
    at = total.indeks
    yield tuple(reversed(list(_run(table, range(at - 1, -1, -1)))))
    yield tuple(_run(table, range(at + 1, len(table.kolom))))
    if len(total.judul) > 1:
        others = [k for k in table.kolom if k.indeks != at and additive(table, k) and not is_total(k)]
        yield tuple(k.indeks for k in others if k.judul[:-1] == total.judul[:-1])
        yield tuple(k.indeks for k in others if k.judul[-1:] == total.judul[-1:])
    yield tuple(k.indeks for k in table.kolom if is_total(k) and k.indeks < at)


def _run(table: Tabel, order: Iterable[int]) -> Iterator[int]:
    """Columns of numbers next to each other, up to the first of another kind."""
    for c in order:
        column = table.kolom[c]
        if not additive(table, column) or column.peran in _MONEY or not _holds_numbers(table, c):
            return
        if is_total(column):
            return
        yield c


def _holds_numbers(table: Tabel, column: int) -> bool:
    filled = [r.sel[column] for r in table.baris if r.sel[column].jenis is not JenisIsi.KOSONG]
    numbers = sum(c.jenis in (JenisIsi.ANGKA, JenisIsi.STRIP, JenisIsi.RUSAK) for c in filled)
    return bool(filled) and 10 * numbers >= 8 * len(filled)


def _row_sums(table: Tabel, total: Kolom, parts: Sequence[int]) -> Iterator[Persamaan]:
    for row in table.rows(JenisBaris.ISI, JenisBaris.JUMLAH):
        if row.sel[total.indeks].nilai_ada:
            cells = tuple(row.sel[c] for c in parts)
            yield Persamaan(table, Arah.BARIS, row.sel[total.indeks], cells, row.label, total)


def is_sum_of(row: BarisTabel, rows: Iterable[BarisTabel]) -> bool:
    """Whether a row is the total of the other rows, whatever it is called ("Kabupaten Nusalaut")."""
    parts = [r for r in rows if r is not row and r.jenis is JenisBaris.ISI]
    columns = [c.kolom for c in row.sel[1:] if c.nilai_ada and c.angka and c.angka.nilai]
    return any(sum(value_of(r.sel[c]) for r in parts) == value_of(row.sel[c]) for c in columns)
