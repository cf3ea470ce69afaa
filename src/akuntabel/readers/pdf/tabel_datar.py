"""Tables with level rules only: around the head and the body, or behind each row."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from akuntabel.readers.pdf.baris import lines_from
from akuntabel.readers.pdf.baris_duga import FIGURE
from akuntabel.readers.pdf.bentuk import Bagian, Baris, Garis, Kata, Kotak
from akuntabel.readers.pdf.celah import cuts_of, spans
from akuntabel.readers.pdf.tabel_duga import head_count, table_of_lines
from akuntabel.readers.pdf.tabel_tanpa_garis import ends_table

_NEAR = 4.0
_LEAST_WIDTH = 80.0
_DOUBLE = 6.0  # points: two rules so near are one
_HEAD = 130.0  # points: the height of a head at most


def level_ruled_tables(
    rules: list[Garis], taken: list[Kotak], words: list[Kata], page: int
) -> tuple[list[Bagian], list[Kata]]:
    """The tables between level rules, and the words outside them."""
    level = [r for r in rules if not r.tegak and r.akhir - r.awal >= _LEAST_WIDTH and not _inside(r, taken)]
    found: list[Bagian] = []
    for stack in _stacks(level):
        left, right = stack[0].awal - 2, stack[0].akhir + 2
        lines = lines_from(w for w in words if left <= w.pusat[0] <= right)
        for places in _tables(lines, [r.posisi for r in stack]):
            band = _band(lines, places[0], places[-1])
            whole = len(places) > 2 or _has_body(band)
            inside = band if whole else [*band, *_below(lines, band[-1], places[-1])]
            table = table_of_lines(inside, places if len(places) > 2 or not whole else (), page)
            if table is None or len(table.baris) < 2:
                continue
            found.append(Bagian(Kotak(left + 2, places[0], right - 2, inside[-1].bawah), tabel=table))
            gone = {id(w) for line in inside for w in line.kata}
            words = [w for w in words if id(w) not in gone]
    return found, words


def _inside(rule: Garis, taken: Iterable[Kotak]) -> bool:
    middle = (rule.awal + rule.akhir) / 2
    return any(Kotak(b.kiri - 2, b.atas - 2, b.kanan + 2, b.bawah + 2).holds(middle, rule.posisi) for b in taken)


def _stacks(rules: list[Garis]) -> list[list[Garis]]:
    """Rules of the same ends under one another."""
    stacks: list[list[Garis]] = []
    for rule in sorted(rules, key=lambda r: r.posisi):
        home = next((s for s in stacks if _same_ends(s[-1], rule)), None)
        if home is None:
            stacks.append([rule])
        elif rule.posisi - home[-1].posisi > _DOUBLE:
            home.append(rule)
    return [s for s in stacks if len(s) > 1]


def _same_ends(above: Garis, rule: Garis) -> bool:
    return abs(above.awal - rule.awal) <= _NEAR and abs(above.akhir - rule.akhir) <= _NEAR


def _tables(lines: list[Baris], places: list[float]) -> Iterator[list[float]]:
    """Runs of rules between which stand columns; one begins with a head."""
    run: list[float] = []
    for top, bottom in itertools.pairwise(places):
        band = _band(lines, top, bottom)
        if run and _is_tabular(band):
            run.append(bottom)
            continue
        if len(run) > 1:
            yield run
        run = [top, bottom] if bottom - top <= _HEAD and any(len(spans(b)) > 1 for b in band) else []
    if len(run) > 1:
        yield run


def _band(lines: Sequence[Baris], top: float, bottom: float) -> list[Baris]:
    return [b for b in lines if top < b.dasar <= bottom + 1]


def _is_tabular(band: list[Baris]) -> bool:
    return bool(band) and (len(band) == 1 or any(len(spans(b)) > 1 for b in band)) and bool(cuts_of(band))


def _has_body(band: Sequence[Baris]) -> bool:
    """Whether more than a head stands between two rules: figures below what is one."""
    rest = band[head_count(band, ()) :] if band else ()
    figures = any(FIGURE.fullmatch(w.teks) for line in rest for w in line.kata)
    return 0 < len(rest) < len(band) and figures and not all(line.tebal for line in rest)


def _below(lines: list[Baris], last: Baris, place: float) -> list[Baris]:
    """The lines that go on below a head of which nothing else is ruled, as on a page that cuts the table."""
    below = [b for b in lines if b.dasar > place + 1]
    measure = max((b.kanan - b.kiri for b in lines), default=0.0)
    pairs = itertools.pairwise([last, *below])
    return [b for _, b in itertools.takewhile(lambda pair: not ends_table(*pair, measure), pairs)]
