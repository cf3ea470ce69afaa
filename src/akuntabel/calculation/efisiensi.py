"""Efficiency per sasaran: capaian minus serapan, only where every target is reached and the money is certain."""

from __future__ import annotations

from akuntabel.calculation.formulas import selisih
from akuntabel.calculation.ledger import Ledger
from akuntabel.calculation.rekap import measured
from akuntabel.calculation.target import figure_id
from akuntabel.domain.figure import FigureId, Keadaan


def compute(book: Ledger) -> None:
    """Enter the difference and the judgement of every sasaran that has mapped programmes."""
    indikator_list = measured(book)
    for sasaran in book.paket.sasaran:
        own = [i.kode for i in indikator_list if i.tingkat.value == "sasaran" and i.induk == sasaran.kode]
        _judge(book, sasaran.kode, own)


def _judge(book: Ledger, kode: str, indikator_list: list[str]) -> None:
    capaian = FigureId("capaian", kode, book.tahun)
    serapan = FigureId("serapan", f"sasaran:{kode}", book.tahun)
    fid = FigureId("efisiensi", kode, book.tahun)
    if serapan not in book.figures or capaian not in book.figures:
        return
    gap = FigureId("selisih_serapan", kode, book.tahun)
    book.difference(gap, book.figures[capaian], book.figures[serapan], "poin", 2)
    status = [figure_id("status", k, book.tahun) for k in indikator_list]
    inputs = [capaian, serapan, *(s for s in status if s in book.figures)]
    reason = _obstacle(book, status, serapan)
    difference = book.number(gap)
    if reason or difference is None:
        book.absent(fid, Keadaan.TIDAK_BERLAKU, reason or "belum dapat dinilai karena serapan belum ada", inputs)
        return
    text = "efisien" if difference > book.policy.ambang_efisien else "tidak efisien"
    book.word(fid, text, [gap, *inputs], dasar=[selisih.RUMUS.dasar], kebijakan=("ambang_efisien",))


def _obstacle(book: Ledger, status: list[FigureId], serapan: FigureId) -> str | None:
    """Why efficiency cannot be judged, or None."""
    words = [f.value if (f := book.get(s)) else None for s in status]
    if None in words or not words:
        return "belum dapat dinilai karena ada indikator tanpa capaian"
    if "tidak mencapai target" in words:
        return "tidak dinilai karena ada target yang tidak tercapai"
    if book.figures[serapan].sementara or any(book.figures[s].sementara for s in status):
        return "belum dapat dinilai karena angka masih sementara"
    return None
