"""Formulas that the row of column numbers declares: "1 2 3 4 5=4/3x100 6=3-4", each with its columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation

from akuntabel.facts.angka import Angka
from akuntabel.facts.kolom import Kolom
from akuntabel.facts.tabel import JenisBaris, Sel, Tabel, is_column_numbers

_DECLARED = re.compile(r"\(?(?P<nomor>\d{1,2})\)?\s*=\s*(?P<isi>.+)")
_TOKEN = re.compile(r"\d+|[-+*/()]")
_SAME = ((re.compile(r"[x×]"), "*"), (re.compile(r"[:÷]"), "/"), (re.compile(r"[–−—]"), "-"), (re.compile(r"%|\s"), ""))
_HUNDRED = 100  # above every column number, so a constant


@dataclass(frozen=True, slots=True)
class RumusKolom:
    """A column with its formula as printed ("5=4/3x100"); `sumber` are the columns by the number that it names."""

    tabel: Tabel
    kolom: Kolom
    cetak: str
    suku: tuple[str, ...]
    sumber: Mapping[int, Kolom]

    def hitung(self, values: Mapping[int, Decimal]) -> Decimal | None:
        """The value for the values of its columns; None where it is not defined."""
        try:
            value, rest = _sum(list(self.suku), values)
        except (DivisionByZero, InvalidOperation, IndexError, KeyError):
            return None
        return None if rest else value

    @property
    def membagi(self) -> bool:
        """Whether it divides: what it gives may be meant in percent."""
        return "/" in self.suku


def read_column_formulas(tables: Iterable[Tabel]) -> tuple[RumusKolom, ...]:
    """Every formula that a head or a row of column numbers declares and that only names columns of its table."""
    return tuple(f for t in tables for f in _table(t))


def _table(table: Tabel) -> Iterator[RumusKolom]:
    for texts in (*_head_texts(table), *([c.teks for c in r.sel] for r in table.rows(JenisBaris.NOMOR_KOLOM))):
        if not is_column_numbers(texts):
            continue
        numbered = {int(m[0]): table.kolom[c] for c, t in enumerate(texts) if (m := re.search(r"\d+", t))}
        for at, text in enumerate(texts):
            match = _DECLARED.fullmatch(text.strip())
            if match and (found := _formula(table, table.kolom[at], text.strip(), match["isi"], numbered)):
                yield found


def _head_texts(table: Tabel) -> Iterator[list[str]]:
    for row in table.kepala:
        texts = [""] * len(table.kolom)
        for cell in row.sel:
            if cell.kolom < len(texts):
                texts[cell.kolom] = cell.teks
        yield texts


def _formula(table: Tabel, column: Kolom, printed: str, body: str, numbered: Mapping[int, Kolom]) -> RumusKolom | None:
    for pattern, plain in _SAME:
        body = pattern.sub(plain, body.lower())
    tokens = tuple(_TOKEN.findall(body))
    named = {int(t) for t in tokens if t.isdecimal() and int(t) < _HUNDRED}
    whole = "".join(tokens) == body and len(named) > 1 and named <= numbered.keys()
    inside = whole and column.indeks not in {numbered[n].indeks for n in named}
    return RumusKolom(table, column, printed, tokens, {n: numbered[n] for n in named}) if inside else None


# --- a sum of products, read from the left; what is read is cut off ---

_Rest = tuple[Decimal, list[str]]


def _sum(tokens: list[str], values: Mapping[int, Decimal]) -> _Rest:
    value, rest = _product(tokens, values)
    while rest and rest[0] in "+-":
        more, behind = _product(rest[1:], values)
        value = value + more if rest[0] == "+" else value - more
        rest = behind
    return value, rest


def _product(tokens: list[str], values: Mapping[int, Decimal]) -> _Rest:
    value, rest = _factor(tokens, values)
    while rest and rest[0] in "*/":
        more, behind = _factor(rest[1:], values)
        value = value * more if rest[0] == "*" else value / more
        rest = behind
    return value, rest


def _factor(tokens: list[str], values: Mapping[int, Decimal]) -> _Rest:
    if tokens[0] == "(":
        value, rest = _sum(tokens[1:], values)
        return value, rest[1:]
    number = int(tokens[0])
    return (Decimal(number) if number >= _HUNDRED else values[number]), tokens[1:]


def number_of(cell: Sel) -> Angka | None:
    """The number of a cell that could be read."""
    return cell.angka if cell.nilai_ada else None
