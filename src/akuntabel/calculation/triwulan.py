"""Interim figures: values from the first quarter to a given one, and what a quarter alone spent.

To date: `target/KODE/TAHUN/tw2/kumulatif`. The quarter alone: `realisasi_anggaran/KODE/TAHUN/tw2/triwulan`.
"""

from __future__ import annotations

from decimal import Decimal

from akuntabel.calculation import capaian
from akuntabel.calculation.capaian import PERSEN
from akuntabel.calculation.formulas import agregasi, bagian, selisih
from akuntabel.calculation.formulas.rumus import HasilRumus
from akuntabel.calculation.ledger import Ledger, cell
from akuntabel.calculation.realisasi import QUARTERS
from akuntabel.calculation.rekap import choice_cells, measured
from akuntabel.calculation.target import figure_id
from akuntabel.domain.figure import Figure, FigureId, Keadaan, Trace
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.pilihan import AgregasiTriwulan, Periode

SAMPAI = "kumulatif"  # last part of the id of a figure to date
SELAMA = "triwulan"  # last part of the id of a quarter's own money
_PROMISED = ("target", "target_atas")


def compute(book: Ledger, ind: Indikator) -> None:
    """Enter target, realisasi and capaian to date for every quarter that has its own value, and for the year's end."""
    held = {(f.tahun, f.periode) for besaran in (*_PROMISED, "realisasi") for f in book.ids(besaran, ind.kode)}
    for tahun in sorted({t for t, periode in held if periode is not None or t == book.tahun}):
        for n in range(len(QUARTERS)):
            for besaran in (*_PROMISED, "realisasi"):
                _to_date(book, ind, besaran, tahun, n)
            goal = figure_id("target", ind.kode, tahun, QUARTERS[n], SAMPAI)
            real = figure_id("realisasi", ind.kode, tahun, QUARTERS[n], SAMPAI)
            if goal in book.figures and real in book.figures:
                capaian.measure(book, ind, goal, real)


def _to_date(book: Ledger, ind: Indikator, besaran: str, tahun: int, n: int) -> None:
    """One value to date. A quarter that counts and has no value leaves it without one."""
    own = figure_id(besaran, ind.kode, tahun, QUARTERS[n])
    fid = FigureId(besaran, ind.kode, tahun, QUARTERS[n].value, SAMPAI)
    how = ind.agregasi_triwulan or AgregasiTriwulan.POSISI_AKHIR
    last_only = how is AgregasiTriwulan.POSISI_AKHIR or bool(ind.kumulatif)
    if _of_year(book, ind, own, n):
        own, last_only = figure_id(besaran, ind.kode, tahun), True
    figure = book.get(own)
    if figure is None:
        return
    if last_only and figure.keadaan is Keadaan.ADA and figure.number is None:  # a rank, a date, yes or no
        trace = Trace(agregasi.RUMUS_SAMPAI.kode, inputs=(own,))
        book.put(Figure(fid, figure.value, figure.satuan, trace, figure.keadaan, figure.desimal, figure.sementara))
        return
    ids = [own] if last_only else _counting(book, ind, besaran, tahun, n)
    values = [book.number(i) for i in ids]
    known = tuple(v for v in values if v is not None)
    if len(known) < len(values) or not known:
        state, reason = book.state_of(ids)
        book.absent(fid, state, reason, [i for i in ids if i in book.figures], ind.satuan)
        return
    result = agregasi.compute(known, how, bool(ind.kumulatif))
    refs = cell("indikator", ind.kunci, "agregasi_triwulan", "kumulatif")
    book.computed(fid, result, agregasi.RUMUS_SAMPAI, ind.satuan, ids, desimal=ind.desimal, cells=refs)


def _of_year(book: Ledger, ind: Indikator, own: FigureId, n: int) -> bool:
    """Whether the year's value stands for the value to date: at the year's end, where the last quarter has none."""
    return n == len(QUARTERS) - 1 and book.get(own) is None and own.tahun == book.tahun


