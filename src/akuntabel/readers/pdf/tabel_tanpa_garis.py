"""Tables without rules: at least three lines one after another with the same gaps. Conservative, marked as a guess."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from akuntabel.bahasa.tanda_butir import contents_line, is_caption, is_source, marker
from akuntabel.readers.pdf.baris import line_of, segments
from akuntabel.readers.pdf.bentuk import Bagian, Baris, BarisTabel, Kata, Kotak, Sel, Tabel
from akuntabel.readers.pdf.celah import COLUMNS_GUESSED, ROWS_GUESSED, by_column, corridors, row_of, split_rows

_LINES = 3  # with a gap at the same place
_GAP = 1.5  # of the size
_FAR = 3.2  # of the size: pitch of lines of one table
_SIGN_GAP = 2.2  # of the size: room for a signature
_SIGN_FAR = 9.0


def with_unruled_tables(items: list[Baris | Bagian], page: int) -> Iterator[Baris | Bagian]:
    """The items, with runs of lines that are tables made into tables."""
    for is_line, group in itertools.groupby(items, key=lambda item: isinstance(item, Baris)):
        run = list(group)
        if is_line:
            yield from _lines([item for item in run if isinstance(item, Baris)], page)
        else:
            yield from run


def _lines(lines: list[Baris], page: int) -> Iterator[Baris | Bagian]:
    n = 0
    while n < len(lines):
        last = _last_of_table(lines, n)
        if last is None:
            yield lines[n]
            n += 1
            continue
        yield _part(lines[n : last + 1], page)
        n = last + 1


def _last_of_table(lines: list[Baris], first: int) -> int | None:
    """The last line of a table that begins here, or None."""
    if len(_spans(lines[first])) < 2:
        return None
    block = [lines[first]]
    last = None
    for n in range(first + 1, len(lines)):
        if not _belongs(block, lines[n]):
            break
        block.append(lines[n])
        if _parted(block) >= _LINES and len(_spans(lines[n])) > 1:
            last = n
    while last is not None and last + 1 < len(lines) and _is_tail(lines[first : last + 1], lines[last + 1]):
        last += 1
    return last


def _belongs(block: list[Baris], line: Baris) -> bool:
    above = block[-1]
    pitch = line.dasar - above.dasar
    if is_caption(line.teks) or is_source(line.teks) or contents_line(line.teks):
        return False
    parted = len(_spans(line)) > 1
    far = _SIGN_FAR if parted and len(block) >= 2 else _FAR
    if pitch > far * line.ukuran or (not parted and _parted(block) < 2 and len(block) > 1):
        return False
    return bool(_cuts([*block, line]))


def _is_tail(block: list[Baris], line: Baris) -> bool:
    """A last line in one column only, close below."""
    cuts = _cuts(block)
    close = line.dasar - block[-1].dasar <= 1.35 * line.ukuran
    return close and not marker(line.teks) and bool(_cuts([*block, line])) and len(by_column(line, cuts)) == 1


def _parted(block: list[Baris]) -> int:
    """How many lines have text on both sides of one corridor."""
    cuts = _cuts(block)
    return max((sum(_stands_on_both(line, cut) for line in block) for cut in cuts), default=0)


def _stands_on_both(line: Baris, cut: float) -> bool:
    return line.kiri < cut < line.kanan


def _spans(line: Baris) -> list[tuple[float, float]]:
    """The parts of a line between wide gaps; a list marker belongs to what it marks."""
    if contents_line(line.teks) is not None:
        return [(line.kiri, line.kanan)]
    parts = segments(line, _GAP)
    if len(parts) > 1 and len(parts[0]) == 1 and marker(f"{parts[0][0].teks} "):
        parts = [parts[0] + parts[1], *parts[2:]]
    return [(p[0].kiri, p[-1].kanan) for p in parts]


def _cuts(block: list[Baris]) -> list[float]:
    return corridors([_spans(line) for line in block], _GAP * min(line.ukuran for line in block))


def _part(lines: list[Baris], page: int) -> Bagian:
    cuts = _cuts(lines)
    box = Kotak(min(b.kiri for b in lines), lines[0].atas, max(b.kanan for b in lines), lines[-1].bawah)
    if _is_signature(lines, cuts):
        return Bagian(box, tabel=_sides(lines, cuts, page))
    rows = [row_of(band, cuts, page) for band in split_rows(lines, cuts)]
    return Bagian(box, tabel=Tabel(rows, len(cuts) + 1, dugaan=(COLUMNS_GUESSED, ROWS_GUESSED)))


def _is_signature(lines: list[Baris], cuts: list[float]) -> bool:
    """Two or three blocks side by side with room for a signature in them."""
    widest = max((b.dasar - a.dasar for a, b in itertools.pairwise(lines)), default=0.0)
    return len(cuts) <= 2 and widest > _SIGN_GAP * lines[0].ukuran and len(lines) >= _LINES


def _sides(lines: list[Baris], cuts: list[float], page: int) -> Tabel:
    """One row: each block with its lines."""
    blocks: dict[int, list[list[Kata]]] = {}
    for line in lines:
        for column, words in by_column(line, cuts).items():
            blocks.setdefault(column, []).append(words)
    cells = [
        Sel(column, 1, 1, [[line_of(words)] for words in blocks.get(column, [])]) for column in range(len(cuts) + 1)
    ]
    return Tabel([BarisTabel(cells, page)], len(cells), dugaan=(COLUMNS_GUESSED,))
