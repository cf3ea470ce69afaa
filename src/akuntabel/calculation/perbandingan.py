"""Comparison with last year, with the end of the plan, and with national and provincial figures."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.bahasa.angka import round_half_up
from akuntabel.calculation.capaian import PERSEN, as_number, numeric, rank_cells
from akuntabel.calculation.formulas import kemajuan
from akuntabel.calculation.formulas.rumus import HasilRumus, Rumus
from akuntabel.calculation.ledger import Ledger, cell
from akuntabel.calculation.policy import Kemajuan
from akuntabel.calculation.target import figure_id, plans_first, print_cells
from akuntabel.domain.figure import CellRef, Figure, FigureId, Keadaan, Trace, slug
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.kinerja import Pembanding
from akuntabel.domain.pilihan import AgregasiTahunan, Arah, JenisRencana, Periode
from akuntabel.domain.rencana import DokumenRencana


def compute(book: Ledger, ind: Indikator) -> None:
    """Enter all comparisons of an indicator."""
    for tahun in sorted({f.tahun for f in book.ids("realisasi", ind.kode)}):
        _with_last_year(book, ind, tahun)
    _with_plan_end(book, ind)
    _with_others(book, ind)


def distance(book: Ledger, ind: Indikator, value: Decimal, tahun: int) -> Decimal | None:
    """How far a value is from good: smaller is better, zero is good. None for a range or level without a target."""
    if ind.arah is Arah.NAIK:
        return -value
    if ind.arah is Arah.TURUN:
        return value
    low = book.number(figure_id("target", ind.kode, tahun))
    if low is None:
        return None
    high = book.number(figure_id("target_atas", ind.kode, tahun))
    beyond = max(low - value, value - (low if high is None else high))
    tolerance = ind.toleransi if ind.arah is Arah.TETAP and ind.toleransi else Decimal()
    return max(beyond - tolerance, Decimal())


def _goals(book: Ledger, ind: Indikator, tahun: int) -> list[FigureId]:
    """The targets that `distance` looks at."""
    if ind.arah not in (Arah.RENTANG, Arah.TETAP):
        return []
    return [i for b in ("target", "target_atas") if (i := figure_id(b, ind.kode, tahun)) in book.figures]


def _number(book: Ledger, ind: Indikator, fid: FigureId) -> Decimal | None:
    """A realised number; a rank by its place on its scale."""
    figure = book.get(fid)
    return as_number(book, ind, figure.value) if figure else None


def _sign(difference: Decimal, desimal: int | None) -> int:
    """-1, 0 or 1: the direction that the printed difference shows."""
    shown = difference if desimal is None else round_half_up(difference, desimal)
    return (shown > 0) - (shown < 0)


_ARAH = {1: "naik", -1: "turun", 0: "tetap"}


def _with_last_year(book: Ledger, ind: Indikator, tahun: int) -> None:
    now, before = figure_id("realisasi", ind.kode, tahun), figure_id("realisasi", ind.kode, tahun - 1)
    if now not in book.figures or before not in book.figures:
        return
    new, old = _number(book, ind, now), _number(book, ind, before)
    if new is None or old is None:
        return
    book.difference(
        figure_id("perubahan", ind.kode, tahun), book.figures[now], book.figures[before], ind.satuan, ind.desimal
    )
    ranks = rank_cells(book, ind, book.figures[now].value, book.figures[before].value)
    sign = _sign(new - old, ind.desimal)
    book.word(figure_id("arah", ind.kode, tahun), _ARAH[sign], [now, before], cells=ranks)
    a, b = distance(book, ind, new, tahun), distance(book, ind, old, tahun)
    if a is not None and b is not None:
        meaning = "tetap" if sign == 0 or a == b else "membaik" if a < b else "memburuk"
        refs = (*cell("indikator", ind.kunci, "arah", "toleransi"), *ranks)
        book.word(figure_id("makna", ind.kode, tahun), meaning, [now, before, *_goals(book, ind, tahun)], cells=refs)


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
    if figure is None:
        return
    refs = cell("dokumen_rencana", plan.kunci, "jenis", "tahun_awal", "tahun_akhir")
    if figure.value is None:
        book.absent(final, figure.keadaan, "target akhir belum ada", [end], ind.satuan, refs)
        return
    text = f"target {plan.tahun_akhir} menurut {plan.nama}"
    trace = Trace(kemajuan.RUMUS_TARGET_AKHIR.kode, text, (end,), refs, (kemajuan.RUMUS_TARGET_AKHIR.dasar,))
    book.put(Figure(final, figure.value, ind.satuan, trace, desimal=ind.desimal, sementara=figure.sementara))
    if real in book.figures:
        _progress(book, ind, plan, final, real)


def _progress(book: Ledger, ind: Indikator, plan: DokumenRencana, final: FigureId, real: FigureId) -> None:
    """Enter every method that applies, and the main one under the bare id."""
    goal = as_number(book, ind, book.figures[final].value)
    value = as_number(book, ind, book.figures[real].value)
    if goal is None or value is None:
        return
    above = figure_id("target_atas", ind.kode, plan.tahun_akhir, dokumen=plan.kode)
    upper = book.number(above)
    made: dict[Kemajuan, tuple[HasilRumus, Rumus, list[FigureId]]] = {}
    result, rumus = numeric(book.policy, ind.arah, goal, value, upper, ind.toleransi or Decimal())
    made[Kemajuan.TERHADAP_TARGET] = (result, rumus, [i for i in (real, final, above) if i in book.figures])
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
    refs = (
        *_progress_cells(book, ind, plan),
        *rank_cells(book, ind, book.figures[final].value, book.figures[real].value),
    )
    keys = ("kemajuan", "rumus_turun", "target_nol") if ind.arah is Arah.TURUN else ("kemajuan",)
    for method, (outcome, formula, inputs) in made.items():
        for dokumen in (method.value, None) if method is main else (method.value,):
            fid = figure_id("kemajuan", ind.kode, book.tahun, dokumen=dokumen)
            book.computed(fid, outcome, formula, "persen", inputs, desimal=PERSEN, cells=refs, kebijakan=keys)


def _progress_cells(book: Ledger, ind: Indikator, plan: DokumenRencana) -> tuple[CellRef, ...]:
    own = cell("indikator", ind.kunci, "arah", "agregasi_tahunan", "toleransi", "jenis_nilai")
    return (*own, *cell("dokumen_rencana", plan.kunci, "tahun_awal", "tahun_akhir", "tahun_dasar"))


def _cumulative(book: Ledger, ind: Indikator, plan: DokumenRencana) -> tuple[HasilRumus, Rumus, list[FigureId]]:
    past = [figure_id("realisasi", ind.kode, t) for t in range(plan.tahun_awal, book.tahun + 1)]
    goals = [figure_id("target", ind.kode, t, dokumen=plan.kode) for t in range(plan.tahun_awal, plan.tahun_akhir + 1)]
    realised = tuple(v for i in past if (v := book.number(i)) is not None)
    promised = tuple(v for i in goals if (v := book.number(i)) is not None)
    inputs = [i for i in (*past, *goals) if i in book.figures]
    lacking = [("realisasi", i) for i in past if book.number(i) is None]
    lacking += [("target", i) for i in goals if book.number(i) is None]
    if lacking:
        years = ", ".join(f"{what} {i.tahun}" for what, i in lacking)
        return (
            HasilRumus(None, alasan=f"belum ada {years}: jumlah periode tidak diketahui"),
            kemajuan.RUMUS_KUMULATIF,
            inputs,
        )
    total = sum(promised, Decimal())
    return kemajuan.compute_cumulative(realised, total), kemajuan.RUMUS_KUMULATIF, inputs


def _with_others(book: Ledger, ind: Indikator) -> None:
    """Values of other areas; compared only where both are of the same survey month."""
    used = [r for r in book.paket.realisasi if r.indikator == ind.kode and r.tahun == book.tahun and r.dipakai]
    used.sort(key=lambda r: (r.periode is not Periode.TAHUN, r.kunci))
    month = used[0].bulan_survei if used else None
    own_month = cell("realisasi", used[0].kunci, "bulan_survei", "dipakai") if used else ()
    for row in (p for p in book.paket.pembanding if p.indikator == ind.kode):
        fid = FigureId("pembanding", f"{ind.kode}:{slug(row.nama_wilayah)}", row.tahun)
        refs = (*cell("pembanding", row.kunci, "nilai", "status"), *print_cells(ind))
        book.data(fid, row.nilai, ind.satuan, refs, status=row.status, desimal=ind.desimal, catatan=row.sumber)
        if row.tahun == book.tahun and row.nilai is not None:
            _compare(book, ind, row, fid, month, own_month)


def _compare(
    book: Ledger, ind: Indikator, row: Pembanding, other: FigureId, month: int | None, own_month: tuple[CellRef, ...]
) -> None:
    """Enter difference and verdict; a named state where the months differ or only one of them is known."""
    real = figure_id("realisasi", ind.kode, row.tahun)
    verdict = FigureId("banding", other.kode, row.tahun)
    months = (*cell("pembanding", row.kunci, "bulan"), *own_month)
    mine, theirs = book.number(real), book.number(other)
    if mine is None or theirs is None:
        return
    if row.bulan != month:
        known = row.bulan is not None and month is not None
        reason = "bulan survei berbeda" if known else "bulan survei hanya diketahui pada satu sisi"
        inputs = [real, other]
        book.absent(verdict, Keadaan.TIDAK_BERLAKU, f"{reason}: tidak dibandingkan", inputs, cells=months)
        return
    gap = FigureId("selisih_pembanding", other.kode, row.tahun)
    book.difference(gap, book.figures[real], book.figures[other], ind.satuan, ind.desimal, months)
    a, b = distance(book, ind, mine, real.tahun), distance(book, ind, theirs, real.tahun)
    if a is not None and b is not None:
        same = a == b or _sign(mine - theirs, ind.desimal) == 0
        text = "sama" if same else "lebih baik" if a < b else "belum sebaik"
        refs = (*months, *cell("indikator", ind.kunci, "arah", "toleransi"))
        book.word(verdict, text, [real, other, *_goals(book, ind, real.tahun)], cells=refs)
