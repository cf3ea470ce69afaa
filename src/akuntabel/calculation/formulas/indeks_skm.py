"""The satisfaction index as figures of a package: the formula itself stands in `survey.indeks`."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from akuntabel.calculation.formulas.rumus import HasilRumus, Rumus, angka
from akuntabel.survey.indeks import KONVERSI, bobot_tepat, decimal_of, indeks, konversi, nilai_rata_rata

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


def compute_unsur(jumlah: int, responden: int) -> HasilRumus:
    """Converted score (25 to 100) of one unsur."""
    if responden == 0:
        return HasilRumus(None, alasan="tidak ada responden")
    value = konversi(nilai_rata_rata(jumlah, responden))
    return HasilRumus(decimal_of(value), f"{jumlah} / {responden} × {KONVERSI}")


def compute(parts: tuple[tuple[int, int], ...], bobot: Decimal | None) -> HasilRumus:
    """Index from (sum of scores, n) of each unsur; `bobot` None means exactly 1/number of unsur."""
    if not parts or any(n == 0 for _, n in parts):
        return HasilRumus(None, alasan="ada unsur tanpa responden")
    weights = bobot_tepat(len(parts)) if bobot is None else (Fraction(bobot),) * len(parts)
    shown = f"1/{len(parts)}" if bobot is None else angka(bobot)
    text = f"({' + '.join(f'{k}/{n}' for k, n in parts)}) × {shown} × {KONVERSI}"
    return HasilRumus(decimal_of(konversi(indeks(parts, weights))), text)
