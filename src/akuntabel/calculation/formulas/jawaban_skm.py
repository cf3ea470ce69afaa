"""Sums of scores and counts from the answers to one unsur."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from akuntabel.calculation.formulas.rumus import HasilRumus, Rumus

RUMUS_SKOR = Rumus(
    "skor_jawaban",
    "Jumlah skor dari lembar jawaban",
    "jumlah (skor × banyak jawaban berskor itu), skor 1 sampai 4",
    "PermenPANRB 14/2017 (belum diperiksa pada naskah asli)",
)
RUMUS_BANYAK = Rumus(
    "banyak_jawaban",
    "Banyak jawaban dari lembar jawaban",
    "banyak jawaban berskor 1 sampai 4; untuk survei seluruhnya: banyak lembar yang berisi jawaban",
    "PermenPANRB 14/2017 (belum diperiksa pada naskah asli)",
)


def compute_skor(banyak: Sequence[int]) -> HasilRumus:
    """Sum of scores from how often the scores 1, 2, 3, 4 were given."""
    text = " + ".join(f"{score} × {n}" for score, n in enumerate(banyak, 1))
    return HasilRumus(Decimal(sum(score * n for score, n in enumerate(banyak, 1))), text)


def compute_banyak(banyak: Sequence[int]) -> HasilRumus:
    """Valid answers from how often the scores 1, 2, 3, 4 were given."""
    return HasilRumus(Decimal(sum(banyak)), " + ".join(map(str, banyak)))


def compute_lembar(berisi: int) -> HasilRumus:
    """Sheets that hold an answer."""
    return HasilRumus(Decimal(berisi), f"cacah {berisi} lembar")
