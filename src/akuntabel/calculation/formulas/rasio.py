"""An indicator from its components: TPT, TPAK, TKK and every other ratio or weighted sum."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.calculation.formulas.rumus import SERATUS, HasilRumus, Rumus, angka

RUMUS = Rumus(
    "rasio_komponen",
    "Nilai indikator dari komponennya",
    "jumlah (pembilang × bobot) / jumlah (penyebut × bobot); dikalikan 100 bila satuannya persen",
    "definisi operasional indikator; TPT, TPAK, dan TKK menurut BPS",
)

Part = tuple[Decimal, Decimal]  # (value, weight)


def _sum(parts: tuple[Part, ...]) -> tuple[Decimal, str]:
    words = [angka(v) if w == 1 else f"{angka(v)} × {angka(w)}" for v, w in parts]
    return sum((v * w for v, w in parts), Decimal()), " + ".join(words)


def compute(pembilang: tuple[Part, ...], penyebut: tuple[Part, ...], *, persen: bool = True) -> HasilRumus:
    """Weighted numerators over weighted denominators, in percent or as they are; no value for a denominator of 0."""
    top, top_text = _sum(pembilang)
    bottom, bottom_text = _sum(penyebut)
    if bottom == 0:
        return HasilRumus(None, alasan="penyebut nol: nilai tidak terdefinisi")
    if not persen:
        return HasilRumus(top / bottom, f"({top_text}) / ({bottom_text})")
    return HasilRumus(top / bottom * SERATUS, f"({top_text}) / ({bottom_text}) × 100")


def compute_sum(penambah: tuple[Part, ...]) -> HasilRumus:
    """Weighted sum of addends."""
    total, text = _sum(penambah)
    return HasilRumus(total, text)
