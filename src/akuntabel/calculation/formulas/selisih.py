"""Differences and sums."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.calculation.formulas.rumus import HasilRumus, Rumus, angka
from akuntabel.regulations.dasar import Kepastian

RUMUS = Rumus("selisih", "Selisih", "nilai − pembanding", "aritmetika", kepastian=Kepastian.TERVERIFIKASI)
RUMUS_JUMLAH = Rumus("jumlah", "Jumlah", "jumlah seluruh bagian", "aritmetika", kepastian=Kepastian.TERVERIFIKASI)


def compute(nilai: Decimal, pembanding: Decimal) -> HasilRumus:
    """Difference in the unit of both."""
    return HasilRumus(nilai - pembanding, f"{angka(nilai)} − {angka(pembanding)}")


def compute_sum(values: tuple[Decimal, ...]) -> HasilRumus:
    """Sum; at most six addends are written out."""
    if len(values) > 6:
        return HasilRumus(sum(values, Decimal()), f"jumlah dari {len(values)} nilai")
    return HasilRumus(sum(values, Decimal()), " + ".join(map(angka, values)) or "0")
