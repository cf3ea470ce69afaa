"""Tables that a page cuts: the same columns on both pages, and a row that was cut is one row again."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from akuntabel.bahasa.sambung_kata import is_cut_number
from akuntabel.readers.pdf.baris_duga import FIGURE
from akuntabel.readers.pdf.bentuk import Bagian, Baris, BarisTabel, Sel, Tabel
from akuntabel.readers.pdf.tabel_duga import head_count, table_of_lines

_NEAR = 3.0  # points: where the same head stands on the next page
_ENDS = (".", ";", ":", "!", "?")


def join_over_pages(pages: Sequence[list[Bagian]], running: Iterable[int]) -> None:
    """Give the parts of each table that goes over page ends the same columns, and put the rows that were cut together.

    `pages` are the parts of the pages in order, `running` the lines (by id) that are headers and footers.
    """
    for chain in _chains(pages, set(running)):
        _same_columns(chain)
        for above, below in itertools.pairwise(chain):
            if above.tabel is not None and below.tabel is not None:
                _join_row(above.tabel, below.tabel)
    for parts in pages:
        parts[:] = [part for part in parts if part.tabel is None or part.tabel.baris]


def _chains(pages: Sequence[list[Bagian]], running: set[int]) -> Iterator[list[Bagian]]:
    """Tables that end a page and begin the next one, where they are of one kind."""
    chain: list[Bagian] = []
    for parts in pages:
        body = [p for p in parts if p.tabel is not None or p.lukisan or any(id(b) not in running for b in p.baris)]
        first, last = (body[0], body[-1]) if body else (None, None)
        if chain and first is not None and first.tabel is not None and _is_same(chain[0].tabel, first.tabel):
            chain.append(first)
            if first is last:
                continue
        if len(chain) > 1:
            yield chain
        chain = [last] if last is not None and last.tabel is not None else []
    if len(chain) > 1:
        yield chain


def _is_same(first: Tabel | None, second: Tabel) -> bool:
    """The second begins with the head of the first, or has as many columns and no head."""
    if first is None or bool(first.sumber) != bool(second.sumber):
        return False
    if not first.sumber:
        return first.banyak_kolom == second.banyak_kolom
    head = head_count(first.sumber, first.garis)
    if head and head == head_count(second.sumber, second.garis):
        return all(_is_same_line(a, b) for a, b in zip(first.sumber[:head], second.sumber[:head], strict=True))
    return first.banyak_kolom == second.banyak_kolom


def _is_same_line(one: Baris, other: Baris) -> bool:
    return one.teks == other.teks and abs(one.kiri - other.kiri) < _NEAR


def _same_columns(chain: list[Bagian]) -> None:
    tables = [part.tabel for part in chain if part.tabel is not None]
    if not tables[0].sumber:
        return
    bodies = [t.sumber[head_count(t.sumber, t.garis) :] for t in tables]
    for n, (part, table) in enumerate(zip(chain, tables, strict=True)):
        others = [line for m, body in enumerate(bodies) if m != n for line in body]
        part.tabel = table_of_lines(table.sumber, table.garis, table.baris[0].halaman, others) or table


def _join_row(above: Tabel, below: Tabel) -> None:
    """Put the first row below a page end, behind a repeated head, into the last one above it where that goes on."""
    head = _repeated(above.baris, below.baris)
    if head >= len(below.baris) or above.banyak_kolom != below.banyak_kolom:
        return
    row, more = above.baris[-1], below.baris[head]
    ends = _column_ends(above.baris)
    pairs = _pairs(row, more)
    if pairs is None or not all(_goes_on(a, b, ends) for a, b in pairs):
        return
    for a, b in pairs:
        a.alinea[-1] = [*a.alinea[-1], *b.alinea[0]]
        a.alinea += b.alinea[1:]
    del below.baris[head]
    if len(below.baris) == head:
        below.baris.clear()


def _repeated(first: Sequence[BarisTabel], second: Sequence[BarisTabel]) -> int:
    pairs = zip(first, second, strict=False)
    return sum(1 for _ in itertools.takewhile(lambda pair: _row_text(pair[0]) == _row_text(pair[1]), pairs))


def _row_text(row: BarisTabel) -> list[str]:
    return [" ".join(line.teks for line in cell.baris) for cell in row.sel]


def _pairs(row: BarisTabel, more: BarisTabel) -> list[tuple[Sel, Sel]] | None:
    """The texts below with those above them; None where one stands below nothing, or all cells have one."""
    upper = {cell.kolom: cell for cell in row.sel if cell.alinea and cell.baris}
    lower = [cell for cell in more.sel if cell.alinea and cell.baris]
    if not lower or len(lower) >= len(upper) or any(cell.kolom not in upper for cell in lower):
        return None
    return [(upper[cell.kolom], cell) for cell in lower]


def _goes_on(above: Sel, below: Sel, ends: dict[int, float]) -> bool:
    """The line above the page end had no room for the first word below it, and no sentence ends there."""
    last, first = above.baris[-1], below.baris[0]
    if _is_figure(first) and _is_figure(last):
        return is_cut_number(last.teks, first.teks)
    if last.teks.rstrip().endswith(_ENDS) and not first.teks[0].islower():
        return False
    box = above.kotak
    edge = ends[above.kolom] if box is None else box.kanan - max(0.0, last.kiri - box.kiri)
    return edge - last.kanan < first.lebar_awal + 0.22 * last.ukuran


def _is_figure(line: Baris) -> bool:
    return all(FIGURE.fullmatch(w.teks) for w in line.kata)


def _column_ends(rows: Iterable[BarisTabel]) -> dict[int, float]:
    ends: dict[int, float] = {}
    for cell in (cell for row in rows for cell in row.sel):
        for line in cell.baris:
            ends[cell.kolom] = max(ends.get(cell.kolom, 0.0), line.kanan)
    return ends
