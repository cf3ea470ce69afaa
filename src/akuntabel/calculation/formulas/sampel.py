"""The sample that a number of users asks for (Krejcie and Morgan; the formula itself is in `survey.sampel`)."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.calculation.formulas.rumus import HasilRumus, Rumus, angka
from akuntabel.regulations.entri import BesarSampel
from akuntabel.survey.sampel import krejcie_morgan

RUMUS = Rumus(
    "krejcie_morgan",
    "Sampel menurut Krejcie dan Morgan",
    "X² × N × P × (1 − P) / (d² × (N − 1) + X² × P × (1 − P))",
    "PermenPANRB 14/2017, lampiran (belum diperiksa pada naskah asli)",
)


def compute(pengguna: int, ukuran: BesarSampel) -> HasilRumus:
    """Answers wanted for a number of users; no value without users."""
    if pengguna < 1:
        return HasilRumus(None, alasan="tidak ada pengguna layanan")
    chi, p, d = (angka(x) for x in (ukuran.chi_kuadrat, ukuran.proporsi, ukuran.galat))
    n = angka(Decimal(pengguna))
    text = f"{chi} × {n} × {p} × (1 − {p}) / ({d}² × ({n} − 1) + {chi} × {p} × (1 − {p})), dibulatkan"
    return HasilRumus(Decimal(krejcie_morgan(pengguna, ukuran)), text)
