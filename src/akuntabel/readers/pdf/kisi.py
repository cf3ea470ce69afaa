"""Rules to lattices: which rules cross, which cells they close, and which cells are merged."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from akuntabel.readers.pdf.bentuk import Garis, Kotak

_NEAR = 2.6  # points: rules that are nearer are one
_CROSS = 3.0
_MOST = 4_000  # rules of a page; beyond that it is a drawing
_COVER = 0.6


@dataclass(frozen=True, slots=True)
class SelKisi:
    """A cell: first row and column, how many it spans, and its rectangle."""

    baris: int
    kolom: int
    rentang_baris: int
    rentang_kolom: int
    kotak: Kotak


@dataclass(frozen=True, slots=True)
class Kisi:
    """A lattice. `tertutup` is the share of its frame that is drawn, top and bottom, left and right (0 to 2 each)."""

    kotak: Kotak
    x: tuple[float, ...]
    y: tuple[float, ...]
    sel: tuple[SelKisi, ...]
    datar_tertutup: float
    tegak_tertutup: float


def merge_rules(rules: Iterable[Garis]) -> list[Garis]:
    """Rules on one another, or end to end, as one."""
    merged: list[Garis] = []
    for upright in (False, True):
        ordered = sorted(r for r in rules if r.tegak == upright)
        for cluster in _clusters(ordered):
            merged += _joined(cluster, upright)
    return merged


def _clusters(rules: list[Garis]) -> Iterable[list[Garis]]:
    cluster: list[Garis] = []
    for rule in rules:
        if cluster and rule.posisi - cluster[0].posisi > _NEAR:
            yield cluster
            cluster = []
        cluster.append(rule)
    if cluster:
        yield cluster


def _joined(cluster: list[Garis], upright: bool) -> Iterable[Garis]:
    place = sum(r.posisi for r in cluster) / len(cluster)
    spans: list[list[float]] = []
    for rule in sorted(cluster, key=lambda r: r.awal):
        if spans and rule.awal - spans[-1][1] <= _NEAR:
            spans[-1][1] = max(spans[-1][1], rule.akhir)
        else:
            spans.append([rule.awal, rule.akhir])
    return [Garis(upright, place, a, b) for a, b in spans]


def lattices(rules: list[Garis]) -> list[Kisi]:
    """The lattices that crossing rules make, from top to bottom. `rules` are merged."""
    if len(rules) > _MOST:
        return []
    found = [_lattice(group) for group in _crossing(rules)]
    return sorted((k for k in found if k is not None), key=lambda k: (k.kotak.atas, k.kotak.kiri))


def _crossing(rules: list[Garis]) -> list[list[Garis]]:
    """Groups of rules that hang together by crossings."""
    parent = list(range(len(rules)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    level = sorted((r.posisi, n) for n, r in enumerate(rules) if not r.tegak)
    places = [p for p, _ in level]
    for n, upright in enumerate(rules):
        if not upright.tegak:
            continue
        for place, m in level[bisect_left(places, upright.awal - _CROSS) :]:
            if place > upright.akhir + _CROSS:
                break
            if rules[m].awal - _CROSS <= upright.posisi <= rules[m].akhir + _CROSS:
                parent[root(n)] = root(m)
    groups: dict[int, list[Garis]] = {}
    for n, rule in enumerate(rules):
        groups.setdefault(root(n), []).append(rule)
    return [g for g in groups.values() if any(r.tegak for r in g) and any(not r.tegak for r in g)]


def _lattice(rules: list[Garis]) -> Kisi | None:
    upright, level = [r for r in rules if r.tegak], [r for r in rules if not r.tegak]
    xs = _places([r.posisi for r in upright] + [e for r in level for e in (r.awal, r.akhir)])
    ys = _places([r.posisi for r in level] + [e for r in upright for e in (r.awal, r.akhir)])
    if len(xs) < 2 or len(ys) < 2:
        return None
    box = Kotak(xs[0], ys[0], xs[-1], ys[-1])
    cells = _cells(xs, ys, upright, level)
    top_and_bottom = _share(level, ys[0], box.kiri, box.kanan) + _share(level, ys[-1], box.kiri, box.kanan)
    sides = _share(upright, xs[0], box.atas, box.bawah) + _share(upright, xs[-1], box.atas, box.bawah)
    return Kisi(box, tuple(xs), tuple(ys), tuple(cells), top_and_bottom, sides)


def _places(values: list[float]) -> list[float]:
    places: list[list[float]] = []
    for value in sorted(values):
        if places and value - places[-1][0] <= _CROSS:
            places[-1].append(value)
        else:
            places.append([value])
    return [sum(p) / len(p) for p in places]


def _share(rules: list[Garis], place: float, begin: float, end: float) -> float:
    """The share of a side that rules at this place cover."""
    length = sum(min(r.akhir, end) - max(r.awal, begin) for r in rules if abs(r.posisi - place) <= _CROSS)
    return min(1.0, max(0.0, length / (end - begin)))


def _cells(xs: list[float], ys: list[float], upright: list[Garis], level: list[Garis]) -> list[SelKisi]:
    """Grid cells joined where no rule parts them, as rectangles."""
    right = _walls(xs, ys, upright)
    below = _walls(ys, xs, level)
    taken: set[tuple[int, int]] = set()
    cells: list[SelKisi] = []
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in taken:
                continue
            wide, high = _extent(row, column, (len(ys) - 1, len(xs) - 1), right, below, taken)
            taken |= {(row + i, column + j) for i in range(high) for j in range(wide)}
            box = Kotak(xs[column], ys[row], xs[column + wide], ys[row + high])
            cells.append(SelKisi(row, column, high, wide, box))
    return cells


def _walls(places: list[float], steps: list[float], rules: list[Garis]) -> set[tuple[int, int]]:
    """(n, m): a rule at place n covers the step from m to m+1."""
    walls: set[tuple[int, int]] = set()
    for rule in rules:
        near = min(range(len(places)), key=lambda n: abs(places[n] - rule.posisi))
        for m, (a, b) in enumerate(itertools.pairwise(steps)):
            if min(rule.akhir, b) - max(rule.awal, a) >= _COVER * (b - a):
                walls.add((near, m))
    return walls


def _extent(
    row: int,
    column: int,
    shape: tuple[int, int],
    right: set[tuple[int, int]],
    below: set[tuple[int, int]],
    taken: set[tuple[int, int]],
) -> tuple[int, int]:
    """How many columns and rows the cell that begins here spans."""
    rows, columns = shape
    wide = 1
    while column + wide < columns and (column + wide, row) not in right and (row, column + wide) not in taken:
        wide += 1
    high = 1
    while row + high < rows and _continues(row + high, column, wide, columns, right, below, taken):
        high += 1
    return wide, high


def _continues(
    row: int,
    column: int,
    wide: int,
    columns: int,
    right: set[tuple[int, int]],
    below: set[tuple[int, int]],
    taken: set[tuple[int, int]],
) -> bool:
    """Whether the row belongs to the cell above it: no rule between, the same sides, none inside."""
    if any((row, column + j) in below or (row, column + j) in taken for j in range(wide)):
        return False
    if any((column + j, row) in right for j in range(1, wide)):
        return False
    return column + wide >= columns or (column + wide, row) in right
