"""Realised values of an indicator that is the index of the survey: the year, and quarters that are a survey period."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.calculation.formulas import realisasi_ikm
from akuntabel.calculation.ledger import Ledger, cell
from akuntabel.calculation.skm import DESIMAL, SEMUA
from akuntabel.calculation.target import figure_id, print_cells
from akuntabel.domain.figure import CellRef, FigureId
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import Periode, SumberNilai

TRIWULAN = (Periode.TW1, Periode.TW2, Periode.TW3, Periode.TW4)


def takes_index(ind: Indikator) -> bool:
    """Whether the indicator's realisasi is the index of the survey."""
    return ind.sumber_nilai is SumberNilai.IKM


def index_ids(paket: Paket) -> Iterator[tuple[int, Periode, FigureId]]:
    """The index of every year, and of each quarter that exactly one survey period covers from end to end."""
    years = {p.tahun for p in paket.skm_periode} | {r.tahun for r in paket.skm_tahunan}
    for tahun in sorted(years):
        yield tahun, Periode.TAHUN, FigureId("ikm", SEMUA, tahun)
        for n, quarter in enumerate(TRIWULAN):
            span = (tahun, 3 * n + 1, 3 * n + 3)
            own = [p.kode for p in paket.skm_periode if (p.tahun, p.bulan_awal, p.bulan_akhir) == span]
            if len(own) == 1:
                yield tahun, quarter, FigureId("ikm", own[0], tahun)


def enter(book: Ledger, ind: Indikator) -> None:
    """Enter the index as realisasi wherever it has a value: it wins over what was typed."""
    for tahun, periode, index in index_ids(book.paket):
        value = book.number(index)
        if value is None:
            continue
        fid = figure_id("realisasi", ind.kode, tahun, periode)
        refs = [*cell("indikator", ind.kunci, "sumber_nilai"), *print_cells(ind), *_months(book, periode)]
        places = DESIMAL if ind.desimal is None else ind.desimal
        result = realisasi_ikm.compute(value)
        book.computed(fid, result, realisasi_ikm.RUMUS, ind.satuan, [index], desimal=places, cells=refs)


def enter_absent(book: Ledger, ind: Indikator) -> None:
    """Where the survey of a year gives no index and nothing was typed, the realisasi says why it has no value."""
    for tahun, periode, index in index_ids(book.paket):
        fid = figure_id("realisasi", ind.kode, tahun, periode)
        figure = book.get(index)
        if figure is not None and figure.number is None and book.get(fid) is None:
            reason = figure.trace.catatan or "indeks survei belum ada"
            refs = cell("indikator", ind.kunci, "sumber_nilai")
            book.absent(fid, figure.keadaan, reason, [index], ind.satuan, refs)


def _months(book: Ledger, periode: Periode) -> Iterator[CellRef]:
    """The cells that make one survey period a quarter, and no other one the same."""
    for row in book.paket.skm_periode:
        if periode is not Periode.TAHUN:
            yield from cell("skm_periode", row.kunci, "tahun", "bulan_awal", "bulan_akhir")
