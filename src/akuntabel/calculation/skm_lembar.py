"""Figures that the answer sheets of a survey give: n and sums of scores, each written out by score."""

from __future__ import annotations

from collections.abc import Iterable

from akuntabel.bahasa.kalimat import join_list
from akuntabel.calculation.formulas import indeks_skm, jawaban_skm
from akuntabel.calculation.jawaban_skm import KOLOM
from akuntabel.calculation.ledger import Ledger, cell, column
from akuntabel.domain.figure import CellRef, FigureId
from akuntabel.domain.skm import SkmPeriode, SkmRekap
from akuntabel.survey.rekap import Isi

DESIMAL = 2


def enter_group(book: Ledger, periode: SkmPeriode, row: SkmRekap, isi: Isi) -> None:
    """One unsur of a service or of all of them: n, sum of scores, value. What does not count is told by number."""
    kode = ":".join([periode.kode, *(p for p in (row.layanan, row.unsur) if p)])
    total, n = (FigureId(b, kode, periode.tahun) for b in ("skm_skor", "skm_responden"))
    counts = isi.unsur[row.unsur or ""]
    refs = cells(periode, row.layanan, [KOLOM[row.unsur or ""]])
    left = [(counts.kosong, "kosong"), (counts.luar, "di luar 1 sampai 4")]
    told = join_list(f"{k} jawaban {what}" for k, what in left if k)
    note = f"tidak dihitung: {told}" if told else None
    skor, banyak = jawaban_skm.compute_skor(counts.skor), jawaban_skm.compute_banyak(counts.skor)
    book.computed(total, skor, jawaban_skm.RUMUS_SKOR, "", [], desimal=0, cells=refs, catatan=note)
    book.computed(n, banyak, jawaban_skm.RUMUS_BANYAK, "orang", [], desimal=0, cells=refs, catatan=note)
    result = indeks_skm.compute_unsur(counts.jumlah, counts.banyak)
    fid = FigureId("nilai_unsur", kode, periode.tahun)
    book.computed(fid, result, indeks_skm.RUMUS_UNSUR, "", [total, n], desimal=DESIMAL)


def enter_count(book: Ledger, periode: SkmPeriode, layanan: str | None, isi: Isi) -> None:
    """How many sheets of the period, or of one service, hold an answer."""
    kode = ":".join(p for p in (periode.kode, layanan) if p)
    result = jawaban_skm.compute_lembar(isi.berisi)
    blank = isi.lembar - isi.berisi
    note = f"tidak dihitung: {blank} lembar tanpa jawaban" if blank else None
    refs = cells(periode, layanan)
    fid = FigureId("skm_responden", kode, periode.tahun)
    book.computed(fid, result, jawaban_skm.RUMUS_BANYAK, "orang", [], desimal=0, cells=refs, catatan=note)


def cells(
    periode: SkmPeriode, layanan: str | None, columns: Iterable[str] = tuple(KOLOM.values())
) -> tuple[CellRef, ...]:
    """The columns of the sheets that a count rests on; without `columns` those of every answer."""
    names = ("periode", *(("layanan",) if layanan else ()), *columns)
    return (*column("skm_responden", *names), *cell("skm_periode", periode.kunci, "tahun"))
