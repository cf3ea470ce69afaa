"""The satisfaction index from sums of scores, as exact fractions.

PermenPANRB 14/2017, lampiran; restated, original text not seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm

from akuntabel.bahasa.angka import round_half_up

KONVERSI = 25  # points for each point of the scale 1 to 4


def decimal_of(value: Fraction) -> Decimal:
    """A Decimal of 28 digits for an exact fraction."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def nilai_rata_rata(jumlah: int, banyak: int, desimal: int | None = None) -> Fraction:
    """Mean score of an unsur (NRR, 1 to 4) from its sum of scores and its answers (at least one).

    `desimal` rounds it half up before it is weighted; None keeps it exact.
    """
    exact = Fraction(jumlah, banyak)
    return exact if desimal is None else Fraction(_rounded(exact, desimal))


def _rounded(value: Fraction, places: int) -> Decimal:
    """Half up, decided on the exact fraction: a Decimal of 28 digits could already be rounded."""
    scaled = value * 10**places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    return round_half_up(Decimal(whole + (2 * rest >= scaled.denominator)).scaleb(-places), places)


def bobot_tepat(banyak: int) -> tuple[Fraction, ...]:
    """Equal weights that sum to one."""
    return (Fraction(1, banyak),) * banyak


def indeks(parts: Sequence[tuple[int, int]], bobot: Sequence[Fraction], desimal: int | None = None) -> Fraction:
    """The index on the scale 1 to 4: the sum of NRR times weight. Each part is (sum of scores, answers)."""
    if desimal is None:  # over one denominator, which is what makes a hundred thousand of them quick
        common = lcm(*(n * w.denominator for (_, n), w in zip(parts, bobot, strict=True)))
        return Fraction(
            sum(k * w.numerator * (common // (n * w.denominator)) for (k, n), w in zip(parts, bobot, strict=True)),
            common,
        )
    return sum((nilai_rata_rata(k, n, desimal) * w for (k, n), w in zip(parts, bobot, strict=True)), Fraction())


def konversi(value: Fraction) -> Fraction:
    """A mean score or index (1 to 4) as a converted value (25 to 100)."""
    return value * KONVERSI
