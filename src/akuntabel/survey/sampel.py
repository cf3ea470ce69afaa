"""The sample that a number of users asks for."""

from __future__ import annotations

from fractions import Fraction

from akuntabel.regulations.entri import BesarSampel


def krejcie_morgan(pengguna: int, ukuran: BesarSampel) -> int:
    """Answers wanted for a number of users of the period (Krejcie and Morgan, as PermenPANRB 14/2017 prints its table).

    s = X² N P (1-P) / (d² (N-1) + X² P (1-P)), half up. No users need no answers.
    """
    if pengguna < 1:
        return 0
    chi, p, d = (Fraction(x) for x in (ukuran.chi_kuadrat, ukuran.proporsi, ukuran.galat))
    spread = chi * p * (1 - p)
    return _half_up(spread * pengguna / (d * d * (pengguna - 1) + spread))


def slovin(pengguna: int, galat: Fraction) -> int:
    """Answers wanted by Slovin's formula, N / (1 + N e²), half up. It is not that of the regulation."""
    return _half_up(Fraction(pengguna) / (1 + pengguna * galat * galat)) if pengguna > 0 else 0


def _half_up(value: Fraction) -> int:
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)
