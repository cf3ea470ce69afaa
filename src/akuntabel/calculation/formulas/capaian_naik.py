"""Capaian where higher is better."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.calculation.formulas.rumus import SERATUS, HasilRumus, Rumus, angka

RUMUS = Rumus(
    "capaian_naik",
    "Capaian indikator yang makin tinggi makin baik",
    "realisasi / target × 100",
    "praktik laporan kinerja; PermenPANRB 53/2014 tidak menetapkan rumus",
)


def compute(target: Decimal, realisasi: Decimal) -> HasilRumus:
    """Percent of target. A target of zero gives no value, nor does a negative one: it would turn better into worse."""
    if target <= 0:
        size = "nol" if target == 0 else "negatif"
        return HasilRumus(None, alasan=f"target {size}: capaian tidak terdefinisi")
    return HasilRumus(realisasi / target * SERATUS, f"{angka(realisasi)} / {angka(target)} × 100")
