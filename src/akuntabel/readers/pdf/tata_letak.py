"""A page as drawn -> its lines, tables, boxes and pictures in reading order."""

from __future__ import annotations

from collections import defaultdict

from akuntabel.readers.pdf.baris import lines_from
from akuntabel.readers.pdf.bentuk import Bagian, Baris, Halaman, Kata, Kotak
from akuntabel.readers.pdf.kisi import Kisi, lattices, merge_rules
from akuntabel.readers.pdf.kolom import split_columns, top_of
from akuntabel.readers.pdf.lukisan import drawings
from akuntabel.readers.pdf.tabel import table_of
from akuntabel.readers.pdf.tabel_datar import level_ruled_tables
from akuntabel.readers.pdf.tabel_tanpa_garis import with_unruled_tables

_FRAME = 1.2  # of 2: how much of two facing sides must be drawn
_BOX_MARGIN = 4.0  # between the frame of a box and its text


def parts_of(page: Halaman) -> list[Bagian]:
    """The parts of a page in reading order."""
    rules = merge_rules(page.garis)
    found = lattices(rules)
    tables = [k for k in found if _is_framed(k) and len(k.sel) > 1]
    boxes = [k for k in found if _is_framed(k) and len(k.sel) == 1]
    parts, words = _ruled(tables, page.kata, page.nomor)
    more, words = drawings(page, [part.kotak for part in parts], found, words)
    parts += more
    more, words = _boxed(boxes, words)
    parts += more
    more, words = level_ruled_tables(rules, [part.kotak for part in parts], words, page.nomor)
    return _in_order(lines_from(words), parts + more, page.nomor)


def _is_framed(lattice: Kisi) -> bool:
    return lattice.datar_tertutup >= _FRAME or lattice.tegak_tertutup >= _FRAME


def _ruled(found: list[Kisi], words: list[Kata], page: int) -> tuple[list[Bagian], list[Kata]]:
    """The tables of the lattices that hold text, and the words outside them."""
    inside, rest = _share_out(words, found)
    parts = []
    for n, lattice in enumerate(found):
        table = table_of(lattice, inside[n], page) if inside[n] else None
        if table is None:
            rest += inside[n]
        else:
            parts.append(Bagian(lattice.kotak, tabel=table))
    return parts, rest


def _boxed(found: list[Kisi], words: list[Kata]) -> tuple[list[Bagian], list[Kata]]:
    """The boxes with text, and the words outside them."""
    inside, rest = _share_out(words, found)
    parts = [
        Bagian(box.kotak, lines_from(inside[n]), berbingkai=True, kanan=box.kotak.kanan - _BOX_MARGIN)
        for n, box in enumerate(found)
        if inside[n]
    ]
    return parts, rest


def _share_out(words: list[Kata], found: list[Kisi]) -> tuple[dict[int, list[Kata]], list[Kata]]:
    """Words by the smallest lattice around them, and the rest."""
    by_size = sorted(range(len(found)), key=lambda n: found[n].kotak.lebar * found[n].kotak.tinggi)
    inside: dict[int, list[Kata]] = defaultdict(list)
    outside: list[Kata] = []
    for word in words:
        home = next((n for n in by_size if found[n].kotak.holds(*word.pusat)), None)
        (outside if home is None else inside[home]).append(word)
    return inside, outside


def _in_order(lines: list[Baris], parts: list[Bagian], page: int) -> list[Bagian]:
    """Lines and parts in reading order; lines that follow each other make one part."""
    items: list[Baris | Bagian] = sorted([*lines, *parts], key=top_of)
    runs = split_columns(items)
    ordered: list[Bagian] = []
    for run in runs:
        edge = _edge(run) if len(runs) > 1 else None
        fresh = True
        for item in with_unruled_tables(run, page):
            if isinstance(item, Bagian):
                ordered.append(item)
                fresh = True
            elif fresh:
                ordered.append(Bagian(Kotak(item.kiri, item.atas, item.kanan, item.bawah), [item], kanan=edge))
                fresh = False
            else:
                ordered[-1].baris.append(item)
    return ordered


def _edge(run: list[Baris | Bagian]) -> float | None:
    """Where full lines of a column end."""
    return max((item.kanan for item in run if isinstance(item, Baris)), default=None)
