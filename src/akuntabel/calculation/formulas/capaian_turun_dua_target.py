"""Capaian where lower is better: (2T − R) / T."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.calculation.formulas.rumus import SERATUS, HasilRumus, Rumus, angka

RUMUS = Rumus(
    "capaian_turun_dua_target",
    "Capaian indikator yang makin rendah makin baik",
    "(target − (realisasi − target)) / target × 100",
    "praktik laporan kinerja; asal Keputusan Kepala LAN 239/IX/6/8/2003 (belum diperiksa pada naskah asli)",
)


def compute(target: Decimal, realisasi: Decimal) -> HasilRumus:
    """Percent; 100 on target, 200 at zero, negative above twice the target. A target of zero or below has no value."""
    if target <= 0:
        size = "nol" if target == 0 else "negatif"
        return HasilRumus(None, alasan=f"target {size}: capaian tidak terdefinisi")
    t, r = angka(target), angka(realisasi)
    return HasilRumus((2 * target - realisasi) / target * SERATUS, f"({t} − ({r} − {t})) / {t} × 100")