def _counting(book: Ledger, ind: Indikator, besaran: str, tahun: int, n: int) -> list[FigureId]:
    """The quarters up to `n` in which something was promised or recorded."""
    made = []
    for quarter in QUARTERS[: n + 1]:
        own, goal = (figure_id(b, ind.kode, tahun, quarter) for b in (besaran, "target"))
        figure = book.get(own)
        if figure is not None and figure.keadaan is Keadaan.TIDAK_BERLAKU:
            continue
        if figure is not None or goal in book.figures:
            made.append(own)
    return made


def compute_spending(book: Ledger) -> None:
    """Enter what each quarter alone spent, and its share of the budget. Months in the data are cumulative."""
    monthly = {r.tahun for r in book.paket.realisasi_anggaran if r.bulan is not None}
    for quarter in QUARTERS:
        spent = [f for f in book.figures if f.besaran == "realisasi_anggaran" and f.tahun in monthly]
        own = [f for f in spent if f.periode == quarter.value]
        for fid in own:
            if fid.dokumen is None and not fid.kode.startswith("baris:"):
                _quarter_alone(book, fid, quarter)


def compute_counts(book: Ledger) -> None:
    """Enter, per quarter, how many measured indicators have a target to date, reach it, miss it, or have no value."""
    indikator_list = measured(book)
    refs = choice_cells(book, indikator_list)
    for quarter in QUARTERS:
        goals = {i.kode: figure_id("target", i.kode, book.tahun, quarter, SAMPAI) for i in indikator_list}
        status = {k: figure_id("status", k, book.tahun, quarter, SAMPAI) for k, g in goals.items() if g in book.figures}
        if not status:
            continue
        words = {k: f.value if (f := book.get(s)) else None for k, s in status.items()}
        groups = {
            "semua": list(words),
            "semua:tercapai": [k for k, w in words.items() if w in ("melampaui target", "mencapai target")],
            "semua:tidak_tercapai": [k for k, w in words.items() if w == "tidak mencapai target"],
            "semua:tanpa_nilai": [k for k, w in words.items() if w is None],
        }
        inputs = [i for k, s in status.items() for i in (goals[k], s) if i in book.figures]
        for name, chosen in groups.items():
            fid = FigureId("jumlah_indikator", name, book.tahun, quarter.value)
            result = HasilRumus(Decimal(len(chosen)), f"cacah {len(chosen)} indikator")
            book.computed(fid, result, selisih.RUMUS_JUMLAH, "indikator", inputs, desimal=0, cells=refs)


def _quarter_alone(book: Ledger, spent: FigureId, periode: Periode) -> None:
    fid = FigureId(spent.besaran, spent.kode, spent.tahun, spent.periode, SELAMA)
    first = periode is QUARTERS[0]
    before = FigureId(spent.besaran, spent.kode, spent.tahun, None if first else _previous(periode).value)
    used = [spent] if first else [spent, before]
    numbers = [book.number(i) for i in used]
    if None in numbers:
        book.absent(fid, *_reason(book, used), [i for i in used if i in book.figures], "rupiah")
    elif first:
        result = selisih.compute_sum(tuple(v for v in numbers if v is not None))
        book.computed(fid, result, selisih.RUMUS_JUMLAH, "rupiah", used)
    else:
        book.difference(fid, book.figures[spent], book.figures[before], "rupiah", None)
    pagu = FigureId("pagu", spent.kode, spent.tahun)
    part, whole = book.number(fid), book.number(pagu)
    if part is not None and whole is not None:
        share = FigureId("serapan", spent.kode, spent.tahun, spent.periode, SELAMA)
        book.computed(share, bagian.compute(part, whole), bagian.RUMUS, "persen", [fid, pagu], desimal=PERSEN)


def _previous(periode: Periode) -> Periode:
    return QUARTERS[QUARTERS.index(periode) - 1]


def _reason(book: Ledger, used: list[FigureId]) -> tuple[Keadaan, str]:
    """Why a quarter's own spending is not known."""
    if any(i in book.missing for i in used):
        return Keadaan.KOSONG, "tidak dihitung karena ada nilai yang belum ada"
    return book.state_of(used)
