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
    """Percent of target. A target of zero gives no value: nothing can be divided by it."""
    if target == 0:
        return HasilRumus(None, alasan="target nol: capaian tidak terdefinisi")
    return HasilRumus(realisasi / target * SERATUS, f"{angka(realisasi)} / {angka(target)} × 100")
