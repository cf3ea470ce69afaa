"""Tables: cells at their place in the grid, with their spans. What hangs on cells comes after the table."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice

from akuntabel.doctree.naskah import BarisNaskah, SelNaskah, TabelNaskah, Tempat
from akuntabel.grid.batas import check_shape
from akuntabel.readers.docx.alinea import Tergabung, lines, read_paragraph
from akuntabel.readers.docx.isi import JenisLampiran, Lampiran
from akuntabel.readers.docx.kisi import SelKisi, settle
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
    number_of,
    value,
    whole,
)
from akuntabel.readers.docx.sifat import NEXT, SifatSel, cell_properties

_DELETED_ROW, _HEAD, _BEFORE = f"{W}del", f"{W}tblHeader", f"{W}gridBefore"
_GRID, _WIDTH = f"{W}tblGrid/{W}gridCol", f"{W}w"


@dataclass(slots=True)
class _Baris:
    """A row while it is read. `di_kolom` are the cells that reach into it by the column where they begin."""

    sel: list[SelKisi] = field(default_factory=list)
    di_kolom: dict[int, SelKisi] = field(default_factory=dict)
    kepala: bool = False
    akhir: int = 0
    halaman: int | None = None
    unsur: int | None = None


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
    width = settle([row.sel for row in rows], width, _widths(table)) if width else 0
    return (_finished(rows, width) if width else None), attached


def _widths(table: Element) -> list[int]:
    return [whole(column.get(_WIDTH)) for column in table.iterfind(_GRID)]


def _row(
    element: Element, properties: Element | None, above: _Baris | None, konteks: Konteks, attached: list[Lampiran]
) -> _Baris:
    row = _Baris(akhir=max(whole(value(properties, _BEFORE)), 0), unsur=number_of(element))
    row.kepala = bool(flag(properties, _HEAD)) and (above is None or above.kepala)
    for cell in flattened(element, TC):
        konteks.sel += 1
        own = cell_properties(cell.find(TC_PR))
        if not own.dihapus and not _is_covered(row, own, above):
            placed = SelKisi(_text(cell, row, konteks, attached), row.akhir, own.lebar, gabung=own.bawah)
            row.sel.append(placed)
            if own.bawah is not None:
                row.di_kolom[placed.kolom] = placed
            row.akhir += own.lebar
    if row.halaman is None:
        row.halaman = konteks.halaman
    return row


def _is_covered(row: _Baris, own: SifatSel, above: _Baris | None) -> bool:
    """Whether a cell continues the one before it or above it, which then grows over its place."""
    if own.kanan == NEXT and row.sel and row.sel[-1].kolom + row.sel[-1].lebar == row.akhir:
        row.sel[-1].lebar += own.lebar
        row.akhir += own.lebar
        return True
    upper = above.di_kolom.get(row.akhir) if above is not None and own.bawah == NEXT else None
    if upper is None or upper.lebar != own.lebar:
        return False
    upper.tinggi += 1
    row.di_kolom[row.akhir] = upper
    row.akhir += own.lebar
    return True


def _text(cell: Element, row: _Baris, konteks: Konteks, attached: list[Lampiran]) -> str:
    found: list[str] = []
    waiting: Tergabung | None = None
    for block in flattened(cell, P, TBL):
        if block.tag == TBL:
            attached.append(Lampiran(JenisLampiran.TABEL, block))
            continue
        waiting = read_paragraph(block, konteks, waiting.isi if waiting else None)
        if not waiting.sifat.lanjut:
            found.append(_settled(waiting, row, konteks, attached))
            waiting = None
    if waiting is not None and waiting.isi.potong:
        found.append(_settled(waiting, row, konteks, attached))
    return found[0] if len(found) == 1 else "\n".join(filter(None, found))


def _settled(one: Tergabung, row: _Baris, konteks: Konteks, attached: list[Lampiran]) -> str:
    attached += one.isi.sebelum
    attached += one.isi.lampiran
    if row.halaman is None:
        row.halaman = one.isi.halaman
    return lines(one, konteks)


def _finished(rows: list[_Baris], width: int) -> TabelNaskah:
    return TabelNaskah(
        tuple(
            BarisNaskah(
                tuple(SelNaskah(c.teks, c.kolom, c.lebar, c.tinggi) for c in row.sel),
                Tempat(0, row.halaman, row.unsur),
                row.kepala,
            )
            for row in rows
        ),
        width,
    )
