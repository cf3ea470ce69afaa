"""Capaian where the target is a range."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.calculation.formulas.rumus import SERATUS, HasilRumus, Rumus, angka

RUMUS = Rumus(
    "capaian_rentang",
    "Capaian indikator dengan target rentang",
    "100 di dalam rentang; di bawahnya realisasi / batas bawah × 100; "
    "di atasnya (2 × batas atas − realisasi) / batas atas × 100",
    "diturunkan dari PermenPANRB 8/2021 (dicabut); di atas rentang dibalik agar menjauh dari target menurunkan capaian",
)


def compute(bawah: Decimal, atas: Decimal, realisasi: Decimal) -> HasilRumus:
    """Percent; 100 inside [bawah, atas], less on either side. Bounds that cannot divide or are reversed: no value."""
    r = angka(realisasi)
    if bawah > atas:
        return HasilRumus(None, alasan="batas bawah melebihi batas atas: capaian tidak terdefinisi")
    if bawah <= realisasi <= atas:
        return HasilRumus(SERATUS, f"{r} berada di dalam rentang {angka(bawah)} sampai {angka(atas)}")
    bound = bawah if realisasi < bawah else atas
    if bound <= 0:
        size = "nol" if bound == 0 else "negatif"
        return HasilRumus(None, alasan=f"batas rentang {size}: capaian tidak terdefinisi")
    b = angka(bound)
    if realisasi < bawah:
        return HasilRumus(realisasi / bound * SERATUS, f"{r} / {b} × 100")
    return HasilRumus((2 * bound - realisasi) / bound * SERATUS, f"(2 × {b} − {r}) / {b} × 100")
