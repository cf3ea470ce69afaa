"""A page as drawn -> its lines, tables, boxes and pictures in reading order."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from akuntabel.readers.pdf.baris import lines_from
from akuntabel.readers.pdf.bentuk import Baris, Halaman, Kata, Kotak, Tabel
from akuntabel.readers.pdf.kisi import Kisi, lattices, merge_rules
from akuntabel.readers.pdf.tabel import table_of

_FRAME = 1.2  # of 2: how much of two facing sides must be drawn


@dataclass(slots=True)
class Bagian:
    """A part of a page: lines of one column or box, a table, or a picture. `kanan` is where its lines must end."""

    kotak: Kotak
    baris: list[Baris] = field(default_factory=list)
    tabel: Tabel | None = None
    berbingkai: bool = False
    gambar: bool = False


def parts_of(page: Halaman) -> list[Bagian]:
    """The parts of a page in reading order."""
    found = [k for k in lattices(merge_rules(page.garis)) if _is_framed(k)]
    inside, outside = _share_out(page.kata, found)
    parts = [part for n, lattice in enumerate(found) if (part := _part(lattice, inside[n], page.nomor)) is not None]
    return _in_order(lines_from(outside), parts)


def _is_framed(lattice: Kisi) -> bool:
    return lattice.datar_tertutup >= _FRAME or lattice.tegak_tertutup >= _FRAME


def _share_out(words: list[Kata], found: list[Kisi]) -> tuple[dict[int, list[Kata]], list[Kata]]:
    """Words by the smallest lattice around them, and the rest."""
    by_size = sorted(range(len(found)), key=lambda n: found[n].kotak.lebar * found[n].kotak.tinggi)
    inside: dict[int, list[Kata]] = defaultdict(list)
    outside: list[Kata] = []
    for word in words:
        home = next((n for n in by_size if found[n].kotak.holds(*word.pusat)), None)
        (outside if home is None else inside[home]).append(word)
    return inside, outside


def _part(lattice: Kisi, words: list[Kata], page: int) -> Bagian | None:
    if not words:
        return None
    if len(lattice.sel) == 1:
        return Bagian(lattice.kotak, lines_from(words), berbingkai=True)
    table = table_of(lattice, words, page)
    return Bagian(lattice.kotak, tabel=table) if table else None


def _in_order(lines: list[Baris], parts: list[Bagian]) -> list[Bagian]:
    """Lines and parts from top to bottom; lines that follow each other make one part."""
    ordered: list[Bagian] = []
    items: list[tuple[float, Baris | Bagian]] = [(line.dasar, line) for line in lines]
    items += [(part.kotak.atas, part) for part in parts]
    for _, item in sorted(items, key=lambda pair: pair[0]):
        if isinstance(item, Bagian):
            ordered.append(item)
        elif ordered and ordered[-1].baris and not ordered[-1].berbingkai:
            ordered[-1].baris.append(item)
        else:
            ordered.append(Bagian(Kotak(item.kiri, item.atas, item.kanan, item.bawah), [item]))
    return ordered
