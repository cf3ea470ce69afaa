"""Follow-up in counts, and the AKIP score."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from akuntabel.calculation.formulas import selisih
from akuntabel.calculation.formulas.rumus import HasilRumus
from akuntabel.calculation.ledger import Ledger, cell
from akuntabel.domain.figure import CellRef, FigureId
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import StatusTindak, SumberTindakLanjut
from akuntabel.domain.skm import SkmPeriode
from akuntabel.domain.tindak_lanjut import Rekomendasi, Rtl
from akuntabel.regulations.scale import classify

KINI, SEBELUMNYA = "kini", "sebelumnya"  # the current plan, and what earlier plans promised


def compute(book: Ledger) -> None:
    """Enter counts of follow-up plans and recommendations by state, and AKIP scores with their predikat."""
    for sumber in sorted({r.sumber for r in book.paket.rtl}):
        _plans(book, sumber)
    for periode in book.paket.skm_periode:
        _of_period(book, periode)
    for sumber in sorted({r.sumber for r in book.paket.rekomendasi}):
        _states(book, "rekomendasi", sumber.value, [r for r in book.paket.rekomendasi if r.sumber is sumber])
    for row in book.paket.nilai_akip:
        fid = FigureId("nilai_akip", row.komponen, row.tahun)
        figure = book.data(fid, row.nilai, "", cell("nilai_akip", row.kunci, "nilai"), desimal=2, catatan=row.sumber)
        if row.komponen == "total" and figure.number is not None:
            scale = book.regulations.skala_pada("predikat_akip", row.tahun)
            kelas = classify(scale, figure.number)
            word = FigureId("predikat_akip", row.komponen, row.tahun)
            book.word(word, kelas.kode, [fid], dasar=[scale.dasar.label()])


def split_plans(paket: Paket, sumber: SumberTindakLanjut) -> dict[str, list[Rtl]]:
    """The lines of the current plan (`kini`) and of earlier ones (`sebelumnya`).

    A line is earlier when the data say so, or when its survey period is not the last one that has a plan.
    """
    rows = [r for r in paket.rtl if r.sumber is sumber]
    named = {r.periode for r in rows if not r.sebelumnya}
    order = [p.kode for p in sorted(paket.skm_periode, key=_time) if p.kode in named]
    old = set(order[:-1])
    made: dict[str, list[Rtl]] = {KINI: [], SEBELUMNYA: []}
    for r in rows:
        earlier = r.periode in old if r.sebelumnya is None else r.sebelumnya
        made[SEBELUMNYA if earlier else KINI].append(r)
    return made


def plans_at(paket: Paket, periode: SkmPeriode) -> dict[str, list[Rtl]]:
    """The survey plan that follows from a period (`kini`), and what the period before it promised (`sebelumnya`).

    A line without a period belongs to the last period of the package: as its plan, or as the earlier one where the
    data say so.
    """
    order = sorted(paket.skm_periode, key=_time)
    at = order.index(periode)
    last, before = at == len(order) - 1, order[at - 1].kode if at else None
    rows = [r for r in paket.rtl if r.sumber is SumberTindakLanjut.SKM]

    def is_earlier(r: Rtl) -> bool:
        return r.periode == before if r.periode else last and bool(r.sebelumnya)

    def is_own(r: Rtl) -> bool:
        return r.periode == periode.kode if r.periode else last and not r.sebelumnya

    return {KINI: [r for r in rows if is_own(r)], SEBELUMNYA: [r for r in rows if is_earlier(r)]}


def _of_period(book: Ledger, periode: SkmPeriode) -> None:
    """Counts of the plan of a survey period, and of the plan before it."""
    choice = [c for p in book.paket.skm_periode for c in cell("skm_periode", p.kunci, "tahun", "bulan_akhir")]
    choice += [c for r in book.paket.rtl for c in cell("rtl", r.kunci, "periode", "sebelumnya")]
    for name, rows in plans_at(book.paket, periode).items():
        if rows:
            _states(book, "rtl", f"{SumberTindakLanjut.SKM.value}:{periode.kode}:{name}", rows, choice)


def _time(periode: SkmPeriode) -> tuple[int, int, str]:
    return (periode.tahun, periode.bulan_akhir, periode.kode)


def _plans(book: Ledger, sumber: SumberTindakLanjut) -> None:
    """The current plan and earlier ones apart: what was done of the last plan says nothing of the new one."""
    plans = split_plans(book.paket, sumber)
    everyone = [r for rows in plans.values() for r in rows]
    choice = [c for r in everyone for c in cell("rtl", r.kunci, "periode", "sebelumnya")]
    choice += [c for p in book.paket.skm_periode for c in cell("skm_periode", p.kunci, "tahun", "bulan_akhir")]
    for name, rows in plans.items():
        if rows:
            _states(book, "rtl", f"{sumber.value}:{name}", rows, choice)


def _states(
    book: Ledger, besaran: str, sumber: str, rows: list[Rtl] | list[Rekomendasi], choice: Iterable[CellRef] = ()
) -> None:
    chosen = {"semua": len(rows)}
    chosen |= {s.value: sum(1 for r in rows if (r.status or StatusTindak.BELUM) is s) for s in StatusTindak}
    refs = [*(c for r in rows for c in cell(besaran, r.kunci, "status", "sumber")), *choice]
    for name, n in chosen.items():
        fid = FigureId(besaran, f"{sumber}:{name}", book.tahun)
        result = HasilRumus(Decimal(n), f"cacah {n} baris")
        book.computed(fid, result, selisih.RUMUS_JUMLAH, "", [], desimal=0, cells=refs)
