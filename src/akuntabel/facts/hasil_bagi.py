"""Quotients that a table shows without saying so: "Cakupan (%)" is one column over another in nearly all rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from akuntabel.facts.angka import Angka
from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Tabel


@dataclass(frozen=True, slots=True)
class HasilBagi:
    """A column that holds `pembilang` / `penyebut` × `kali`; `cocok` are the rows that show it."""

    tabel: Tabel
    kolom: Kolom
    pembilang: Kolom
    penyebut: Kolom
    kali: Decimal
    cocok: tuple[BarisTabel, ...] = ()

    def tepat(self, row: BarisTabel) -> Decimal | None:
        """The exact quotient of a row; None where a number is missing or the divisor is zero."""
        numbers = self.angka(row)
        return _value(numbers[1]) / _value(numbers[2]) * self.kali if numbers else None

    def sesuai(self, row: BarisTabel) -> bool:
        """Whether a row prints its quotient: rounded, cut, or within what the rounding of its parts allows."""
        numbers = self.angka(row)
        if not numbers:
            return False
        printed, part, whole = numbers
        corners = [a / b * self.kali for a in part.batas for b in whole.batas if b]
        return min(corners) - printed.ketelitian <= _value(printed) <= max(corners) + printed.ketelitian

    def angka(self, row: BarisTabel) -> tuple[Angka, Angka, Angka] | None:
        """Result, part and whole of a row that has all three, and a divisor that is not zero."""
        cells = [row.sel[k.indeks] for k in (self.kolom, self.pembilang, self.penyebut)]
        found = [c.angka for c in cells if c.nilai_ada and c.angka]
        return (found[0], found[1], found[2]) if len(found) == len(cells) and found[2].nilai else None


def _value(number: Angka) -> Decimal:
    return number.nilai if number.nilai is not None else Decimal(0)


_SCALES = tuple(Decimal(n) for n in ("100", "1", "1000", "10000", "100000"))
_RATIO = re.compile(
    r"%|persen|prosen|\b(?:rasio|cakupan|proporsi|bobot|kepadatan|prevalensi|insidens?i?|rata-rata|rerata|kontribusi)\b"
    r"|\bper\s+(?:\d|[a-z])|/\s*(?:km|ha\b|jiwa|orang|kapita|penduduk)",
    re.IGNORECASE,
)
_NO_RESULT = (
    Peran.NOMOR, Peran.KODE, Peran.TARGET, Peran.TARGET_AKHIR, Peran.REALISASI, Peran.ANGGARAN, Peran.SELISIH,
    Peran.REALISASI_ANGGARAN, Peran.SISA, Peran.DASAR, Peran.FISIK, Peran.KEMAJUAN, Peran.KEMAJUAN_DASAR,
)  # fmt: skip
_LEAST = 3  # rows that show the quotient
_DIGITS = 6  # digits behind the first one, of different results, that no chance brings about
_ONE_IN = 10  # of so many rows one may deviate
_LONGEST = 1000
_WIDEST = 20


def read_quotients(table: Tabel, skip: frozenset[int]) -> Iterator[tuple[Kolom, tuple[HasilBagi, ...]]]:
    """Columns of ratios with every quotient that nearly all their rows show; `skip` are columns judged elsewhere."""
    rows = table.rows(JenisBaris.ISI)
    if not _LEAST <= len(rows) <= _LONGEST or len(table.kolom) > _WIDEST:
        return
    for column in table.kolom:
        if column.indeks not in skip and column.peran not in _NO_RESULT and _is_ratio(table, column):
            found = tuple(_quotients(table, column, rows))
            if found:
                yield column, found


def _is_ratio(table: Tabel, column: Kolom) -> bool:
    numbers = [n for r in table.rows(JenisBaris.ISI) if (n := r.sel[column.indeks].angka)]
    marked = bool(numbers) and all(n.persen for n in numbers)
    return column.persen or column.peran is Peran.PERSEN or marked or _RATIO.search(column.teks) is not None


def _quotients(table: Tabel, column: Kolom, rows: Sequence[BarisTabel]) -> Iterator[HasilBagi]:
    parts = [k for k in table.kolom if k != column and k.peran not in (Peran.NOMOR, Peran.KODE) and _filled(k, rows)]
    for part, whole in permutations(parts, 2):
        for scale in _SCALES:
            made = HasilBagi(table, column, part, whole, scale)
            fitting = _fitting(made, rows)
            if fitting and _tells(made, fitting):
                yield HasilBagi(table, column, part, whole, scale, fitting)


def _filled(column: Kolom, rows: Sequence[BarisTabel]) -> bool:
    return sum(r.sel[column.indeks].nilai_ada for r in rows) >= _LEAST


def _fitting(quotient: HasilBagi, rows: Sequence[BarisTabel]) -> tuple[BarisTabel, ...]:
    """The rows that fit, where nearly all do; none otherwise."""
    full = [r for r in rows if quotient.angka(r)]
    allowed = max(1, len(full) // _ONE_IN)
    found: list[BarisTabel] = []
    for at, row in enumerate(full):
        if quotient.sesuai(row):
            found.append(row)
        elif at + 1 - len(found) > allowed:
            return ()
    return tuple(found) if len(found) >= _LEAST else ()


def _tells(quotient: HasilBagi, fitting: Sequence[BarisTabel]) -> bool:
    """Whether so many digits agree that it is no chance, and both parts differ from row to row."""
    numbers = [n for r in fitting if (n := quotient.angka(r))]
    results, parts, wholes = ({_value(n) for n in column} for column in zip(*numbers, strict=True))
    digits = sum(max(0, len(str(abs(v)).replace(".", "").strip("0")) - 1) for v in results)
    return len(results) >= _LEAST and digits >= _DIGITS and len(parts) > 1 and len(wholes) > 1
