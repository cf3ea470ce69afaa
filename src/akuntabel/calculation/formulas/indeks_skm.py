"""The satisfaction index from sums of scores (PermenPANRB 14/2017, lampiran; restated, original text not seen)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from akuntabel.calculation.formulas.rumus import HasilRumus, Rumus, angka

RUMUS_UNSUR = Rumus(
    "nilai_unsur",
    "Nilai konversi unsur",
    "jumlah skor / banyak responden × 25",
    "PermenPANRB 14/2017 (belum diperiksa pada naskah asli)",
)
RUMUS = Rumus(
    "indeks_skm",
    "Indeks kepuasan masyarakat",
    "jumlah (nilai rata-rata unsur × bobot) × 25",
    "PermenPANRB 14/2017 (belum diperiksa pada naskah asli)",
)
KONVERSI = 25


def decimal_of(value: Fraction) -> Decimal:
    """A Decimal of 28 digits for an exact fraction."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def compute_unsur(jumlah: int, responden: int) -> HasilRumus:
    """Converted score (25 to 100) of one unsur."""
    if responden == 0:
        return HasilRumus(None, alasan="tidak ada responden")
    exact = Fraction(jumlah, responden) * KONVERSI
    return HasilRumus(decimal_of(exact), f"{jumlah} / {responden} × {KONVERSI}")


def compute(parts: tuple[tuple[int, int], ...], bobot: Decimal | None) -> HasilRumus:
    """Index from (sum of scores, n) of each unsur; `bobot` None means exactly 1/number of unsur."""
    if not parts or any(n == 0 for _, n in parts):
        return HasilRumus(None, alasan="ada unsur tanpa responden")
    weight = Fraction(1, len(parts)) if bobot is None else Fraction(bobot)
    exact = sum((Fraction(k, n) * weight for k, n in parts), Fraction()) * KONVERSI
    shown = f"1/{len(parts)}" if bobot is None else angka(bobot)
    text = f"({' + '.join(f'{k}/{n}' for k, n in parts)}) × {shown} × {KONVERSI}"
    return HasilRumus(decimal_of(exact), text)
