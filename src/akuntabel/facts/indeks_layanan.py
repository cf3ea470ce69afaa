"""Tables that give every element of every service, and the tables that give the index of each service."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from akuntabel.facts.subjek import bare_name
from akuntabel.facts.survei import BANYAK_UNSUR, element_code
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel


@dataclass(frozen=True, slots=True)
class IndeksLayanan:
    """The index of a service and the nine values of its elements."""

    layanan: str
    indeks: Sel
    tabel: Tabel
    unsur: tuple[Sel, ...]
    asal: Tabel


_SERVICE = re.compile(r"\b(?:layanan|pelayanan|unit|loket|poli)\b", re.IGNORECASE)
_ELEMENT = re.compile(r"\bunsur\b", re.IGNORECASE)
_VALUE = re.compile(r"\b(?:nilai|nrr|indeks|ikm)\b", re.IGNORECASE)


def read_service_indexes(tables: Sequence[Tabel]) -> Iterator[IndeksLayanan]:
    """Every service that has both, in tables of one survey: the nearest table of indexes before its elements."""
    for at, table in enumerate(tables):
        for name, cells in _elements_by_service(table).items():
            found = next(
                (f for t in reversed(tables[:at]) if (f := _index_of(t, name)) and _same_survey(t, table)), None
            )
            if found and len(cells) == BANYAK_UNSUR:
                yield IndeksLayanan(name, found[1], found[0], tuple(cells.values()), table)


def _same_survey(first: Tabel, second: Tabel) -> bool:
    """Captions name the survey behind their last comma ("..., Survei Semester I 2025")."""
    named = {t.judul.rpartition(",")[2].strip().lower() for t in (first, second) if "," in t.judul}
    return len(named) <= 1


def _column(table: Tabel, pattern: re.Pattern[str]) -> int | None:
    """The first column so named; rows are named at the left, values given behind."""
    return next((k.indeks for k in table.kolom if pattern.search(k.teks)), None)


def _elements_by_service(table: Tabel) -> Mapping[str, dict[str, Sel]]:
    service, element, value = (_column(table, p) for p in (_SERVICE, _ELEMENT, _VALUE))
    made: dict[str, dict[str, Sel]] = defaultdict(dict)
    name = ""
    if service is None or element is None or value is None:
        return {}
    for row in table.rows(JenisBaris.ISI):
        name = row.sel[service].teks.strip() or name
        code = element_code(row.sel[element].teks)
        if code and row.sel[value].nilai_ada:
            made[name].setdefault(code, row.sel[value])
    return made


def _index_of(table: Tabel, name: str) -> tuple[Tabel, Sel] | None:
    service, value = _column(table, _SERVICE), _column(table, _VALUE)
    if service is None or value is None or _column(table, _ELEMENT) is not None:
        return None
    rows: list[BarisTabel] = [
        r for r in table.rows(JenisBaris.ISI) if bare_name(r.sel[service].teks) == bare_name(name)
    ]
    return (table, rows[0].sel[value]) if len(rows) == 1 and rows[0].sel[value].nilai_ada else None
