"""Progress to the end of the plan, by three named methods."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.calculation.formulas.rumus import SERATUS, HasilRumus, Rumus, angka

RUMUS = Rumus(
    "kemajuan_dari_dasar",
    "Kemajuan dari data dasar ke target akhir",
    "(realisasi − data dasar) / (target akhir − data dasar) × 100",
    "praktik; Perpres 29/2014 meminta pembandingan, tidak menetapkan rumus (belum diperiksa pada naskah asli)",
)
RUMUS_KUMULATIF = Rumus(
    "kemajuan_kumulatif",
    "Realisasi kumulatif terhadap target akhir kumulatif",
    "jumlah realisasi sampai tahun ini / jumlah target sampai akhir periode × 100",
    "praktik laporan kinerja untuk indikator yang dijumlahkan antartahun",
)

RUMUS_TARGET_AKHIR = Rumus(
    "target_akhir",
    "Target akhir periode",
    "target pada tahun terakhir rencana",
    "dokumen rencana",
)


def compute_from_baseline(dasar: Decimal, akhir: Decimal, realisasi: Decimal) -> HasilRumus:
    """Percent of the way from the baseline to the final target; no value when they are equal."""
    if akhir == dasar:
        return HasilRumus(None, alasan="target akhir sama dengan data dasar: kemajuan tidak terdefinisi")
    d = angka(dasar)
    text = f"({angka(realisasi)} − {d}) / ({angka(akhir)} − {d}) × 100"
    return HasilRumus((realisasi - dasar) / (akhir - dasar) * SERATUS, text)


def compute_cumulative(realised: tuple[Decimal, ...], promised: Decimal) -> HasilRumus:
    """Percent of the plan's total promise that is realised so far; no value when nothing is promised."""
    if promised == 0:
        return HasilRumus(None, alasan="jumlah target nol: kemajuan tidak terdefinisi")
    text = f"({' + '.join(map(angka, realised))}) / {angka(promised)} × 100"
    return HasilRumus(sum(realised, Decimal()) / promised * SERATUS, text)
