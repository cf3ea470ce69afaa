"""Figures that were typed into a text by hand, seen by their shape. No database."""

from __future__ import annotations

import re
from dataclasses import dataclass

from akuntabel.calculation.rujukan import RUJUKAN

# A number that looks like a figure. What follows words that number something else is none.
_ANGKA = re.compile(r"(?<![\w.,/-])(?:Rp\s?)?\d[\d.,]*\d%?|(?<![\w.,/-])(?:Rp\s?)?\d\s?%|(?<![\w.,/-])\d+(?![\w.,/)-])")
_BUKAN = re.compile(
    r"(?:nomor|no\.|pasal|ayat|huruf|bab|tabel|gambar|lampiran|angka|tahun|tanggal|triwulan|periode|halaman|butir)\s*\(?$",
    re.IGNORECASE,
)
_TAHUN = re.compile(r"(?:19|20)\d\d")
_BULAN = re.compile(
    r"^\s+(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Catatan:
    """Something about a text, with its line."""

    baris: int
    kutipan: str
    pesan: str


def typed_figures(teks: str) -> tuple[Catatan, ...]:
    """Numbers in a text that look like figures of performance or money and are no references.

    Not counted: numbers of laws, articles, tables, years, dates, quarters and marks of lists.
    """
    plain = RUJUKAN.sub(lambda m: " " * len(m[0]), teks)
    return tuple(
        Catatan(line_of(teks, m.start()), m[0], "angka ini diketik; pakai rujukan supaya selalu sama dengan data")
        for m in _ANGKA.finditer(plain)
        if not _is_name(plain, m)
    )


def _is_name(teks: str, match: re.Match[str]) -> bool:
    before, after = teks[max(0, match.start() - 20) : match.start()], teks[match.end() : match.end() + 12]
    marks_list = not before.rpartition("\n")[2].strip() and after[:1] in {".", ")"}
    numbered = _BUKAN.search(before.rstrip(" ")) or _TAHUN.fullmatch(match[0].rstrip(".,"))
    return bool(marks_list or numbered or _BULAN.match(after))


def line_of(teks: str, at: int) -> int:
    """The line of a place in a text, from 1."""
    return teks.count("\n", 0, at) + 1
