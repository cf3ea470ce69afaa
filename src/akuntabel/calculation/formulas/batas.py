"""Capaian within the bounds of the policy: what means are taken of."""

from __future__ import annotations

from akuntabel.calculation.formulas.rumus import Rumus

RUMUS = Rumus(
    "batas_capaian",
    "Capaian yang dibatasi",
    "capaian, tidak kurang dari batas bawah dan tidak lebih dari batas atas",
    "kebijakan pengukuran; PermenPANRB 53/2014 tidak menetapkan batas",
)
