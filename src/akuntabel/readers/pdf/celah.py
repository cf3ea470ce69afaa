"""Columns by gaps: places that the lines of a table leave free."""

from __future__ import annotations

import itertools
import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from statistics import median

from akuntabel.bahasa.tanda_butir import contents_line, marker
from akuntabel.readers.pdf.bentuk import Baris, Kata

GAP = 0.75  # of the size: the narrowest gap between two cells; Word's own is about one
_PROSE_GAP = 2.2  # of the size: justified text has no wider spaces
_EVEN = 1.5  # the widest space of justified text, of its usual one
_CROSSING = 12  # one line of so many may cross a corridor: a group's name, a total
_ONE_CROSSING = 4  # lines of which one may do so
_SUPPORT = 4  # one line of so many, at least, has text on both sides of a corridor

Ruas = tuple[float, float]  # left and right end of a text


def spans(line: Baris) -> list[Ruas]:
    """The ends of the texts of a line that wide gaps part; a list marker belongs to what it marks."""
    return [(part[0].kiri, part[-1].kanan) for part in parts(line)]


def parts(line: Baris) -> list[list[Kata]]:
    """The texts of a line that wide gaps part."""
    words = line.kata
    if len(words) == 1 or contents_line(line.teks) is not None:
        return [list(words)]
    gaps = [b.kiri - a.kanan for a, b in itertools.pairwise(words)]
    if _is_justified(line, gaps):
        return [list(words)]
    found = [[words[0]]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap > GAP * line.ukuran:
            found.append([])
        found[-1].append(word)
    if len(found) == 2 and len(found[0]) == 1 and marker(f"{found[0][0].teks} "):
        return [list(words)]
    return found


def _is_justified(line: Baris, gaps: list[float]) -> bool:
    """Spaces of one width, as a line has that is stretched to the margin; a list marker stands apart."""
    inner = gaps[1:] if marker(line.teks) else gaps
    if len(inner) < 3:
        return False
    return max(inner) <= min(_EVEN * median(inner), _PROSE_GAP * line.ukuran)


def corridors(lines: Sequence[Sequence[Ruas]], least: float, head: Sequence[Sequence[Ruas]] = ()) -> list[float]:
    """The middles of the corridors, at least so wide, that the lines of several texts leave free.

    A line of one text may run across: it names a group or gives a total. Where it ends inside, the corridor is
    narrower. Places that no line fills on both sides are one column whose texts stand left, right and in the middle.
    The lines of the head may run across, and tell which columns there are.
    """
    several = [line for line in lines if len(line) > 1]
    told = [*several, *head]
    free = [_narrowed(place, [*lines, *head], least / 2) for place in _free(several, least)]
    free = [_beside(free, n, several) for n in range(len(free))]
    return _middles(_parting([p for p in free if _supported(p, several) or _supported(p, head)], told))


def _middles(places: Sequence[Ruas]) -> list[float]:
    return [(a + b) / 2 for a, b in places]


def _parting(places: list[Ruas], lines: Sequence[Sequence[Ruas]]) -> list[Ruas]:
    """Without those between two columns that are never filled on one line, the narrowest first."""
    while True:
        cuts = _middles(places)
        filled = [{bisect_right(cuts, (a + b) / 2) for a, b in line} for line in lines]
        idle = [n for n in range(len(cuts)) if not any(n in f and n + 1 in f for f in filled)]
        if not idle:
            return places
        narrow = min(idle, key=lambda n: places[n][1] - places[n][0])
        places = [*places[:narrow], *places[narrow + 1 :]]


def _free(lines: Sequence[Sequence[Ruas]], least: float) -> Iterator[Ruas]:
    """The places that no more lines than usual cross."""
    most = max(len(lines) // _CROSSING, int(len(lines) >= _ONE_CROSSING))
    ends = [end for line in lines for a, b in line for end in ((a, 1), (b, -1))]
    depth, start = 0, None
    for x, step in sorted(ends):
        before, depth = depth, depth + step
        if step < 0 and before > most >= depth:
            start = x
        elif step > 0 and before <= most < depth and start is not None:
            if x - start >= least:
                yield start, x
            start = None


def _narrowed(place: Ruas, lines: Sequence[Sequence[Ruas]], least: float) -> Ruas:
    """A corridor without what texts take of it that end or begin inside, as long as something is left."""
    left, right = a, b = place
    for begin, end in sorted((span for line in lines for span in line), key=lambda s: _taken(s, place)):
        if begin < left < end < right and b - end >= least:
            a = max(a, end)
        elif left < begin < right < end and begin - a >= least:
            b = min(b, begin)
    return a, b


def _beside(places: Sequence[Ruas], n: int, lines: Sequence[Sequence[Ruas]]) -> Ruas:
    """A corridor without the texts that stand wholly in it: heads of the column beside it that is empty there."""
    a, b = left, right = places[n]
    before = places[n - 1][1] if n else -math.inf
    behind = places[n + 1][0] if n + 1 < len(places) else math.inf
    for line in lines:
        for begin, end in (span for span in line if a < span[0] and span[1] < b):
            middles = [(x + y) / 2 for x, y in line]
            on_left = any(before < m < left for m in middles)
            on_right = any(right < m < behind for m in middles)
            if on_left > on_right or (on_left == on_right and b - end < begin - a):
                b = begin
            else:
                a = end
    return a, b


def _taken(span: Ruas, place: Ruas) -> float:
    return min(span[1], place[1]) - max(span[0], place[0])


def _supported(place: Ruas, lines: Sequence[Sequence[Ruas]]) -> bool:
    both = sum(line[0][0] < place[0] and place[1] < line[-1][1] for line in lines)
    return both > 0 and both * _SUPPORT >= len(lines)


def cuts_of(lines: Sequence[Baris], head: Sequence[Baris] = ()) -> list[float]:
    """The corridors of lines below those of a head."""
    if not lines:
        return []
    least = GAP * min(line.ukuran for line in lines)
    return corridors([spans(line) for line in lines], least, [spans(line) for line in head])


def by_column(line: Baris, cuts: Sequence[float]) -> dict[int, list[Kata]]:
    """The words of a line by column; a text that crosses a corridor stands in its first one."""
    found: dict[int, list[Kata]] = {}
    for first, _, words in texts(line, cuts):
        found.setdefault(first, []).extend(words)
    return found


def texts(line: Baris, cuts: Sequence[float]) -> Iterator[tuple[int, int, list[Kata]]]:
    """The texts of a line with the first and last column that they reach."""
    runs: list[list[Kata]] = [[line.kata[0]]]
    for before, word in itertools.pairwise(line.kata):
        apart = word.kiri - before.kanan > 0.45 * line.ukuran
        if apart and any(before.pusat[0] < cut < word.pusat[0] for cut in cuts):
            runs.append([])
        runs[-1].append(word)
    for words in runs:
        yield bisect_right(cuts, words[0].kiri + 1), bisect_right(cuts, words[-1].kanan - 1), words
