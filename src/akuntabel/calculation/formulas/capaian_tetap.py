"""Capaian where the value should stay at its target."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.calculation.formulas.rumus import SERATUS, HasilRumus, Rumus, angka

RUMUS = Rumus(
    "capaian_tetap",
    "Capaian indikator yang harus bertahan pada targetnya",
    "100 di dalam toleransi; di luarnya (1 − |realisasi − target| / |target|) × 100",
    "praktik; belum ditemukan dasar yang mengikat",
)


def compute(target: Decimal, realisasi: Decimal, toleransi: Decimal) -> HasilRumus:
    """Percent; 100 within the tolerance (in the indicator's unit), falling by the relative distance outside."""
    r, t = angka(realisasi), angka(target)
    if abs(realisasi - target) <= toleransi:
        return HasilRumus(SERATUS, f"|{r} − {t}| tidak melebihi toleransi {angka(toleransi)}")
    if target == 0:
        return HasilRumus(None, alasan="target nol: capaian tidak terdefinisi")
    value = (1 - abs(realisasi - target) / abs(target)) * SERATUS
    return HasilRumus(value, f"(1 − |{r} − {t}| / {angka(abs(target))}) × 100")
