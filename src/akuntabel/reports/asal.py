"""'Asal angka': the trace of figures, ready to print."""

from __future__ import annotations

from akuntabel.calculation.besaran import BESARAN
from akuntabel.calculation.formulas import RUMUS_BY_KODE
from akuntabel.doctree.nodes import Document, Origin
from akuntabel.doctree.walk import figure_refs
from akuntabel.domain.figure import CellRef, Figure, FigureId
from akuntabel.reports.bahan import Bahan
from akuntabel.reports.cetak import print_figure


def origin(bahan: Bahan, figure: Figure) -> Origin:
    """The printed origin of one figure."""
    rumus = RUMUS_BY_KODE.get(figure.trace.rumus)
    shown = print_figure(figure)
    result = f"{figure.trace.hitungan} = {shown}" if figure.trace.hitungan and figure.number is not None else ""
    return Origin(
        figure_id=str(figure.id),
        nama=name_of(bahan, figure.id),
        nilai=shown,
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
    parts = [kind, _subject(bahan, fid.kode), f"tahun {fid.tahun}", fid.periode, fid.dokumen]
    return ", ".join(p for p in parts if p)


def _subject(bahan: Bahan, kode: str) -> str:
    """The name behind a code, where the package has one."""
    head = kode.split(":", maxsplit=1)[0]
    for rows in (bahan.paket.indikator, bahan.paket.program, bahan.paket.kegiatan, bahan.paket.subkegiatan):
        for row in rows:
            if row.kode == head:
                return row.nama + kode[len(head) :].replace(":", " ")
    return kode


def place(bahan: Bahan, ref: CellRef) -> str:
    """A cell's place in the file it came from, with what stands there."""
    row = next((r for r in bahan.paket.rows(ref.tabel) if r.kunci == ref.kunci), None)
    value = getattr(row, ref.kolom, None) if row is not None else None
    shown = "kosong" if value is None else str(value)
    return f"{bahan.sumber.locate(ref)}: {shown}"


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
