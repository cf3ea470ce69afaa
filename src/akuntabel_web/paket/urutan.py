"""Places in the order of a table: with gaps, so that a row put in between moves no other row (and fills no audit)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

JARAK = 1024


def place(lama: Sequence[int | None]) -> list[int]:
    """The places for rows in their wished order, from the places that they have (None: a new row).

    Rows keep their places where these grow; otherwise, or where a gap is too narrow, all are numbered anew.
    """
    kept = [p for p in lama if p is not None]
    if any(b <= a for a, b in pairwise(kept)):
        return _anew(len(lama))
    places: list[int] = []
    waiting, last = 0, 0
    for old in (*lama, None):
        at_end = len(places) + waiting == len(lama)
        if old is None and not at_end:
            waiting += 1
            continue
        step = JARAK if old is None else (old - last) // (waiting + 1)
        if step == 0:
            return _anew(len(lama))
        places += [last + step * n for n in range(1, waiting + 1)]
        waiting = 0
        if old is not None:
            places.append(old)
            last = old
    return places


def _anew(count: int) -> list[int]:
    return [JARAK * n for n in range(1, count + 1)]
