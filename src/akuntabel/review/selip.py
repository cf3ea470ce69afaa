"""How a number may have become another one: digits swapped, one replaced, lost, doubled, or the mark shifted."""

from __future__ import annotations

from decimal import Decimal

_NINE = 9
_ROUND = 1000
_LEAST = 3  # digits below which any two numbers look like a slip of each other


def slip(written: Decimal, right: Decimal) -> str | None:
    """In words how `right` may have become `written`; None where no single slip explains it."""
    a, b = _digits(written), _digits(right)
    if a != b and min(len(a), len(b)) < _LEAST:
        return None
    if a.rstrip("0") == b.rstrip("0"):
        return "jumlah nol atau letak tanda desimal berbeda" if written != right else None
    if _is_round(written) and _is_round(right):
        return None  # round numbers differ in one digit by chance
    if len(a) == len(b):
        return _replaced(a, b)
    if abs(len(a) - len(b)) == 1:
        longer, shorter = (a, b) if len(a) > len(b) else (b, a)
        if any(longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer))):
            return "satu angka terlewat" if len(a) < len(b) else "satu angka terketik dua kali atau berlebih"
    return None


def _is_round(value: Decimal) -> bool:
    """A whole number with fewer than three digits before its zeros."""
    return value == value.to_integral_value() and abs(value) >= _ROUND and len(_digits(value).rstrip("0")) < _LEAST


def _digits(value: Decimal) -> str:
    return "".join(map(str, abs(value).as_tuple().digits)).lstrip("0") if value else ""


def _replaced(a: str, b: str) -> str | None:
    other = [n for n, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(other) == 1:
        return f"satu angka berganti: {b[other[0]]} menjadi {a[other[0]]}"
    if len(other) == 2 and a[other[0]] == b[other[1]] and a[other[1]] == b[other[0]]:
        near = "bersebelahan " if other[1] == other[0] + 1 else ""
        return f"dua angka {near}bertukar tempat"
    return None


def divisible_by_nine(difference: Decimal) -> bool:
    """A difference that digits which changed places always leave."""
    return difference != 0 and difference == difference.to_integral_value() and difference % _NINE == 0
