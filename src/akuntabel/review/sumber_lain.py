"""The same number elsewhere in the document: a third source that supports one side of a contradiction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
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
