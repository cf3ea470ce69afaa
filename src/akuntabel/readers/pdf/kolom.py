"""Two columns of running text: a gutter that no line crosses, with full lines on both of its sides."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import accumulate, groupby
from statistics import median

from akuntabel.readers.pdf.baris import lines_from
from akuntabel.readers.pdf.bentuk import Bagian, Baris, Kata
from akuntabel.readers.pdf.celah import spans

_MIDDLE = (0.25, 0.75)  # where a gutter may stand, of the width of the text
_STEP = 2.0
_GUTTER = 7.0
_LINES = 6  # on each side
_PARTED = 4  # one line of so many may have a gap inside
_FULL = 0.72  # how full the middle line of each side is


def split_columns(items: list[Baris | Bagian]) -> list[list[Baris | Bagian]]:
    """Runs of items in reading order: across the page, then the left column, then the right one, and so on.

    Items are lines and the parts that are no text, from top to bottom.
    """
    gutter = _gutter([item for item in items if isinstance(item, Baris)])
    if gutter is None:
        return [items] if items else []
    runs: list[list[Baris | Bagian]] = [[]]
    columns = False
    for crossing, band in _bands(items, gutter):
        left, right = _halves(band, gutter)
        if not crossing and _is_prose(left) and _is_prose(right):
            runs += [left, right, []]
            columns = True
        else:
            runs[-1] += band
    return [run for run in runs if run] if columns else [items]


def _gutter(lines: list[Baris]) -> float | None:
    """The place in the middle that the fewest lines cross, where enough lines stand on both sides."""
    if len(lines) < _LINES:
        return None
    left, right = min(b.kiri for b in lines), max(b.kanan for b in lines)
    begin = left + (right - left) * _MIDDLE[0]
    steps = int((right - left) * (_MIDDLE[1] - _MIDDLE[0]) / _STEP)
    if steps < 1:
        return None
    change = [0] * (steps + 1)
    for run in (run for line in lines for run in _runs(line)):
        first = max(math.floor((run[0] - begin) / _STEP) + 1, 0)
        last = min(math.ceil((run[1] - begin) / _STEP) - 1, steps - 1)
        if first <= last:
            change[first] += 1
            change[last + 1] -= 1
    crossed = list(accumulate(change[:steps]))
    fewest = min(crossed)
    return begin + crossed.index(fewest) * _STEP if fewest <= 0.6 * len(lines) else None


def _runs(line: Baris) -> Iterator[tuple[float, float]]:
    """Where a line has no gap as wide as a gutter."""
    least = max(_GUTTER, 0.7 * line.ukuran)
    left, right = line.kata[0].kiri, line.kata[0].kanan
    for word in line.kata[1:]:
        if word.kiri - right >= least:
            yield left, right
            left = word.kiri
        right = max(right, word.kanan)
    yield left, right


def _crosses(line: Baris, x: float) -> bool:
    """Whether a word stands at x, or two words of one sentence around it."""
    if line.kiri >= x - 0.5 * _GUTTER or line.kanan <= x + 0.5 * _GUTTER:
        return line.kiri < x + 0.5 * _GUTTER and line.kanan > x - 0.5 * _GUTTER and line.kiri < x < line.kanan
    before = max((w.kanan for w in line.kata if w.kiri < x), default=line.kiri)
    after = min((w.kiri for w in line.kata if w.kanan > x and w.kiri >= before), default=line.kanan)
    return after - before < max(_GUTTER, 0.7 * line.ukuran) or any(w.kiri < x < w.kanan for w in line.kata)


def _bands(items: list[Baris | Bagian], gutter: float) -> Iterator[tuple[bool, list[Baris | Bagian]]]:
    for crossing, band in groupby(items, key=lambda item: _is_across(item, gutter)):
        yield crossing, list(band)


def _is_across(item: Baris | Bagian, gutter: float) -> bool:
    if isinstance(item, Baris):
        return _crosses(item, gutter)
    return item.kotak.kiri < gutter - _GUTTER and item.kotak.kanan > gutter + _GUTTER


def _halves(band: list[Baris | Bagian], gutter: float) -> tuple[list[Baris | Bagian], list[Baris | Bagian]]:
    sides: tuple[list[Baris | Bagian], list[Baris | Bagian]] = ([], [])
    words: tuple[list[Kata], list[Kata]] = ([], [])
    for item in band:
        if isinstance(item, Baris):
            for word in item.kata:
                words[word.pusat[0] > gutter].append(word)
        else:
            sides[(item.kotak.kiri + item.kotak.kanan) / 2 > gutter].append(item)
    for side, found in zip(sides, words, strict=True):
        side.extend(lines_from(found))
        side.sort(key=top_of)
    return sides


def top_of(item: Baris | Bagian) -> float:
    """Where an item begins."""
    return item.atas if isinstance(item, Baris) else item.kotak.atas


def _is_prose(side: list[Baris | Bagian]) -> bool:
    """Full lines of running text; rows of a table have gaps inside."""
    lines = [item for item in side if isinstance(item, Baris)]
    if len(lines) < _LINES or _PARTED * sum(len(spans(b)) > 1 for b in lines) > len(lines):
        return False
    edge = max(b.kanan for b in lines) - min(b.kiri for b in lines)
    return median(b.kanan - b.kiri for b in lines) > _FULL * edge
