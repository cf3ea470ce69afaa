"""The plan period as a whole: what it promises, and what has been reached or spent since its first year."""

from __future__ import annotations

from collections.abc import Sequence

from akuntabel.calculation.formulas import agregasi, selisih
from akuntabel.calculation.ledger import Ledger, cell
from akuntabel.calculation.perbandingan import plan_of
from akuntabel.calculation.target import figure_id
from akuntabel.domain.figure import CellRef, FigureId
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.pilihan import AgregasiTahunan, AgregasiTriwulan
from akuntabel.domain.rencana import DokumenRencana


def compute(book: Ledger) -> None:
    """Enter `target_renstra` of the last year and `realisasi_renstra` to last year and to this year."""
    plan = plan_of(book)
    if plan is None:
        return
    for ind in book.paket.indikator:
        _promised(book, ind, plan)
    spent = {f.kode for f in book.figures if f.besaran == "realisasi_anggaran" and not f.kode.startswith("baris:")}
    for until in (book.tahun - 1, book.tahun):
        years = range(plan.tahun_awal, until + 1)
        for ind in book.paket.indikator:
            _reached(book, ind, years, plan)
        for kode in sorted(spent):
            _spent(book, kode, years, plan)


def _promised(book: Ledger, ind: Indikator, plan: DokumenRencana) -> None:
    years = range(plan.tahun_awal, plan.tahun_akhir + 1)
    ids = [figure_id("target", ind.kode, t, dokumen=plan.kode) for t in years]
    fid = FigureId("target_renstra", ind.kode, plan.tahun_akhir)
    _aggregate(book, ind, fid, [i for i in ids if i in book.figures], plan)


def _plan_cells(plan: DokumenRencana) -> tuple[CellRef, ...]:
    """The cells that make the plan the one in force and fix its years."""
    return cell("dokumen_rencana", plan.kunci, "jenis", "tahun_awal", "tahun_akhir")


def _reached(book: Ledger, ind: Indikator, years: Sequence[int], plan: DokumenRencana) -> None:
    ids = [figure_id("realisasi", ind.kode, t) for t in years]
    if ids and ids[-1] in book.figures:
        _aggregate(book, ind, FigureId("realisasi_renstra", ind.kode, years[-1]), ids, plan)


def _aggregate(book: Ledger, ind: Indikator, fid: FigureId, ids: list[FigureId], plan: DokumenRencana) -> None:
    """Sum of the years, or the last of them, by the indicator's own way; no value while one that counts is missing."""
    summed = ind.agregasi_tahunan is AgregasiTahunan.JUMLAH
    used = ids if summed else ids[-1:]
    values = tuple(v for i in used if (v := book.number(i)) is not None)
    if not used or (not summed and not values):
        return
    refs = (*cell("indikator", ind.kunci, "agregasi_tahunan"), *_plan_cells(plan))
    if len(values) < len(used):
        book.absent(fid, *book.state_of(used), [i for i in used if i in book.figures], ind.satuan, refs)
        return
    how = AgregasiTriwulan.JUMLAH if summed else AgregasiTriwulan.POSISI_AKHIR
    result = agregasi.compute(values, how, kumulatif=False)
    book.computed(fid, result, agregasi.RUMUS_PERIODE, ind.satuan, used, desimal=ind.desimal, cells=refs)


def _spent(book: Ledger, kode: str, years: Sequence[int], plan: DokumenRencana) -> None:
    ids = [FigureId("realisasi_anggaran", kode, t) for t in years]
    if not ids or ids[-1] not in book.figures:
        return
    fid = FigureId("realisasi_renstra", kode, years[-1])
    values = tuple(v for i in ids if (v := book.number(i)) is not None)
    if len(values) < len(ids):
        known = [i for i in ids if i in book.figures]
        book.absent(fid, *book.state_of(ids), known, "rupiah", _plan_cells(plan))
        return
    book.computed(fid, selisih.compute_sum(values), selisih.RUMUS_JUMLAH, "rupiah", ids, cells=_plan_cells(plan))
