"""The texts of the cells of a table, words and numbers that a narrow cell broke made whole."""

from __future__ import annotations

import itertools
import re

from akuntabel.bahasa.sambung_kata import Kosakata, glue
from akuntabel.doctree.naskah import BarisNaskah, SelNaskah, TabelNaskah, Tempat
from akuntabel.readers.pdf.bentuk import Baris, Kotak, Sel, Tabel

_NUMBER = re.compile(r"(?:Rp\.? ?)?[-(]?(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?)[)%*]*")
_SHORT, _SHORT_TIGHT = 2, 4  # letters of a torn-off end that is no word
_SMALL_WORDS = frozenset({"di", "ke", "se", "no", "tw", "rp", "ii", "iv", "vi", "ix"})
_MOST_MARGIN = 9.0
_TIGHT, _LOOSE = 0.2, 0.6  # of the size: how exactly the width of a cell is known


def finish_table(table: Tabel, words: Kosakata) -> TabelNaskah:
    """The table with its texts; lines are numbered later."""
    margin = _margin(table)
    between = " " if table.per_alinea else "\n"
    rows = tuple(
        BarisNaskah(
            tuple(
                SelNaskah(_text(cell, margin, between, words), cell.kolom, cell.rentang_kolom, cell.rentang_baris)
                for cell in row.sel
            ),
            Tempat(0, row.halaman),
            row.kepala,
        )
        for row in table.baris
    )
    return TabelNaskah(rows, table.banyak_kolom, table.rentang_diketahui, table.dugaan)


def _margin(table: Tabel) -> float:
    """The smallest margin that the text of a cell keeps from its rules."""
    seen = [
        min(line.kiri - cell.kotak.kiri, cell.kotak.kanan - line.kanan)
        for row in table.baris
        for cell in row.sel
        if cell.kotak is not None
        for line in cell.baris
    ]
    return min(max(min(seen, default=0.0), 0.0), _MOST_MARGIN)


def _text(cell: Sel, margin: float, between: str, words: Kosakata) -> str:
    return "\n".join(_paragraph(lines, cell.kotak, margin, between, words) for lines in cell.alinea if lines)


def _paragraph(lines: list[Baris], box: Kotak | None, margin: float, between: str, words: Kosakata) -> str:
    text = lines[0].teks
    for before, line in itertools.pairwise(lines):
        glued = glue(text, line.teks, words)
        if glued is not None:
            text = glued
        elif line.kata[0].lanjut or _is_torn(before, line, box, margin, words):
            text += line.teks
        else:
            text += between + line.teks
    return text


def _is_torn(before: Baris, line: Baris, box: Kotak | None, margin: float, words: Kosakata) -> bool:
    """A word, number or code without spaces that fills the cell and goes on below."""
    if len(before.kata) != 1 or line.kata[0].spasi or line.kata[0].arah % 2:
        return False
    first, second = before.teks, line.kata[0].teks
    letters = second.rstrip(".,;:")
    if first.isalpha() and letters.isalpha():
        tight = _is_full(before, line, box, margin, _TIGHT)
        return _is_full(before, line, box, margin, _LOOSE) and _is_torn_word(first, letters, words, tight=tight)
    if len(line.kata) > 1 or box is None or not _is_full(before, line, box, margin, _TIGHT):
        return False
    if not letters:
        return True
    if _NUMBER.fullmatch(first + second):
        return not (_NUMBER.fullmatch(first) and _NUMBER.fullmatch(second))
    return _is_code(first, second)


def _is_full(before: Baris, line: Baris, box: Kotak | None, margin: float, slack: float) -> bool:
    """Whether the cell had no room for one more letter."""
    word = line.kata[0]
    letter = (word.kanan - word.kiri) / max(len(word.teks), 1)
    return box is None or before.kanan - before.kiri + letter > box.lebar - 2 * margin - slack * before.ukuran


def _is_torn_word(first: str, second: str, words: Kosakata, *, tight: bool) -> bool:
    if not second[0].islower() and not first.isupper():
        return False
    if first + second in words:
        return not (first in words and second in words)
    most = _SHORT_TIGHT if tight else _SHORT
    return len(second) <= most and second.lower() not in _SMALL_WORDS and first not in words and second not in words


def _is_code(first: str, second: str) -> bool:
    code = first + second
    mixed = any(c.isdigit() for c in first) and any(c.isalpha() for c in first)
    return code.isalnum() and code.upper() == code and mixed
