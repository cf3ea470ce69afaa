"""Tables without rules: lines one after another with gaps at the same places. Conservative, marked as a guess."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from akuntabel.bahasa.tanda_butir import contents_line, is_caption, is_source, marker
from akuntabel.readers.pdf.baris import line_of
from akuntabel.readers.pdf.bentuk import Bagian, Baris, BarisTabel, Kata, Kotak, Sel, Tabel
from akuntabel.readers.pdf.celah import GAP, Ruas, by_column, cuts_of, spans
from akuntabel.readers.pdf.kepala_duga import MOST_LINES
from akuntabel.readers.pdf.tabel_duga import COLUMNS_GUESSED, table_of_lines

_LINES = 3  # with a gap at the same place
_CAPTIONED = 2  # the same below a caption, or with two gaps
_FAR = 3.2  # of the size: pitch of lines of one table
_SIGN_GAP = 2.2  # of the size: room for a signature
_SIGN_FAR = 9.0
_TAIL = 1.35  # of the size: pitch of a last line that goes on in one column
_PROSE = 9  # words in a line that fills the measure
_LONG = 0.7  # of the measure
_CROSSING = 2  # lines one after another that run across the columns
_SIZE = 0.05  # of the size: letters that differ more are no line of the table
_SEEN = 3  # lines of several texts with whose gaps a new one is compared


def with_unruled_tables(items: list[Baris | Bagian], page: int) -> Iterator[Baris | Bagian]:
    """The items, with runs of lines that are tables made into tables."""
    for is_line, group in itertools.groupby(items, key=lambda item: isinstance(item, Baris)):
        run = list(group)
        if is_line:
            yield from _lines([item for item in run if isinstance(item, Baris)], page)
        else:
            yield from run


def _lines(lines: list[Baris], page: int) -> Iterator[Baris | Bagian]:
    measure = max(b.kanan for b in lines) - min(b.kiri for b in lines)
    n = 0
    while n < len(lines):
        last = last_of_table(lines, n, measure)
        captioned = n > 0 and is_caption(lines[n - 1].teks)
        part = _part(lines[n : last + 1], page, captioned=captioned) if last is not None else None
        if part is None or last is None:
            yield lines[n]
            n += 1
            continue
        yield part
        n = last + 1


def last_of_table(lines: Sequence[Baris], first: int, measure: float) -> int | None:
    """The last line of a table that begins here, or None."""
    if len(spans(lines[first])) < 2:
        return None
    several = [spans(lines[first])]
    last, crossing = None, 0
    for n in range(first + 1, len(lines)):
        here = spans(lines[n])
        if not _belongs(lines[n - 1], lines[n], here, several, measure):
            break
        if len(here) > 1:
            several.append(here)
            last, crossing = n, 0
        else:
            crossing = crossing + 1 if _crosses(here[0], several[-_SEEN:]) else 0
            if crossing > _CROSSING:
                break
    while last is not None and last + 1 < len(lines) and _is_tail(lines[first : last + 1], lines[last + 1]):
        last += 1
    return last


def _belongs(above: Baris, line: Baris, here: list[Ruas], several: list[list[Ruas]], measure: float) -> bool:
    if len(here) == 1:
        return not ends_table(above, line, measure)
    if is_caption(line.teks) or is_source(line.teks):
        return False
    sides = all(len(s) <= 3 for s in (*several, here))
    if line.dasar - above.dasar > (_SIGN_FAR if sides and len(several) > 1 else _FAR) * line.ukuran:
        return False
    in_head = line.tebal and above.tebal and len(several) <= MOST_LINES
    return in_head or any(_share_a_gap(here, other, GAP * line.ukuran) for other in several[-_SEEN:])


def ends_table(above: Baris, line: Baris, measure: float) -> bool:
    """Whether a line below one of a table is none of it: a caption, a source, prose, or letters of another size."""
    if is_caption(line.teks) or is_source(line.teks) or contents_line(line.teks):
        return True
    if line.dasar - above.dasar > _FAR * line.ukuran or abs(line.ukuran - above.ukuran) > _SIZE * line.ukuran:
        return True
    prose = len(line.kata) >= _PROSE and line.kanan - line.kiri > _LONG * measure
    return prose and len(spans(line)) == 1


def _share_a_gap(one: list[Ruas], other: list[Ruas], least: float) -> bool:
    return any(min(b, d) - max(a, c) >= 0.5 * least for a, b in _gaps(one) for c, d in _gaps(other))


def _gaps(line: list[Ruas]) -> list[Ruas]:
    return [(a[1], b[0]) for a, b in itertools.pairwise(line)]


def _crosses(span: Ruas, several: list[list[Ruas]]) -> bool:
    """Whether a text runs over a gap that the lines before it have."""
    return any(span[0] <= a and b <= span[1] for line in several for a, b in _gaps(line))


def _is_tail(block: Sequence[Baris], line: Baris) -> bool:
    """A last line in one column only, close below."""
    close = line.dasar - block[-1].dasar <= _TAIL * line.ukuran
    if not close or marker(line.teks) or is_caption(line.teks) or is_source(line.teks):
        return False
    cuts = cuts_of([*block, line])
    if not cuts or len(cuts) < len(cuts_of(block)):
        return False
    return len(by_column(line, cuts)) == 1 and not any(line.kiri < cut < line.kanan for cut in cuts)


def _part(lines: Sequence[Baris], page: int, *, captioned: bool) -> Bagian | None:
    cuts = cuts_of(lines)
    box = Kotak(min(b.kiri for b in lines), lines[0].atas, max(b.kanan for b in lines), lines[-1].bawah)
    if cuts and _is_signature(lines, cuts):
        return Bagian(box, tabel=_sides(lines, cuts, page))
    table = table_of_lines(lines, (), page)
    if table is None:
        return None
    parted = sum(len(spans(line)) > 1 for line in lines)
    least = _CAPTIONED if captioned or table.banyak_kolom > 2 else _LINES
    return Bagian(box, tabel=table) if parted >= least and len(table.baris) > 1 else None


def _is_signature(lines: Sequence[Baris], cuts: list[float]) -> bool:
    """Two or three blocks side by side with room for a signature in them."""
    widest = max((b.dasar - a.dasar for a, b in itertools.pairwise(lines)), default=0.0)
    return len(cuts) <= 2 and widest > _SIGN_GAP * lines[0].ukuran and len(lines) >= _LINES


def _sides(lines: Sequence[Baris], cuts: list[float], page: int) -> Tabel:
    """One row: each block with its lines."""
    blocks: dict[int, list[list[Kata]]] = {}
    for line in lines:
        for column, words in by_column(line, cuts).items():
            blocks.setdefault(column, []).append(words)
    cells = [
        Sel(column, 1, 1, [[line_of(words)] for words in blocks.get(column, [])]) for column in range(len(cuts) + 1)
    ]
    return Tabel([BarisTabel(cells, page)], len(cells), dugaan=(COLUMNS_GUESSED,))
