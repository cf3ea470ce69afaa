"""The number of a list level as Word writes it."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS = 26
_MOST_LETTERS = 30 * _LETTERS  # Word's own limit: the thirtieth round of the alphabet
_MOST_ROMAN = 32_767


def format_number(number: int, form: str) -> str:
    """A count in a w:numFmt; a form that is not known is decimal, as are numbers that a form cannot show."""
    match form:
        case "none" | "bullet":
            return ""
        case "lowerRoman" | "upperRoman":
            return _cased(_roman(number), form)
        case "lowerLetter" | "upperLetter":
            return _cased(_letter(number), form)
        case "decimalZero":
            return f"{number:02d}"
        case _:
            return str(number)


def _cased(text: str, form: str) -> str:
    return text.upper() if form.startswith("upper") else text


def _roman(number: int) -> str:
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    text = ""
    for worth, sign in _ROMAN:
        count, number = divmod(number, worth)
        text += sign * count
    return text


def _letter(number: int) -> str:
    """a to z, then aa to zz: the same letter once more in each round."""
    if not 0 < number <= _MOST_LETTERS:
        return str(number)
    rounds, letter = divmod(number - 1, _LETTERS)
    return chr(ord("a") + letter) * (rounds + 1)
