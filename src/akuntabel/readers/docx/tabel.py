"""Tables: cells at their place in the grid, with their spans. What hangs on cells comes after the table."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice

from akuntabel.doctree.naskah import BarisNaskah, SelNaskah, TabelNaskah, Tempat
from akuntabel.grid.batas import check_shape
from akuntabel.readers.docx.alinea import lines, read_paragraph
from akuntabel.readers.docx.isi import Isi, JenisLampiran, Lampiran
from akuntabel.readers.docx.konteks import Konteks
from akuntabel.readers.docx.nama import (
    TBL,
    TC,
    TC_PR,
    TR,
    TR_PR,
    Element,
    P,
    W,
    flag,
    flattened,
    value,
    whole,
)

_DELETED_ROW, _DELETED_CELL = f"{W}del", f"{W}cellDel"
_NEXT = "continue"


@dataclass(slots=True)
class _Sel:
    """A cell that may still grow downward."""

    teks: str
    kolom: int
    lebar: int
    tinggi: int = 1


@dataclass(slots=True)
class _Baris:
    """A row while it is read. `di_kolom` are the cells that reach into it by the column where they begin."""

    sel: list[_Sel] = field(default_factory=list)
    di_kolom: dict[int, _Sel] = field(default_factory=dict)
    kepala: bool = False
    akhir: int = 0
    halaman: int | None = None


def only_cell(table: Element) -> Element | None:
    """The cell of a table that has no other one."""
    rows = list(islice(flattened(table, TR), 2))
    cells = list(islice(flattened(rows[0], TC), 2)) if len(rows) == 1 and not _is_deleted(rows[0].find(TR_PR)) else []
    return cells[0] if len(cells) == 1 else None


def _is_deleted(properties: Element | None) -> bool:
    return properties is not None and properties.find(_DELETED_ROW) is not None


def read_table(table: Element, konteks: Konteks) -> tuple[TabelNaskah | None, list[Lampiran]]:
    """A table, None where it has no rows, and what hangs on its cells in order, nested tables among them.

    Raises BerkasError beyond the limits of rows, columns and cells.
    """
    rows: list[_Baris] = []
    attached: list[Lampiran] = []
    width = 0
    for element in flattened(table, TR):
        properties = element.find(TR_PR)
        if _is_deleted(properties):
            continue
        row = _row(element, properties, rows[-1] if rows else None, konteks, attached)
        rows.append(row)
        width = max(width, row.akhir)
        check_shape(konteks.where, len(rows), width, konteks.sel, konteks.batas)
    return (_finished(rows, width) if width else None), attached


def _row(
    element: Element, properties: Element | None, above: _Baris | None, konteks: Konteks, attached: list[Lampiran]
) -> _Baris:
    row = _Baris(akhir=_count(properties, "gridBefore", 0))
    row.kepala = bool(flag(properties, f"{W}tblHeader")) and (above is None or above.kepala)
    for cell in flattened(element, TC):
        konteks.sel += 1
        own = cell.find(TC_PR)
        if own is None:
            _place(row, cell, 1, konteks, attached)
        elif own.find(_DELETED_CELL) is None:
            _merged(row, cell, own, above, konteks, attached)
    if row.halaman is None:
        row.halaman = konteks.halaman
    return row


def _merged(
    row: _Baris, cell: Element, own: Element, above: _Baris | None, konteks: Konteks, attached: list[Lampiran]
) -> None:
    """A cell with properties: it may continue the one above it or the one before it."""
    span = _count(own, "gridSpan", 1)
    down, across = _merge(own, "vMerge"), _merge(own, "hMerge")
    upper = above.di_kolom.get(row.akhir) if above is not None and down == _NEXT else None
    if across == _NEXT and row.sel and row.sel[-1].kolom + row.sel[-1].lebar == row.akhir:
        row.sel[-1].lebar += span
        row.akhir += span
    elif upper is not None and upper.lebar == span:
        upper.tinggi += 1
        row.di_kolom[row.akhir] = upper
        row.akhir += span
    else:
        placed = _place(row, cell, span, konteks, attached)
        if down is not None:
            row.di_kolom[placed.kolom] = placed


def _place(row: _Baris, cell: Element, span: int, konteks: Konteks, attached: list[Lampiran]) -> _Sel:
    placed = _Sel(_text(cell, row, konteks, attached), row.akhir, span)
    row.sel.append(placed)
    row.akhir += span
    return placed


def _text(cell: Element, row: _Baris, konteks: Konteks, attached: list[Lampiran]) -> str:
    found: list[str] = []
    waiting: Isi | None = None
    for block in flattened(cell, P, TBL):
        if block.tag == TBL:
            attached.append(Lampiran(JenisLampiran.TABEL, block))
            continue
        one = read_paragraph(block, konteks, waiting)
        waiting = one.isi if one.lanjut else None
        if one.lanjut:
            continue
        attached += (*one.isi.sebelum, *one.isi.lampiran)
        if row.halaman is None:
            row.halaman = one.isi.halaman
        if text := lines(one, konteks):
            found.append(text)
    return "\n".join(found)


def _merge(properties: Element, name: str) -> str | None:
    """None, "restart" or "continue"; an element without value continues."""
    kind = value(properties, f"{W}{name}")
    return kind or _NEXT if kind is not None else None


def _count(properties: Element | None, name: str, least: int) -> int:
    """A number of columns; what is absurd is refused by the limit of columns."""
    text = value(properties, f"{W}{name}")
    return least if text is None else max(whole(text, least), least)


def _finished(rows: list[_Baris], width: int) -> TabelNaskah:
    return TabelNaskah(
        tuple(
            BarisNaskah(
                tuple(SelNaskah(c.teks, c.kolom, c.lebar, c.tinggi) for c in row.sel),
                Tempat(0, row.halaman),
                row.kepala,
            )
            for row in rows
        ),
        width,
    )
