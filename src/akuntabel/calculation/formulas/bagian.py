"""A part of a whole, in percent: serapan, share of money, revenue against its target."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.calculation.formulas.rumus import SERATUS, HasilRumus, Rumus, angka
from akuntabel.regulations.dasar import Kepastian

RUMUS = Rumus(
    "bagian",
    "Persentase terhadap keseluruhan",
    "bagian / keseluruhan × 100",
    "aritmetika",
    kepastian=Kepastian.TERVERIFIKASI,
)

RUMUS_RUPIAH = Rumus(
    "rupiah_dari_persen",
    "Rupiah dari persentase tercetak",
    "persentase × pagu / 100",
    "aritmetika; dipakai bila dokumen mencetak persentase tanpa rupiah",
    kepastian=Kepastian.TERVERIFIKASI,
)


def compute(bagian: Decimal, keseluruhan: Decimal) -> HasilRumus:
    """Percent; no value when the whole is zero."""
    if keseluruhan == 0:
        return HasilRumus(None, alasan="pembagi nol: persentase tidak terdefinisi")
    return HasilRumus(bagian / keseluruhan * SERATUS, f"{angka(bagian)} / {angka(keseluruhan)} × 100")


def compute_amount(persen: Decimal, keseluruhan: Decimal) -> HasilRumus:
    """The amount behind a printed percentage of a whole."""
    return HasilRumus(persen * keseluruhan / SERATUS, f"{angka(persen)} × {angka(keseluruhan)} / 100")
