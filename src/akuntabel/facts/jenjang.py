"""Nesting of the rows of a table: which rows are parts of which, by codes, kinds of numbers, words or columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel

_DOTTED = re.compile(r"[\dX]+(?:\.[\dX]+)+\.?")
_CODE_HEAD = re.compile(r"^\s*([\dX](?:\.[\dX]{1,4})+)\b")
_ROMAN = re.compile(r"[IVX]+")
_MARK = re.compile(r"[(]?([IVXLC]+|[A-Z]|\d{1,3}|[ivx]+|[a-z]|[-•*])[.)]*")
_WORDS = (
    ("program", 1), ("kegiatan", 2), ("sub kegiatan", 3), ("subkegiatan", 3), ("sub-kegiatan", 3),
)  # fmt: skip
_DASHES = ("-", "–", "—", "•", "*", "o ")
_NAMING = (Peran.PROGRAM, Peran.URAIAN, Peran.INDIKATOR, Peran.SASARAN, Peran.TUJUAN)


@dataclass(frozen=True, slots=True)
class Induk:
    """A row and the rows right below it that are its parts, as indices into the rows of the table."""

    baris: int
    anak: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Jenjang:
    """One way to read the nesting. `tingkat` gives the level of each row (1 is the highest; 0: none)."""

    cara: str
    tingkat: tuple[int, ...]
    induk: tuple[Induk, ...]

    def roots(self, rows: Sequence[int]) -> tuple[int, ...]:
        """Those of `rows` that are parts of no other of them."""
        inside = {c for p in self.induk if p.baris in rows for c in p.anak}
        return tuple(r for r in rows if r not in inside)


def nestings(table: Tabel) -> tuple[Jenjang, ...]:
    """The ways in which the rows are nested, each once, without those that show no nesting."""
    found: dict[tuple[Induk, ...], Jenjang] = {}
    for name, level_of in _WAYS:
        levels = _normal([level_of(table, row) if row.jenis in _NESTED else 0 for row in table.baris])
        parents = tuple(_parents(levels))
        if parents:
            found.setdefault(parents, Jenjang(name, levels, parents))
    return tuple(found.values())


_NESTED = (JenisBaris.ISI, JenisBaris.KELOMPOK)


def _normal(levels: Sequence[int]) -> tuple[int, ...]:
    """Levels without gaps, 1 the highest."""
    order = {level: n for n, level in enumerate(sorted({x for x in levels if x}), start=1)}
    return tuple(order.get(level, 0) for level in levels)


def _parents(levels: Sequence[int]) -> list[Induk]:
    """Every row with deeper rows below it, with those of them that no row between covers."""
    found: list[Induk] = []
    open_rows: list[tuple[int, list[int]]] = []
    for row, level in enumerate(levels):
        if not level:
            continue
        while open_rows and levels[open_rows[-1][0]] >= level:
            _close(open_rows, found)
        if open_rows:
            open_rows[-1][1].append(row)
        open_rows.append((row, []))
    while open_rows:
        _close(open_rows, found)
    return sorted(found, key=lambda p: p.baris)


def _close(open_rows: list[tuple[int, list[int]]], found: list[Induk]) -> None:
    row, children = open_rows.pop()
    if children:
        found.append(Induk(row, tuple(children)))


# --- by the amounts themselves ---


def by_amounts(table: Tabel, columns: Sequence[Kolom]) -> Jenjang | None:
    """The nesting that the numbers show: a row that is the sum of the rows right below it, in most columns, holds them.

    Finds groups that are marked only by bold letters or an indent. None where no row is such a sum.
    """
    values = [[_value(row.sel[k.indeks]) for k in columns] for row in table.baris]
    if len(values) > _LONGEST:
        return None
    roots: list[int] = []
    found: list[Induk] = []
    for row in range(len(values) - 1, -1, -1):
        if table.baris[row].jenis is not JenisBaris.ISI:
            continue
        count = _covered(values, row, roots)
        if count:
            found.append(Induk(row, tuple(roots[:count])))
        roots = [row, *roots[count:]]
    return Jenjang("angka", (), tuple(reversed(found))) if found else None


_LONGEST = 400


def _value(cell: Sel) -> Decimal:
    return cell.angka.nilai if cell.angka and cell.angka.nilai is not None else Decimal(0)


def _covered(values: Sequence[Sequence[Decimal]], row: int, roots: Sequence[int]) -> int:
    """How many of the rows below a row make its numbers; zero where none do. One alone must be equal throughout."""
    own = values[row]
    told = [c for c, v in enumerate(own) if v]
    sums = [Decimal(0)] * len(own)
    best = (0, 0)
    for count, root in enumerate(roots, start=1):
        sums = [s + v for s, v in zip(sums, values[root], strict=True)]
        fits = sum(sums[c] == own[c] for c in told)
        if count == 1 and len(told) > 1 and fits == len(told):
            return 1
        least = 3 if count == 1 else 1  # one row below must repeat at least three numbers to be the only part
        if fits >= least and fits > best[0] and 2 * fits > len(told):
            best = (fits, count)
        if told and all(sums[c] > own[c] for c in told):
            break
    return best[1]


# --- ways to tell a level ---


def _by_code(table: Tabel, row: BarisTabel) -> int:
    """Depth of the code: 2.07 < 2.07.03 < 2.07.03.2.05. Codes split over several columns are joined."""
    parts = [row.sel[k.indeks].teks.strip(" .") for k in table.of(Peran.KODE)]
    if len([p for p in parts if p]) > 1 or (parts and all(len(p) < 5 for p in parts)):
        return 1 + sum(bool(p) and p[0] in "0123456789X" for p in parts)
    texts = [*parts, *(row.sel[k.indeks].teks for k in table.kolom[:3])]
    match = next((m for t in texts if (m := _CODE_HEAD.match(t))), None)
    return 1 + match[1].count(".") if match else int(any(re.fullmatch(r"\d", p) for p in parts))


def _by_number(_: Tabel, row: BarisTabel) -> int:
    """Kind of the row's number: I < A < 1 < 1.1 < a < dash."""
    text = row.sel[0].teks.strip() if row.sel else ""
    if _DOTTED.fullmatch(text):
        return 3 + text.strip(".").count(".")
    match = _MARK.fullmatch(text)
    if not match:
        return 0 if text else 9
    mark = match[1]
    if _ROMAN.fullmatch(mark):
        return 1
    if mark.isdigit():
        return 3
    return 2 if mark.isupper() else 7 if mark.isalpha() else 8


def _by_word(_: Tabel, row: BarisTabel) -> int:
    """The word a name begins with: program < kegiatan < subkegiatan < any other < a dash."""
    name = row.label.lower()
    if name.startswith(_DASHES):
        return 10
    return max((level for word, level in _WORDS if name.startswith(word)), default=9 if name else 0)


def _by_column(table: Tabel, row: BarisTabel) -> int:
    """The first naming column that holds a text: plans indent by columns."""
    names = [k.indeks for k in table.of(*_NAMING)]
    if len(names) < 2:
        return 0
    return next((n for n, c in enumerate(names, start=1) if row.sel[c].teks.strip() and not row.sel[c].lanjutan), 0)


def _by_case(_: Tabel, row: BarisTabel) -> int:
    """Names in capitals stand above names in small letters."""
    letters = [ch for ch in row.label if ch.isalpha()]
    return 0 if len(letters) < 4 else 1 if all(ch.isupper() for ch in letters) else 2


_WAYS: tuple[tuple[str, Callable[[Tabel, BarisTabel], int]], ...] = (
    ("kode", _by_code),
    ("nomor", _by_number),
    ("kata", _by_word),
    ("kolom", _by_column),
    ("huruf", _by_case),
)
