"""Tables from rows of cells: heads, groups, totals and the lines that stand below them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from akuntabel.bahasa.angka import parse_number
from akuntabel.doctree.nodes import Align, Cell, Column, FigureRef, Inlines, Row, RowKind, Table, Text
from akuntabel.domain.figure import FigureId
from akuntabel.reports.bahan import TANDA_SEMENTARA, Bahan, kalimat
from akuntabel.reports.butir import tutup
from akuntabel.reports.cetak import KEADAAN_SEL, KETERANGAN_SEL, TERCATAT, print_figure

KIRI, TENGAH, KANAN = Align.KIRI, Align.TENGAH, Align.KANAN
RINGKAS = 6  # above this many values, a table that is provisional throughout says so once
KETERANGAN_SEMENTARA = "angka sementara yang masih harus dikonfirmasi"
_STATES = frozenset(KEADAAN_SEL.values())


def teks(value: object | None) -> Inlines:
    """A plain cell text; a blank value is a dash."""
    return (Text("–" if value in (None, "") else str(value)),)


def kepala(*titles: str) -> Row:
    """A head row of plain titles."""
    return Row(tuple(Cell((Text(t, bold=True),), align=TENGAH) for t in titles), RowKind.KEPALA)


def kepala_bertingkat(*rows: Sequence[tuple[str, int, int]]) -> tuple[Row, ...]:
    """Head rows of (title, colspan, rowspan); covered cells are left out."""
    return tuple(
        Row(tuple(Cell((Text(t, bold=True),), c, r, TENGAH) for t, c, r in row), RowKind.KEPALA) for row in rows
    )


def nomor_kolom(columns: int) -> Row:
    """The row (1) (2) (3) below a head."""
    return Row(tuple(Cell((Text(f"({n})"),), align=TENGAH) for n in range(1, columns + 1)), RowKind.NOMOR_KOLOM)


def baris(*cells: Inlines, kind: RowKind = RowKind.ISI) -> Row:
    """A body row."""
    return Row(tuple(Cell(c) for c in cells), kind)


def kelompok(title: Inlines, columns: int) -> Row:
    """A row that heads a group and spans the table."""
    return Row((Cell(title, colspan=columns, align=KIRI),), RowKind.KELOMPOK)


def tabel(
    caption: str | Inlines,
    label: str,
    columns: Iterable[tuple[float, Align]],
    head: Row | tuple[Row, ...],
    rows: Iterable[Row],
    *,
    source: str | Inlines = (),
    notes: Iterable[str | Inlines] = (),
    small: bool = False,
) -> Table:
    """A captioned table. `columns` are (relative width, alignment). A provisional mark in it gets its note."""
    body, provisional = _marks(tuple(rows))
    lines = (*(tutup(_line(n)) for n in notes), *_state_notes(body), *provisional)
    return Table(
        columns=tuple(Column(w, a) for w, a in columns),
        rows=body,
        head=head if isinstance(head, tuple) else (head,),
        caption=_line(caption),
        label=label,
        source=_line(source),
        notes=lines,
        summary="".join(getattr(i, "value", getattr(i, "text", "")) for i in _line(caption)),
        small=small,
    )


def _line(text: str | Inlines) -> Inlines:
    return ((Text(text),) if text else ()) if isinstance(text, str) else text


def _marks(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], tuple[Inlines, ...]]:
    """Provisional marks with their note; where every value of a longer table bears one, the note alone."""
    mark = Text(TANDA_SEMENTARA)
    values = [
        c for r in rows for c in r.cells if any(isinstance(i, FigureRef) and i.text not in _STATES for i in c.inlines)
    ]
    marked = [c for c in values if mark in c.inlines]
    if not marked:
        return rows, ()
    if len(marked) == len(values) > RINGKAS:
        bare = tuple(replace(r, cells=tuple(_without(c, mark) for c in r.cells)) for r in rows)
        return bare, ((Text(f"Seluruh angka pada tabel ini {KETERANGAN_SEMENTARA}."),),)
    return rows, ((Text(f"{TANDA_SEMENTARA}) {KETERANGAN_SEMENTARA}."),),)


def _without(cell: Cell, mark: Text) -> Cell:
    return replace(cell, inlines=tuple(i for i in cell.inlines if i != mark))


def _state_notes(rows: tuple[Row, ...]) -> tuple[Inlines, ...]:
    """What the short words for a missing value mean, where they occur."""
    shown = {i.text for r in rows for c in r.cells for i in c.inlines if isinstance(i, FigureRef)}
    words = [KETERANGAN_SEL[k] for k in KETERANGAN_SEL if KEADAAN_SEL[k] in shown]
    return ((Text("; ".join(words) + "."),),) if words else ()


def recorded(bahan: Bahan, what: str, fid: FigureId) -> tuple[Inlines, ...]:
    """A line for a total that lacks parts: what is recorded so far, what is missing. Empty for one that is whole.

    `what` names the total: 'Jumlah anggaran tahun 2024'.
    """
    figure = bahan.figures.get(fid)
    if figure is None or figure.tercatat is None:
        return ()
    return (
        kalimat(
            "{apa} belum lengkap: baru tercatat {nilai}, {kurang}.",
            apa=what,
            nilai=bahan.ref(fid, TERCATAT),
            kurang=figure.trace.catatan or "",
        ),
    )


def unrounded(bahan: Bahan, differences: Iterable[tuple[FigureId, FigureId, FigureId]]) -> tuple[str, ...]:
    """A line where a printed difference is not that of the two printed numbers; (whole, part, difference) each."""
    for ids in differences:
        figures = [bahan.figures.get(i) for i in ids]
        printed = [parse_number(print_figure(f, "angka")).value for f in figures if f is not None]
        whole, part, gap = printed if len(printed) == len(ids) else (None, None, None)
        if whole is not None and part is not None and gap is not None and whole - part != gap:
            return ("Selisih dihitung dari angka tanpa pembulatan.",)
    return ()


def identitas(rows: Iterable[tuple[str, Inlines]]) -> Table:
    """A layout table 'Nama : ...' without lines."""
    body = tuple(Row((Cell((Text(k),)), Cell((Text(":"),)), Cell(v))) for k, v in rows)
    return Table((Column(28), Column(3), Column(100)), body, rules=False)


def sumber(bahan: Bahan, unit: str | None = None) -> str:
    """The source line of a table of the agency's own data."""
    return f"Sumber: {unit or bahan.nama}, {bahan.tahun}"
