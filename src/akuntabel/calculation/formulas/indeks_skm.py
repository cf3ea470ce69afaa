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
RUMUS_NRR = Rumus(
    "nrr_unsur",
    "Nilai rata-rata unsur",
    "jumlah skor / banyak responden",
    "PermenPANRB 14/2017 (belum diperiksa pada naskah asli)",
)
RUMUS_TERTIMBANG = Rumus(
    "nrr_tertimbang",
    "Nilai rata-rata tertimbang",
    "nilai rata-rata unsur × bobot",
    "PermenPANRB 14/2017 (belum diperiksa pada naskah asli)",
)
RUMUS_TERTINGGI = Rumus(
    "indeks_tertinggi", "Indeks tertinggi yang mungkin", "skor tertinggi × bobot × banyak unsur × 25", "aritmetika"
)
SKOR_TERTINGGI = 4


def compute_unsur(jumlah: int, responden: int) -> HasilRumus:
    """Converted score (25 to 100) of one unsur."""
    if responden == 0:
        return HasilRumus(None, alasan="tidak ada responden")
    value = konversi(nilai_rata_rata(jumlah, responden))
    return HasilRumus(decimal_of(value), f"{jumlah} / {responden} × {KONVERSI}")


def compute_mean_score(jumlah: int, responden: int) -> HasilRumus:
    """Mean score (1 to 4) of one unsur."""
    if responden == 0:
        return HasilRumus(None, alasan="tidak ada responden")
    return HasilRumus(decimal_of(Fraction(jumlah, responden)), f"{jumlah} / {responden}")


def compute_weighted(jumlah: int, responden: int, bobot: Decimal | None, unsur: int) -> HasilRumus:
    """Mean score of one of `unsur` elements times its weight; `bobot` None means exactly 1/unsur."""
    if responden == 0:
        return HasilRumus(None, alasan="tidak ada responden")
    exact = Fraction(jumlah, responden) * _weight(bobot, unsur)
    return HasilRumus(decimal_of(exact), f"{jumlah} / {responden} × {_shown(bobot, unsur)}")


def compute_highest(bobot: Decimal | None, unsur: int) -> HasilRumus:
    """The index when every answer has the highest score: what a rounded weight takes away from 100."""
    exact = SKOR_TERTINGGI * _weight(bobot, unsur) * unsur * KONVERSI
    return HasilRumus(decimal_of(exact), f"{SKOR_TERTINGGI} × {_shown(bobot, unsur)} × {unsur} × {KONVERSI}")


def _weight(bobot: Decimal | None, unsur: int) -> Fraction:
    return Fraction(1, unsur) if bobot is None else Fraction(bobot)


def _shown(bobot: Decimal | None, unsur: int) -> str:
    return f"1/{unsur}" if bobot is None else angka(bobot)


def compute(parts: tuple[tuple[int, int], ...], bobot: Decimal | None) -> HasilRumus:
    """Index from (sum of scores, n) of each unsur; `bobot` None means exactly 1/number of unsur."""
    if not parts or any(n == 0 for _, n in parts):
        return HasilRumus(None, alasan="ada unsur tanpa responden")
    weights = bobot_tepat(len(parts)) if bobot is None else (Fraction(bobot),) * len(parts)
    shown = _shown(bobot, len(parts))
    text = f"({' + '.join(f'{k}/{n}' for k, n in parts)}) × {shown} × {KONVERSI}"
    return HasilRumus(decimal_of(konversi(indeks(parts, weights))), text)
