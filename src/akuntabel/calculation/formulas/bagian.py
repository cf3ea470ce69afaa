"""A part of a whole, in percent: serapan, share of money, revenue against its target."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.calculation.formulas.rumus import SERATUS, HasilRumus, Rumus, angka

RUMUS = Rumus("bagian", "Persentase terhadap keseluruhan", "bagian / keseluruhan × 100", "aritmetika")


def compute(bagian: Decimal, keseluruhan: Decimal) -> HasilRumus:
    """Percent; no value when the whole is zero."""
    if keseluruhan == 0:
        return HasilRumus(None, alasan="pembagi nol: persentase tidak terdefinisi")
    return HasilRumus(bagian / keseluruhan * SERATUS, f"{angka(bagian)} / {angka(keseluruhan)} × 100")
