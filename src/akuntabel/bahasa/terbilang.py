"""Number words in the spelling of KBBI (seribu, miliar): 18.113 is 'delapan belas ribu seratus tiga belas'."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.bahasa.angka import round_half_up

TERBESAR = 10**15
_ONES = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_SCALES = ("", "ribu", "juta", "miliar", "triliun", "kuadriliun")
_DIGITS = ("nol", *_ONES[1:10])


def terbilang(value: Decimal | int) -> str:
    """The value in words; decimals digit by digit after 'koma', without trailing zeros.

    Raises ValueError beyond 10^15 (either sign) and for a value that is not finite.
    """
    number = Decimal(value)
    if not number.is_finite() or abs(number) > TERBESAR:
        raise ValueError(f"di luar jangkauan terbilang: {value}")
    whole, _, decimals = format(abs(number), "f").partition(".")
    words = [_whole(int(whole))]
    if decimals.strip("0"):
        words += ["koma", *(_DIGITS[int(d)] for d in decimals.rstrip("0"))]
    return " ".join(["minus", *words] if number < 0 else words)


def terbilang_rupiah(value: Decimal | int) -> str:
    """An amount in words, ending in 'rupiah'; sen only where there are some ('... rupiah lima puluh sen')."""
    amount = round_half_up(Decimal(value), 2)
    rupiah = int(abs(amount))
    sen = int((abs(amount) - rupiah) * 100)
    words = f"{terbilang(rupiah)} rupiah"
    if sen:
        words = f"{terbilang(sen)} sen" if not rupiah else f"{words} {terbilang(sen)} sen"
    return f"minus {words}" if amount < 0 else words


def _whole(number: int) -> str:
    if number == 0:
        return "nol"
    words: list[str] = []
    for power in range(len(_SCALES) - 1, -1, -1):
        group = number // 1000**power % 1000
        if group == 1 and power == 1:
            words.append("seribu")
        elif group:
            words += [*_group(group), _SCALES[power]]
    return " ".join(filter(None, words))


def _group(number: int) -> list[str]:
    """Words of 1 to 999."""
    hundreds, rest = divmod(number, 100)
    words = [] if not hundreds else ["seratus"] if hundreds == 1 else [_ONES[hundreds], "ratus"]
    if rest < 12:
        return [*words, _ONES[rest]]
    tens, ones = divmod(rest, 10)
    return [*words, _ONES[ones], "belas"] if tens == 1 else [*words, _ONES[tens], "puluh", _ONES[ones]]
