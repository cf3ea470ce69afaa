"""The table in which a report measures its indicators: the one with the most of them in the report year."""

from __future__ import annotations

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pengukuran import BarisPengukuran, Sumber


def main_rows(fakta: Fakta) -> tuple[BarisPengukuran, ...]:
    """Its rows, one for each indicator, in order; none where the report measures nothing."""
    found: dict[int, dict[str, BarisPengukuran]] = {}
    for row in fakta.pengukuran:
        if row.sumber is Sumber.PENGUKURAN and row.tahun == fakta.tahun and Peran.REALISASI in row.nilai:
            found.setdefault(row.tabel.blok, {})[row.indikator] = row
    return tuple(max(found.values(), key=len).values()) if found else ()
