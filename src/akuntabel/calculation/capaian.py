"""Capaian, predikat and status of an indicator: which formula applies, and what its outcome is called."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from akuntabel.calculation.formulas import (
    capaian_naik,
    capaian_rentang,
    capaian_tetap,
    capaian_turun_dua_target,
    capaian_turun_target_per_realisasi,
    capaian_ya_tidak,
)
from akuntabel.calculation.formulas.batas import RUMUS as RUMUS_BATAS
from akuntabel.calculation.formulas.rumus import SERATUS, HasilRumus, Rumus
from akuntabel.calculation.ledger import Ledger, cell
from akuntabel.calculation.policy import Policy, RumusTurun, TargetNol
from akuntabel.calculation.target import figure_id
from akuntabel.domain.figure import CellRef, Figure, FigureId, Keadaan, Value
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.pilihan import Arah, JenisNilai, Periode
from akuntabel.regulations.scale import classify

PERSEN = 2  # places that capaian is printed with


def compute(book: Ledger, ind: Indikator) -> None:
    """Enter capaian for every year, quarter and document that has a target and a realisation."""
    for fid in book.ids("target", ind.kode):
        periode = Periode(fid.periode) if fid.periode else Periode.TAHUN
        real = figure_id("realisasi", ind.kode, fid.tahun, periode)
        if book.get(real) is not None:
            measure(book, ind, fid, real)


def measure(book: Ledger, ind: Indikator, target: FigureId, real: FigureId) -> None:
    """Enter capaian of one target against one realisation, both in the book, under the target's period and document."""
    fid = FigureId("capaian", ind.kode, target.tahun, target.periode, target.dokumen)
    t, r = book.figures[target], book.figures[real]
    inputs = [target, real]
    upper = FigureId("target_atas", ind.kode, target.tahun, target.periode, target.dokumen)
    if upper in book.figures:
        inputs.append(upper)
    refs = cell("indikator", ind.kunci, "arah", "jenis_nilai", "toleransi", "skala_peringkat")
    refs = (*refs, *rank_cells(book, ind, t.value, r.value))
    if t.keadaan is not Keadaan.ADA or r.keadaan is not Keadaan.ADA:
        state, reason = book.state_of([target, real])
        book.absent(fid, state, reason, inputs, "persen", refs)
        return
    outcome = _apply(book, ind, t, r, book.number(upper))
    if outcome is None:
        reason = f"nilai target atau realisasi tidak cocok dengan jenis nilai {ind.jenis_nilai.value}"
        book.absent(fid, Keadaan.TAK_TERDEFINISI, reason, inputs, "persen", refs)
        return
    result, rumus = outcome
    keys = ("rumus_turun", "target_nol") if ind.arah is Arah.TURUN else ()
    figure = book.computed(fid, result, rumus, "persen", inputs, desimal=PERSEN, cells=refs, kebijakan=keys)
    _judge(book, figure)
    _status(book, ind, fid, t, r, inputs, refs)


def _apply(
    book: Ledger, ind: Indikator, t: Figure, r: Figure, upper: Decimal | None
) -> tuple[HasilRumus, Rumus] | None:
    """The formula by kind of value and direction; None when the values are not of the indicator's kind."""
    if ind.jenis_nilai is JenisNilai.YA_TIDAK:
        if isinstance(t.value, bool) and isinstance(r.value, bool):
            return capaian_ya_tidak.compute_kept(t.value, r.value), capaian_ya_tidak.RUMUS
        return None
    if ind.jenis_nilai is JenisNilai.TANGGAL:
        if isinstance(t.value, date) and isinstance(r.value, date):
            return capaian_ya_tidak.compute_date(t.value, r.value), capaian_ya_tidak.RUMUS
        return None
    tn, rn = as_number(book, ind, t.value), as_number(book, ind, r.value)
    if tn is None or rn is None:
        return None
    return numeric(book.policy, ind.arah, tn, rn, upper, ind.toleransi or Decimal())


def as_number(book: Ledger, ind: Indikator, value: Value | None) -> Decimal | None:
    """A value as a number; a rank is looked up in its ordered scale."""
    if isinstance(value, Decimal):
        return value
    if ind.jenis_nilai is JenisNilai.PERINGKAT and isinstance(value, str):
        ranks = {s.peringkat.casefold(): s.nilai for s in book.paket.skala_peringkat if s.skala == ind.skala_peringkat}
        return ranks.get(value.casefold())
    return None


