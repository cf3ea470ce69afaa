"""The same number elsewhere in the document: a third source that supports one side of a contradiction."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.subjek import bare_name
from akuntabel.facts.tabel import Sel, Tabel
from akuntabel.findings import Terkait
from akuntabel.review.bukti import proof

_TELLING = 4  # digits that make a number rare enough to be the same thing wherever it stands


@dataclass(frozen=True, slots=True)
class SumberLain:
    """Where telling numbers stand, by value."""

    sel: Mapping[Decimal, list[tuple[Sel, str, Tabel]]]
    kalimat: Mapping[Decimal, list[Kalimat]]

    def of(self, value: Decimal, besides: Tabel, label: str = "") -> Terkait | None:
        """The first place outside a table where this number stands, in a row of that name where one is given."""
        wanted = bare_name(label)
        for cell, name, table in self.sel.get(value, ()):
            if table is not besides and (not label or bare_name(name) == wanted):
                return proof(cell, table, name + ": " + cell.teks)
        sentence = None if label else next(iter(self.kalimat.get(value, ())), None)
        return proof(sentence) if sentence else None


def other_sources(fakta: Fakta) -> SumberLain:
    """Every telling number of a document with its places."""
    cells: dict[Decimal, list[tuple[Sel, str, Tabel]]] = defaultdict(list)
    told: dict[Decimal, list[Kalimat]] = defaultdict(list)
    for table in fakta.tabel:
        for row in table.baris:
            for cell in row.sel:
                if cell.angka and cell.angka.nilai is not None and _telling(cell.angka.nilai):
                    cells[cell.angka.nilai].append((cell, row.label, table))
    for sentence in fakta.kalimat:
        for number in sentence.angka:
            if number.nilai is not None and _telling(number.nilai):
                told[number.nilai].append(sentence)
    return SumberLain(cells, told)


def _telling(value: Decimal) -> bool:
    return len(value.normalize().as_tuple().digits) >= _TELLING


_COMMON = frozenset(
    ("orang", "pegawai", "dan", "yang", "dari", "dengan", "jumlah", "unit", "buah", "atau", "serta", "negeri")
)
_SHORT = re.compile(r"\b[A-Z]{2,}\b")


def printed_for(tables: Iterable[Tabel], name: str, value: Decimal) -> Terkait | None:
    """A cell with a value in a row or column of that name."""
    for table in tables:
        for row in table.baris:
            for cell in row.sel:
                if cell.angka and cell.angka.nilai == value and _names(table, row.label, cell, name):
                    return proof(cell, table, row.teks())
    return None


def _names(table: Tabel, label: str, cell: Sel, name: str) -> bool:
    """Whether row or column hold the abbreviation of a name, or else two of its words or all of them."""
    there = f"{table.kolom[cell.kolom].teks} {label}"
    short = set(_SHORT.findall(name))
    if short:
        return bool(short & set(_SHORT.findall(there)))
    words = _words(name)
    return bool(words) and len(words & _words(there)) >= min(2, len(words))


def _words(text: str) -> set[str]:
    return {w for w in re.findall(r"[a-z]{3,}", text.lower()) if w not in _COMMON}
