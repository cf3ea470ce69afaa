"""An indicator from its components: TPT, TPAK, TKK and every other ratio or weighted sum."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.calculation.formulas.rumus import SERATUS, HasilRumus, Rumus, angka

RUMUS = Rumus(
    "rasio_komponen",
    "Nilai indikator dari komponennya",
    "jumlah (pembilang × bobot) / jumlah (penyebut × bobot) × 100",
    "definisi operasional indikator; TPT, TPAK, dan TKK menurut BPS",
)

Part = tuple[Decimal, Decimal]  # (value, weight)


def _sum(parts: tuple[Part, ...]) -> tuple[Decimal, str]:
    words = [angka(v) if w == 1 else f"{angka(v)} × {angka(w)}" for v, w in parts]
    return sum((v * w for v, w in parts), Decimal()), " + ".join(words)


def compute(pembilang: tuple[Part, ...], penyebut: tuple[Part, ...]) -> HasilRumus:
    """Percent of weighted numerators over weighted denominators; no value for a denominator of zero."""
    top, top_text = _sum(pembilang)
    bottom, bottom_text = _sum(penyebut)
    if bottom == 0:
        return HasilRumus(None, alasan="penyebut nol: nilai tidak terdefinisi")
    return HasilRumus(top / bottom * SERATUS, f"({top_text}) / ({bottom_text}) × 100")


def compute_sum(penambah: tuple[Part, ...]) -> HasilRumus:
    """Weighted sum of addends."""
    total, text = _sum(penambah)
    return HasilRumus(total, text)
