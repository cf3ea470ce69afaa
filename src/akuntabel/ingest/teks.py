"""Cells that hold words: codes, text, closed lists, yes or no, dates, NIP."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from functools import cache

from akuntabel.bahasa.angka import format_number
from akuntabel.grid.sheet import RawCell
from akuntabel.ingest.bacaan import Bacaan, bad

_YES = {"ya", "y", "benar", "true", "1"}
_NO = {"tidak", "t", "salah", "false", "0", "bukan"}
_CODE = re.compile(r"[^/\s{}|]+")
_NIP_DIGITS = 15  # a workbook keeps no more digits of a number
_SEPARATORS = re.compile(r"[\s\-_./]+")


def plain_text(cell: RawCell) -> str:
    """The cell as text: numbers with a decimal comma, dates as ISO, booleans as ya or tidak."""
    if isinstance(cell.value, bool):
        return "ya" if cell.value else "tidak"
    if isinstance(cell.value, Decimal):
        return format_number(cell.value, group=False)
    if isinstance(cell.value, date):
        return cell.value.isoformat()
    return cell.text.strip()


def read_text(cell: RawCell) -> Bacaan:
    """Text on one line."""
    return Bacaan(" ".join(plain_text(cell).split()))


def read_long_text(cell: RawCell) -> Bacaan:
    """Text that keeps its lines."""
    return Bacaan(plain_text(cell).replace("\r\n", "\n").replace("\r", "\n").strip())


def read_code(cell: RawCell) -> Bacaan:
    """A code. What a workbook turned into a date is lost; a number may have lost zeros at its end."""
    if isinstance(cell.value, date):
        advice = "ubah format sel menjadi Teks, lalu tulis ulang kodenya"
        return bad("DATA-07", "adalah tanggal, bukan kode", advice)
    if isinstance(cell.value, Decimal) and cell.value != cell.value.to_integral_value():
        text = str(cell.value)
        complaint = f"tersimpan sebagai angka dan dibaca {text}, nol di belakang dapat hilang"
        return Bacaan(text, "DATA-07", complaint, "ubah format sel menjadi Teks, lalu tulis ulang kodenya")
    return Bacaan(plain_text(cell))


def read_key_code(cell: RawCell) -> Bacaan:
    """A code that becomes part of a row's key and of figure names: no white space, no / { } |."""
    read = read_code(cell)
    if isinstance(read.value, str) and read.kode is None and not _CODE.fullmatch(read.value):
        fixed = "-".join(re.findall(_CODE, read.value)) or "IKU-1"
        return bad("DATA-07", "memuat spasi atau salah satu tanda / { } |", f"tulis misalnya {fixed}")
    return read


def read_nip(cell: RawCell) -> Bacaan:
    """The digits of a NIP without spaces. A number of more than 15 digits has lost some."""
    text = re.sub(r"[\s.]", "", str(cell.value) if isinstance(cell.value, Decimal) else cell.text).lstrip("'")
    lost = isinstance(cell.value, Decimal) and len(text.lstrip("-")) > _NIP_DIGITS
    if lost or re.fullmatch(r"\d([.,]\d+)?[Ee]\+?\d+", text):
        advice = "ubah format sel menjadi Teks, lalu tulis ulang 18 angkanya"
        return bad("DATA-08", "tersimpan sebagai angka sehingga angka terakhirnya hilang", advice)
    if not (text.isascii() and text.isdigit()):
        return bad("DATA-08", "bukan NIP", "tulis 18 angka, misalnya 198501012010011001")
    return Bacaan(text)


def read_yes_no(cell: RawCell) -> Bacaan:
    """ya or tidak."""
    if isinstance(cell.value, bool):
        return Bacaan(cell.value)
    word = plain_text(cell).casefold().rstrip(".")
    if word in _YES or word in _NO:
        return Bacaan(word in _YES)
    return bad("DATA-03", "bukan ya atau tidak", "tulis ya atau tidak")


def read_choice(cell: RawCell, enum: type[StrEnum]) -> Bacaan:
    """A value of a closed list; case, spaces, dots and dashes do not matter."""
    by_word = _choices(enum)
    word = _word(plain_text(cell))
    if word in by_word:
        return Bacaan(by_word[word])
    near = get_close_matches(word, by_word, n=1, cutoff=0.75)
    options = ", ".join(m.value for m in enum)
    advice = f"tulis misalnya {by_word[near[0]].value}" if near else f"pilih salah satu dari {options}"
    return bad("DATA-04", "tidak ada dalam daftar pilihan", advice)


@cache
def _choices(enum: type[StrEnum]) -> dict[str, StrEnum]:
    return {_word(m.value): m for m in enum}


def _word(text: str) -> str:
    return _SEPARATORS.sub("_", text.casefold()).strip("_")
