"""'Asal angka': the trace of figures, ready to print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from akuntabel.bahasa.angka import format_number
from akuntabel.bahasa.tanggal import format_tanggal
from akuntabel.calculation.besaran import BESARAN
from akuntabel.calculation.formulas import RUMUS_BY_KODE
from akuntabel.doctree.nodes import Document, Origin
from akuntabel.doctree.walk import figure_refs
from akuntabel.domain.figure import CellRef, Figure, FigureId
from akuntabel.domain.kolom import Baris
from akuntabel.provenance import RowPlace
from akuntabel.reports.bagian.kelompok import nama_by_kode, nama_dokumen
from akuntabel.reports.bahan import Bahan
from akuntabel.reports.cetak import TERCATAT, print_figure, print_origin, print_sum

TANPA_KOLOM = "kolom tidak ada pada berkas"


@dataclass(frozen=True, slots=True)
class Asal:
    """The material with what stands behind its keys and codes, gathered once for all figures."""

    bahan: Bahan
    rows: Mapping[tuple[str, str], Baris]
    names: Mapping[str, str]
    places: Mapping[str, tuple[RowPlace, ...]] = field(default_factory=dict)
    told: dict[CellRef, str] = field(default_factory=dict)  # places of cells that were asked before

    def origin(self, figure: Figure) -> Origin:
        """The printed origin of one figure."""
        rumus = RUMUS_BY_KODE.get(figure.trace.rumus)
        return Origin(
            figure_id=str(figure.id),
            nama=self.name_of(figure.id),
            nilai=print_origin(figure),
            rumus=f"{rumus.nama}: {rumus.ekspresi}" if rumus else "",
            hitungan=self.sum_of(figure),
            inputs=tuple(str(i) for i in figure.trace.inputs if i not in self.bahan.withheld),
            cells=tuple(self.place(c) for c in figure.trace.cells),
            dasar=figure.trace.dasar,
            kebijakan=figure.trace.kebijakan,
            catatan=figure.trace.catatan,
            sementara=figure.sementara,
        )

    def name_of(self, fid: FigureId) -> str:
        """A readable name: kind, what it measures, year, period, document."""
        kind = BESARAN[fid.besaran].nama
        document = nama_dokumen(self.bahan, fid.dokumen) if fid.dokumen else None
        parts = [kind, self._subject(fid), f"tahun {fid.tahun}", fid.periode, document]
        return ", ".join(p for p in parts if p)

    def place(self, ref: CellRef) -> str:
        """A cell's place in the file it came from, with what stands there; of a whole column, its rows."""
        if ref not in self.told:
            self.told[ref] = self._place(ref) if ref.kunci else self._column(ref)
        return self.told[ref]

    def _place(self, ref: CellRef) -> str:
        row = self.rows.get((ref.tabel, ref.kunci))
        known = self.bahan.sumber.has_column(ref)
        return f"{self.bahan.sumber.locate(ref)}: {shown(getattr(row, ref.kolom, None)) if known else TANPA_KOLOM}"

    def _column(self, ref: CellRef) -> str:
        """A column's place: `skm_responden.csv baris 2 sampai 65, kolom u1: 64 baris`."""
        places = self.places.get(ref.tabel)
        if not places:
            return f"tabel {ref.tabel}, kolom {ref.kolom}"
        place, lines = places[0], [p.baris for p in places]
        sheet = f" lembar {place.lembar}" if place.lembar else ""
        letter = f" ({place.kolom[ref.kolom]})" if ref.kolom in place.kolom else ""
        span = f"baris {min(lines)} sampai {max(lines)}"
        return f"{place.berkas}{sheet} {span}, kolom {ref.kolom}{letter}: {len(lines)} baris"

    def sum_of(self, figure: Figure) -> str:
        """The sum behind a figure with its result, where it has both; else how the figure came about."""
        written = print_sum(figure.trace.hitungan)
        known = figure.number is not None or figure.tercatat is not None
        return f"{written} = {print_figure(figure, TERCATAT)}" if written and known else written

    def _subject(self, fid: FigureId) -> str:
        """The name behind a code, where the package has one; a single row of a table by its key."""
        head, _, rest = fid.kode.partition(":")
        if head == "baris":
            figure = self.bahan.figures.get(fid)
            key = figure.trace.cells[0].kunci if figure and figure.trace.cells else rest
            head, *others = key.split("|")
            rest = ", ".join(o for o in others if o)
        name = self.names.get(head, head)
        return f"{name} ({rest.replace(':', ', ')})" if rest else name


def asal_of(bahan: Bahan) -> Asal:
    """Gather the rows by table and key, and the names by code."""
    rows = {(tabel, row.kunci): row for tabel, content in bahan.paket.tables() for row in content}
    places: dict[str, list[RowPlace]] = {}
    for (tabel, _), place in bahan.sumber.rows.items():
        places.setdefault(tabel, []).append(place)
    names = nama_by_kode(bahan) | {i.kode: i.nama for i in bahan.paket.indikator}
    return Asal(bahan, rows, names, {tabel: tuple(own) for tabel, own in places.items()})


def shown(value: object) -> str:
    """A cell's value as a user would write it."""
    if value is None:
        return "kosong"
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, Decimal):
        return format_number(value)
    return format_tanggal(value) if isinstance(value, date) else str(value)


def origins_of(bahan: Bahan, document: Document) -> dict[str, Origin]:
    """The origins of every figure printed in a document and of everything these are computed from."""
    todo = [FigureId.parse(r.figure_id) for r in figure_refs(document)]
    asal = asal_of(bahan)
    found: dict[str, Origin] = {}
    while todo:
        fid = todo.pop()
        figure = bahan.figures.get(fid)
        if figure is None or fid in bahan.withheld or str(fid) in found:
            continue
        found[str(fid)] = asal.origin(figure)
        todo.extend(figure.trace.inputs)
    return dict(sorted(found.items()))