def rank_cells(book: Ledger, ind: Indikator, *values: Value | None) -> tuple[CellRef, ...]:
    """The cells of the ordered scale that turn ranks into numbers."""
    if ind.jenis_nilai is not JenisNilai.PERINGKAT:
        return ()
    names = {v.casefold() for v in values if isinstance(v, str)}
    rows = [s for s in book.paket.skala_peringkat if s.skala == ind.skala_peringkat]
    return tuple(c for s in rows if s.peringkat.casefold() in names for c in cell("skala_peringkat", s.kunci, "nilai"))


def numeric(
    policy: Policy, arah: Arah, target: Decimal, realisasi: Decimal, upper: Decimal | None, toleransi: Decimal
) -> tuple[HasilRumus, Rumus]:
    """Capaian of numbers by direction, with the policy's formula for lower-is-better and its rule for target zero."""
    if arah is Arah.RENTANG:
        return capaian_rentang.compute(target, target if upper is None else upper, realisasi), capaian_rentang.RUMUS
    if arah is Arah.TETAP:
        return capaian_tetap.compute(target, realisasi, toleransi), capaian_tetap.RUMUS
    if arah is Arah.NAIK:
        return capaian_naik.compute(target, realisasi), capaian_naik.RUMUS
    module = RUMUS_TURUN[policy.rumus_turun]
    if target == 0 and policy.target_nol is TargetNol.KONVENSI:
        kept = realisasi <= 0
        text = "konvensi target nol: realisasi nol 100, selain itu 0"
        return HasilRumus(SERATUS if kept else Decimal(), text), module.RUMUS
    return module.compute(target, realisasi), module.RUMUS


RUMUS_TURUN = {
    RumusTurun.DUA_TARGET: capaian_turun_dua_target,
    RumusTurun.TARGET_PER_REALISASI: capaian_turun_target_per_realisasi,
    RumusTurun.REALISASI_PER_TARGET: capaian_naik,
}


def is_reached(ind: Indikator, target: Decimal, realisasi: Decimal, upper: Decimal | None) -> tuple[bool, bool]:
    """(reached, exceeded): compares the values themselves, never the percentage."""
    if ind.arah is Arah.NAIK:
        return realisasi >= target, realisasi > target
    if ind.arah is Arah.TURUN:
        return realisasi <= target, realisasi < target
    if ind.arah is Arah.RENTANG:
        return target <= realisasi <= (target if upper is None else upper), False
    return abs(realisasi - target) <= (ind.toleransi or Decimal()), False


def _judge(book: Ledger, capaian: Figure) -> None:
    """Enter the capped capaian and the predikat."""
    fid = capaian.id
    if capaian.number is None:
        return
    capped = book.policy.cap(capaian.number)
    note = HasilRumus(capped, book.policy.cap_text(capaian.number))
    bounded = FigureId("capaian_dibatasi", fid.kode, fid.tahun, fid.periode, fid.dokumen)
    keys = ("batas_bawah", "batas_atas")
    book.computed(bounded, note, RUMUS_BATAS, "persen", [fid], desimal=PERSEN, kebijakan=keys)
    scale = book.regulations.skala(book.policy.skala)
    kelas = classify(scale, capaian.number)
    word = FigureId("predikat", fid.kode, fid.tahun, fid.periode, fid.dokumen)
    book.word(word, kelas.nama, [fid], dasar=[scale.dasar.label()], kebijakan=("skala",))


def _status(
    book: Ledger, ind: Indikator, fid: FigureId, t: Figure, r: Figure, inputs: list[FigureId], refs: tuple[CellRef, ...]
) -> None:
    """Enter the status and the distance to the target; both hold where the percentage is not defined, too."""
    status = FigureId("status", fid.kode, fid.tahun, fid.periode, fid.dokumen)
    tn, rn = as_number(book, ind, t.value), as_number(book, ind, r.value)
    if tn is None or rn is None:
        reached, exceeded = book.figures[fid].number == SERATUS, False
    else:
        upper = book.number(FigureId("target_atas", fid.kode, fid.tahun, fid.periode, fid.dokumen))
        if ind.arah is Arah.RENTANG and upper is not None and upper < tn:
            return
        reached, exceeded = is_reached(ind, tn, rn, upper)
        distance = FigureId("selisih_target", fid.kode, fid.tahun, fid.periode, fid.dokumen)
        if t.number is not None and r.number is not None and ind.arah is not Arah.RENTANG:
            book.difference(distance, r, t, ind.satuan, ind.desimal, refs)
    text = "melampaui target" if exceeded else "mencapai target" if reached else "tidak mencapai target"
    book.word(status, text, inputs, cells=refs)
