"""'Asal angka': the trace of figures, ready to print."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from akuntabel.bahasa.angka import format_number
from akuntabel.bahasa.tanggal import format_tanggal
from akuntabel.calculation.besaran import BESARAN
from akuntabel.calculation.formulas import RUMUS_BY_KODE
from akuntabel.doctree.nodes import Document, Origin
from akuntabel.doctree.walk import figure_refs
from akuntabel.domain.figure import CellRef, Figure, FigureId
from akuntabel.reports.bagian.kelompok import nama_by_kode
from akuntabel.reports.bahan import Bahan
from akuntabel.reports.cetak import TERCATAT, print_figure, print_origin


def origin(bahan: Bahan, figure: Figure) -> Origin:
    """The printed origin of one figure."""
    rumus = RUMUS_BY_KODE.get(figure.trace.rumus)
    sum_of = print_figure(figure, TERCATAT)
    known = figure.number is not None or figure.tercatat is not None
    result = f"{figure.trace.hitungan} = {sum_of}" if figure.trace.hitungan and known else ""
    return Origin(
        figure_id=str(figure.id),
        nama=name_of(bahan, figure.id),
        nilai=print_origin(figure),
        rumus=f"{rumus.nama}: {rumus.ekspresi}" if rumus else "",
        hitungan=result or figure.trace.hitungan,
        inputs=tuple(str(i) for i in figure.trace.inputs),
        cells=tuple(place(bahan, c) for c in figure.trace.cells),
        dasar=figure.trace.dasar,
        kebijakan=figure.trace.kebijakan,
        catatan=figure.trace.catatan,
        sementara=figure.sementara,
    )


def name_of(bahan: Bahan, fid: FigureId) -> str:
    """A readable name: kind, what it measures, year, period, document."""
    kind = BESARAN[fid.besaran].nama
    parts = [kind, _subject(bahan, fid), f"tahun {fid.tahun}", fid.periode, fid.dokumen]
    return ", ".join(p for p in parts if p)


def _subject(bahan: Bahan, fid: FigureId) -> str:
    """The name behind a code, where the package has one; a single row of a table by its key."""
    head, _, rest = fid.kode.partition(":")
    if head == "baris":
        figure = bahan.figures.get(fid)
        key = figure.trace.cells[0].kunci if figure and figure.trace.cells else rest
        head, *others = key.split("|")
        rest = ", ".join(o for o in others if o)
    names = nama_by_kode(bahan) | {i.kode: i.nama for i in bahan.paket.indikator}
    name = names.get(head, head)
    return f"{name} ({rest.replace(':', ', ')})" if rest else name


def shown(value: object) -> str:
    """A cell's value as a user would write it."""
    if value is None:
        return "kosong"
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, Decimal):
        return format_number(value)
    return format_tanggal(value) if isinstance(value, date) else str(value)


def place(bahan: Bahan, ref: CellRef) -> str:
    """A cell's place in the file it came from, with what stands there."""
    row = next((r for r in bahan.paket.rows(ref.tabel) if r.kunci == ref.kunci), None)
    return f"{bahan.sumber.locate(ref)}: {shown(getattr(row, ref.kolom, None))}"


def origins_of(bahan: Bahan, document: Document) -> dict[str, Origin]:
    """The origins of every figure printed in a document and of everything these are computed from."""
    todo = [FigureId.parse(r.figure_id) for r in figure_refs(document)]
    found: dict[str, Origin] = {}
    while todo:
        fid = todo.pop()
        figure = bahan.figures.get(fid)
        if figure is None or str(fid) in found:
            continue
        found[str(fid)] = origin(bahan, figure)
        todo.extend(figure.trace.inputs)
    return dict(sorted(found.items()))
