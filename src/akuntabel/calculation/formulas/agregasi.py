"""Quarters to the year, and means over indicators."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.calculation.formulas.rumus import HasilRumus, Rumus, angka
from akuntabel.domain.pilihan import AgregasiTriwulan

RUMUS = Rumus(
    "agregasi_triwulan",
    "Nilai setahun dari nilai triwulan",
    "jumlah, rata-rata, posisi akhir, atau maksimum dari triwulan yang terisi",
    "definisi operasional indikator",
)
RUMUS_SAMPAI = Rumus(
    "agregasi_sampai_triwulan",
    "Nilai sampai dengan triwulan",
    "jumlah, rata-rata, posisi akhir, atau maksimum sejak triwulan pertama",
    "definisi operasional indikator",
)
RUMUS_PERIODE = Rumus(
    "agregasi_tahunan",
    "Nilai periode rencana dari nilai tahunan",
    "jumlah atau posisi akhir sejak tahun pertama rencana",
    "definisi operasional indikator",
)
RUMUS_RATA = Rumus(
    "rata_rata_berbobot",
    "Rata-rata berbobot",
    "jumlah (nilai × bobot) / jumlah bobot",
    "praktik laporan kinerja; cara merata-rata ditetapkan kebijakan pengukuran",
)


def compute(values: tuple[Decimal, ...], cara: AgregasiTriwulan, kumulatif: bool) -> HasilRumus:
    """The year's value from the filled quarters, in order. Cumulative quarters end at their last value."""
    if not values:
        return HasilRumus(None, alasan="belum ada triwulan yang terisi")
    words = "; ".join(map(angka, values))
    if cara is AgregasiTriwulan.POSISI_AKHIR or kumulatif:
        return HasilRumus(values[-1], f"nilai terakhir dari {words}")
    if cara is AgregasiTriwulan.MAKSIMUM:
        return HasilRumus(max(values), f"nilai tertinggi dari {words}")
    total, plus = sum(values, Decimal()), " + ".join(map(angka, values))
    if cara is AgregasiTriwulan.JUMLAH:
        return HasilRumus(total, plus)
    return HasilRumus(total / len(values), f"({plus}) / {len(values)}")


def compute_mean(values: tuple[tuple[Decimal, Decimal], ...]) -> HasilRumus:
    """Mean of (value, weight); no value without weight."""
    weight = sum((w for _, w in values), Decimal())
    if weight == 0:
        return HasilRumus(None, alasan="tidak ada nilai yang dapat dirata-ratakan")
    ordered = sorted(values)
    if all(w == 1 for _, w in values):
        text = f"({' + '.join(angka(v) for v, _ in ordered)}) / {len(values)}"
    else:
        text = f"({' + '.join(f'{angka(v)} × {angka(w)}' for v, w in ordered)}) / {angka(weight)}"
    return HasilRumus(sum((v * w for v, w in ordered), Decimal()) / weight, text)
