"""Capaian where lower is better: T / R."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.calculation.formulas.rumus import SERATUS, HasilRumus, Rumus, angka

RUMUS = Rumus(
    "capaian_turun_target_per_realisasi",
    "Capaian indikator yang makin rendah makin baik (target dibagi realisasi)",
    "target / realisasi × 100",
    "praktik sebagian instansi",
)


def compute(target: Decimal, realisasi: Decimal) -> HasilRumus:
    """Percent; grows without bound as the realisation nears zero. Zero or less on either side gives no value."""
    if target <= 0:
        size = "nol" if target == 0 else "negatif"
        return HasilRumus(None, alasan=f"target {size}: capaian tidak terdefinisi")
    if realisasi <= 0:
        size = "nol" if realisasi == 0 else "negatif"
        return HasilRumus(None, alasan=f"realisasi {size}: rumus target / realisasi tidak terdefinisi")
    return HasilRumus(target / realisasi * SERATUS, f"{angka(target)} / {angka(realisasi)} × 100")
