"""The realised value of an indicator that is the index of the survey."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.calculation.formulas.rumus import HasilRumus, Rumus

RUMUS = Rumus(
    "realisasi_ikm",
    "Realisasi dari indeks survei",
    "realisasi = indeks kepuasan masyarakat pada periode yang sama",
    "sumber nilai indikator, menurut instansi",
)


def compute(indeks: Decimal) -> HasilRumus:
    """The index as it is; it is rounded only where it is printed."""
    return HasilRumus(indeks)
