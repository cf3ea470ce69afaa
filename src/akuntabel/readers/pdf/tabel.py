"""A lattice with the words inside it -> a table."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from akuntabel.readers.pdf.baris import line_of, lines_from
from akuntabel.readers.pdf.bentuk import Baris, BarisTabel, Kata, Sel, Tabel
from akuntabel.readers.pdf.kisi import Kisi, SelKisi

_NARROW = 6.0
_LOW = 5.0


def table_of(lattice: Kisi, words: Iterable[Kata], page: int) -> Tabel | None:
    """The table of a lattice; None where it holds no text."""
    texts = _texts(lattice, words)
    columns = _kept(lattice.x, {c.kolom for c in lattice.sel}, {c.kolom for c in texts}, _NARROW)
    rows = _kept(lattice.y, {c.baris for c in lattice.sel}, {c.baris for c in texts}, _LOW)
    made: dict[int, list[Sel]] = defaultdict(list)
    for cell in lattice.sel:
        if cell.baris not in rows or cell.kolom not in columns:
            continue
        wide = sum(cell.kolom <= c < cell.kolom + cell.rentang_kolom for c in columns)
        high = sum(cell.baris <= r < cell.baris + cell.rentang_baris for r in rows)
        lines = texts.get(cell, [])
        made[cell.baris].append(Sel(columns[cell.kolom], wide, high, [lines] if lines else [], cell.kotak))
    body = [BarisTabel(sorted(made[r], key=lambda c: c.kolom), page) for r in rows if made[r]]
    edges = tuple(lattice.x[c] for c in columns)
    return Tabel(body, len(columns), tepi=(*edges, lattice.x[-1])) if texts and body else None


def _kept(edges: tuple[float, ...], starts: set[int], filled: set[int], least: float) -> dict[int, int]:
    """Old index -> new index of the columns (rows) that a cell begins in; a sliver without text is none."""
    kept = [n for n in range(len(edges) - 1) if n in starts and (n in filled or edges[n + 1] - edges[n] > least)]
    return {old: new for new, old in enumerate(kept)}


def _texts(lattice: Kisi, words: Iterable[Kata]) -> dict[SelKisi, list[Baris]]:
    grid = {
        (cell.baris + i, cell.kolom + j): cell
        for cell in lattice.sel
        for i in range(cell.rentang_baris)
        for j in range(cell.rentang_kolom)
    }
    inside: dict[SelKisi, list[Kata]] = defaultdict(list)
    for word in words:
        for part in _split(word, lattice):
            x, y = part.pusat
            row = min(max(bisect_right(lattice.y, y) - 1, 0), len(lattice.y) - 2)
            column = min(max(bisect_right(lattice.x, x) - 1, 0), len(lattice.x) - 2)
            inside[grid[row, column]].append(part)
    return {cell: _cell_lines(found) for cell, found in inside.items()}


def _cell_lines(words: list[Kata]) -> list[Baris]:
    if all(w.arah % 2 for w in words):
        words.sort(key=lambda w: w.kiri, reverse=words[0].arah == 3)
        return [line_of([w]) for w in words]
    return lines_from(words)


def _split(word: Kata, lattice: Kisi) -> list[Kata]:
    """A word that runs through an upright rule, as its parts on each side."""
    cuts = [x for x in lattice.x[1:-1] if word.kiri + 1 < x < word.kanan - 1]
    if not cuts or len(word.tengah) != len(word.teks):
        return [word]
    row = min(max(bisect_right(lattice.y, word.pusat[1]) - 1, 0), len(lattice.y) - 2)
    walls = {lattice.x[c.kolom] for c in lattice.sel if c.baris <= row < c.baris + c.rentang_baris}
    parts: dict[int, list[int]] = defaultdict(list)
    real = [x for x in cuts if x in walls]
    for n, centre in enumerate(word.tengah):
        parts[bisect_right(real, centre)].append(n)
    return [_part(word, chars) for chars in parts.values()] if len(parts) > 1 else [word]


def _part(word: Kata, chars: list[int]) -> Kata:
    centres = tuple(word.tengah[n] for n in chars)
    half = (word.kanan - word.kiri) / max(len(word.teks), 1) / 2
    text = "".join(word.teks[n] for n in chars)
    return Kata(text, centres[0] - half, centres[-1] + half, word.dasar, word.ukuran, word.tebal, word.spasi, centres)
