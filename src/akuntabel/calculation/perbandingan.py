"""Comparison with last year, with the end of the plan, and with national and provincial figures."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.calculation.capaian import PERSEN, as_number, numeric
from akuntabel.calculation.formulas import kemajuan
from akuntabel.calculation.formulas.rumus import HasilRumus, Rumus
from akuntabel.calculation.ledger import Ledger, cell
from akuntabel.calculation.policy import Kemajuan
from akuntabel.calculation.target import figure_id, plans_first
from akuntabel.domain.figure import FigureId, Keadaan, slug
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.pilihan import AgregasiTahunan, Arah, JenisRencana
from akuntabel.domain.rencana import DokumenRencana


def compute(book: Ledger, ind: Indikator) -> None:
    """Enter all comparisons of an indicator."""
    for tahun in sorted({f.tahun for f in book.figures if f.besaran == "realisasi" and f.kode == ind.kode}):
        _with_last_year(book, ind, tahun)
    _with_plan_end(book, ind)
    _with_others(book, ind)


def distance(book: Ledger, ind: Indikator, value: Decimal, tahun: int) -> Decimal | None:
    """How far a value is from good: smaller is better. None for a range or level without a target."""
    if ind.arah is Arah.NAIK:
        return -value
    if ind.arah is Arah.TURUN:
        return value
    low = book.number(figure_id("target", ind.kode, tahun))
    if low is None:
        return None
    high = book.number(figure_id("target_atas", ind.kode, tahun))
    return max(low - value, value - (low if high is None else high), Decimal())


def _with_last_year(book: Ledger, ind: Indikator, tahun: int) -> None:
    now, before = figure_id("realisasi", ind.kode, tahun), figure_id("realisasi", ind.kode, tahun - 1)
    if now not in book.figures or before not in book.figures:
        return
    new, old = book.number(now), book.number(before)
    if new is None or old is None:
        return
    book.difference(
        figure_id("perubahan", ind.kode, tahun), book.figures[now], book.figures[before], ind.satuan, ind.desimal
    )
    text = "naik" if new > old else "turun" if new < old else "tetap"
    book.word(figure_id("arah", ind.kode, tahun), text, [now, before])
    a, b = distance(book, ind, new, tahun), distance(book, ind, old, tahun)
    if a is not None and b is not None:
        meaning = "membaik" if a < b else "memburuk" if a > b else "tetap"
        refs = cell("indikator", ind.kunci, "arah")
        targets = [figure_id("target", ind.kode, tahun)] if ind.arah in (Arah.RENTANG, Arah.TETAP) else []
        book.word(figure_id("makna", ind.kode, tahun), meaning, [now, before, *targets], cells=refs)


def plan_of(book: Ledger) -> DokumenRencana | None:
    """The Renstra (for a government its RPJMD) in force in the report year."""
    order = plans_first(book, book.tahun)
    plans = {d.kode: d for d in book.paket.dokumen_rencana if d.jenis in (JenisRencana.RENSTRA, JenisRencana.RPJMD)}
    return next((plans[k] for k in order if k in plans), None)


def _with_plan_end(book: Ledger, ind: Indikator) -> None:
    plan = plan_of(book)
    if plan is None:
        return
    end = figure_id("target", ind.kode, plan.tahun_akhir, dokumen=plan.kode)
    real = figure_id("realisasi", ind.kode, book.tahun)
    final = figure_id("target_akhir", ind.kode, book.tahun)
    figure = book.get(end)
    if figure is None or real not in book.figures:
        return
    refs = cell("dokumen_rencana", plan.kunci, "tahun_akhir")
    if figure.value is None:
        book.absent(final, figure.keadaan, "target akhir belum ada", [end], ind.satuan)
        return
    same = HasilRumus(figure.number, f"target {plan.tahun_akhir} menurut {plan.nama}")
    book.computed(final, same, RUMUS_TARGET_AKHIR, ind.satuan, [end], desimal=ind.desimal, cells=refs)
    _progress(book, ind, plan, final, real)


RUMUS_TARGET_AKHIR = Rumus(
    "target_akhir", "Target akhir periode", "target pada tahun terakhir rencana", "dokumen rencana"
)


def _progress(book: Ledger, ind: Indikator, plan: DokumenRencana, final: FigureId, real: FigureId) -> None:
    """Enter every method that applies, and the main one under the bare id."""
    goal = as_number(book, ind, book.figures[final].value)
    value = as_number(book, ind, book.figures[real].value)
    if goal is None or value is None:
        return
    upper = book.number(figure_id("target_atas", ind.kode, plan.tahun_akhir, dokumen=plan.kode))
    made: dict[Kemajuan, tuple[HasilRumus, Rumus, list[FigureId]]] = {}
    result, rumus = numeric(book.policy, ind.arah, goal, value, upper, ind.toleransi or Decimal())
    made[Kemajuan.TERHADAP_TARGET] = (result, rumus, [real, final])
    base = figure_id("realisasi", ind.kode, plan.tahun_dasar) if plan.tahun_dasar else None
    start = book.number(base) if base else None
    if base is not None and start is not None and ind.arah in (Arah.NAIK, Arah.TURUN):
        steps = kemajuan.compute_from_baseline(start, goal, value)
        made[Kemajuan.DARI_DASAR] = (steps, kemajuan.RUMUS, [base, final, real])
    if ind.agregasi_tahunan is AgregasiTahunan.JUMLAH:
        made[Kemajuan.KUMULATIF] = _cumulative(book, ind, plan)
    wanted = book.policy.kemajuan
    by_kind = Kemajuan.KUMULATIF if Kemajuan.KUMULATIF in made else Kemajuan.TERHADAP_TARGET
    main = wanted if wanted in made else by_kind
    refs = cell("indikator", ind.kunci, "arah", "agregasi_tahunan")
    for method, (outcome, formula, inputs) in made.items():
        for dokumen in (method.value, None) if method is main else (method.value,):
            fid = figure_id("kemajuan", ind.kode, book.tahun, dokumen=dokumen)
            label = book.policy.label("kemajuan")
            book.computed(fid, outcome, formula, "persen", inputs, desimal=PERSEN, cells=refs, kebijakan=label)


def _cumulative(book: Ledger, ind: Indikator, plan: DokumenRencana) -> tuple[HasilRumus, Rumus, list[FigureId]]:
    past = [figure_id("realisasi", ind.kode, t) for t in range(plan.tahun_awal, book.tahun + 1)]
    goals = [figure_id("target", ind.kode, t, dokumen=plan.kode) for t in range(plan.tahun_awal, plan.tahun_akhir + 1)]
    realised = tuple(v for i in past if (v := book.number(i)) is not None)
    promised = sum((v for i in goals if (v := book.number(i)) is not None), Decimal())
    inputs = [i for i in (*past, *goals) if i in book.figures]
    return kemajuan.compute_cumulative(realised, promised), kemajuan.RUMUS_KUMULATIF, inputs


def _with_others(book: Ledger, ind: Indikator) -> None:
    """Values of other areas; compared only where both are of the same survey month."""
    month = next(
        (
            r.bulan_survei
            for r in book.paket.realisasi
            if r.indikator == ind.kode and r.tahun == book.tahun and r.dipakai
        ),
        None,
    )
    for row in (p for p in book.paket.pembanding if p.indikator == ind.kode):
        kode = f"{ind.kode}:{slug(row.nama_wilayah)}"
        fid = FigureId("pembanding", kode, row.tahun)
        refs = cell("pembanding", row.kunci, "nilai", "status")
        book.data(fid, row.nilai, ind.satuan, refs, status=row.status, desimal=ind.desimal, catatan=row.sumber)
        real = figure_id("realisasi", ind.kode, row.tahun)
        if row.tahun != book.tahun or book.number(real) is None or row.nilai is None:
            continue
        verdict = FigureId("banding", kode, row.tahun)
        if row.bulan is not None and month is not None and row.bulan != month:
            book.absent(verdict, Keadaan.TIDAK_BERLAKU, "bulan survei berbeda: tidak dibandingkan", [real, fid])
            continue
        book.difference(
            FigureId("selisih_pembanding", kode, row.tahun),
            book.figures[real],
            book.figures[fid],
            ind.satuan,
            ind.desimal,
        )
        _verdict(book, ind, verdict, real, fid)


def _verdict(book: Ledger, ind: Indikator, verdict: FigureId, real: FigureId, other: FigureId) -> None:
    mine, theirs = book.number(real), book.number(other)
    if mine is None or theirs is None:
        return
    a, b = distance(book, ind, mine, real.tahun), distance(book, ind, theirs, real.tahun)
    if a is not None and b is not None:
        text = "lebih baik" if a < b else "lebih buruk" if a > b else "sama"
        book.word(verdict, text, [real, other], cells=cell("indikator", ind.kunci, "arah"))
