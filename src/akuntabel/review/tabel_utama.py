"""The tables in which a report measures its indicators: the one with the most of them, and all together."""

from __future__ import annotations

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pengukuran import BarisPengukuran, Sumber
from akuntabel.facts.subjek import bare_name


def main_rows(fakta: Fakta) -> tuple[BarisPengukuran, ...]:
    """The rows of the main table, one for each indicator, in order; none where the report measures nothing."""
    found: dict[int, dict[str, BarisPengukuran]] = {}
    for row in _measured(fakta):
        found.setdefault(row.tabel.blok, {})[row.indikator] = row
    return tuple(max(found.values(), key=len).values()) if found else ()


def all_rows(fakta: Fakta) -> tuple[BarisPengukuran, ...]:
    """Every measured indicator once, whichever table sets it against its target: there may be one for each sasaran."""
    found: dict[str, BarisPengukuran] = {}
    for row in _measured(fakta):
        if Peran.TARGET in row.nilai:
            found.setdefault(bare_name(row.indikator), row)
    return tuple(found.values())


def _measured(fakta: Fakta) -> list[BarisPengukuran]:
    return [
        row
        for row in fakta.pengukuran
        if row.sumber is Sumber.PENGUKURAN and row.tahun == fakta.tahun and Peran.REALISASI in row.nilai
    ]
