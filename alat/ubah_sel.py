"""Change one cell of a package, and say which figures changed and which hold the cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from spek import figures_of, presets, shown

from akuntabel.domain.figure import CellRef, FigureId, FigureSet
from akuntabel.domain.kolom import Baris, JenisKolom, Kolom, columns_of
from akuntabel.domain.paket import TABEL, Paket
from akuntabel.pipelines.paket import read_paket

CONTOH = Path(__file__).resolve().parents[1] / "contoh" / "disnaker-kota-bekasi-2025"
Holders = Mapping[CellRef, frozenset[FigureId]]


def example() -> Paket:
    """The example package."""
    return read_paket(CONTOH).paket


def holders(figures: FigureSet) -> Holders:
    """For every cell, the figures that depend on it, through all inputs."""
    cells: dict[FigureId, frozenset[CellRef]] = {}

    def of(fid: FigureId) -> frozenset[CellRef]:
        if fid not in cells:
            cells[fid] = frozenset()  # a loop would end here, and fail in its own test
            trace = figures[fid].trace
            cells[fid] = frozenset(trace.cells).union(*(of(i) for i in trace.inputs if i in figures))
        return cells[fid]

    found: dict[CellRef, set[FigureId]] = defaultdict(set)
    for fid in figures:
        for ref in of(fid):
            found[ref].add(fid)
    return {ref: frozenset(ids) for ref, ids in found.items()}


def other_value(kolom: Kolom, value: Any) -> Any:
    """A value of the column's kind that differs from the one that stands there."""
    if kolom.enum is not None:
        members = list(kolom.enum)
        return members[(members.index(value) + 1) % len(members)] if value is not None else members[0]
    if isinstance(value, bool) or kolom.jenis is JenisKolom.YA_TIDAK:
        return not value
    if isinstance(value, date) or kolom.jenis is JenisKolom.TANGGAL:
        return (value or date(2025, 6, 1)) + timedelta(days=400)
    if isinstance(value, Decimal) or kolom.jenis in (JenisKolom.DESIMAL, JenisKolom.UANG, JenisKolom.NILAI):
        return (value or Decimal()) + 3
    if isinstance(value, int) or kolom.jenis in (JenisKolom.BULAT, JenisKolom.TAHUN):
        return (value or 0) + 3
    return f"{value or ''}X"


def edited(paket: Paket, ref: CellRef) -> Paket:
    """The package with one cell changed."""
    kolom = next(k for k in columns_of(TABEL[ref.tabel]) if k.nama == ref.kolom)
    rows = list(paket.rows(ref.tabel))
    at = next(i for i, row in enumerate(rows) if row.kunci == ref.kunci)
    old = getattr(rows[at], ref.kolom)
    new = _next_preset(old) if ref.kunci == "preset" and ref.kolom == "nilai" else other_value(kolom, old)
    rows[at] = rows[at].model_copy(update={ref.kolom: new})
    return replace(paket, **{ref.tabel: tuple(rows)})


def _next_preset(name: str) -> str:
    names = list(presets())
    return names[(names.index(name) + 1) % len(names)]


def changed(before: FigureSet, after: FigureSet) -> frozenset[FigureId]:
    """The figures whose value, state or printed text differs, those that came or went among them."""

    def signature(figures: FigureSet, fid: FigureId) -> object:
        figure = figures.get(fid)
        return figure and (figure.value, figure.keadaan, shown(figure))

    return frozenset(f for f in {*before, *after} if signature(before, f) != signature(after, f))


def editable(row: Baris) -> list[CellRef]:
    """The cells of a row that are not its key: another key is another row."""
    names = [k.nama for k in columns_of(type(row)) if k.nama not in (*row.KUNCI, "id")]
    return [CellRef(row.TABEL, row.kunci, name) for name in names]


class Proof:
    """The example before an edit, computed once."""

    def __init__(self) -> None:
        self.paket = example()
        self.before = figures_of(self.paket)
        self.held = holders(self.before)

    def edit(self, ref: CellRef) -> tuple[frozenset[FigureId], frozenset[FigureId]]:
        """(changed figures, figures that held the cell before or hold it now)."""
        after = figures_of(edited(self.paket, ref))
        return changed(self.before, after), self.held.get(ref, frozenset()) | holders(after).get(ref, frozenset())
