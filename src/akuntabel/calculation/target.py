"""Targets of every document, and which of them is measured."""

from __future__ import annotations

from dataclasses import dataclass

from akuntabel.calculation.ledger import Ledger, cell
from akuntabel.domain.figure import CellRef, FigureId
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.kinerja import Target
from akuntabel.domain.perjanjian import PerjanjianKinerja
from akuntabel.domain.pilihan import JenisPerjanjian, JenisRencana, Jenjang, Periode, StatusNilai
from akuntabel.domain.rencana import DokumenRencana


def figure_id(
    besaran: str, kode: str, tahun: int, periode: Periode = Periode.TAHUN, dokumen: str | None = None
) -> FigureId:
    """A figure id of an indicator; the whole year has no period part."""
    return FigureId(besaran, kode, tahun, None if periode is Periode.TAHUN else periode.value, dokumen)


def print_cells(ind: Indikator) -> tuple[CellRef, ...]:
    """The cells that say how an indicator's values are printed."""
    return cell("indikator", ind.kunci, "satuan", "desimal")


@dataclass(frozen=True, slots=True)
class Choice:
    """The target row that is measured, with the cells that led to it and whether the choice stands."""

    row: Target
    cells: tuple[CellRef, ...]
    sementara: bool
    alasan: str


def compute(book: Ledger, ind: Indikator) -> None:
    """Enter the targets of an indicator: of each document, and the measured one of each year and quarter."""
    rows = [t for t in book.paket.target if t.indikator == ind.kode]
    for row in rows:
        _enter(book, ind, row, figure_id("target", ind.kode, row.tahun, row.periode, row.dokumen))
    for tahun, periode in sorted({(t.tahun, t.periode) for t in rows}):
        choice = choose(book, ind, [t for t in rows if (t.tahun, t.periode) == (tahun, periode)])
        measured = figure_id("target", ind.kode, tahun, periode)
        _enter(book, ind, choice.row, measured, choice)


def _enter(book: Ledger, ind: Indikator, row: Target, fid: FigureId, choice: Choice | None = None) -> None:
    refs = (*cell("target", row.kunci, "nilai", "status"), *print_cells(ind))
    extra = choice.cells if choice else ()
    weak = choice.sementara if choice else False
    note = choice.alasan if choice else None
    book.data(
        fid,
        row.nilai,
        ind.satuan,
        (*refs, *extra),
        status=row.status,
        desimal=ind.desimal,
        catatan=note,
        sementara=weak,
    )
    if row.nilai_atas is not None:
        upper = FigureId("target_atas", fid.kode, fid.tahun, fid.periode, fid.dokumen)
        refs = (*cell("target", row.kunci, "nilai_atas", "status"), *print_cells(ind), *extra)
        book.data(upper, row.nilai_atas, ind.satuan, refs, status=row.status, desimal=ind.desimal, sementara=weak)


def choose(book: Ledger, ind: Indikator, rows: list[Target]) -> Choice:
    """The measured target: a recorded choice, else the latest PK, else the plan in force, else the first document."""
    tahun = rows[0].tahun
    by_document = {t.dokumen: t for t in rows}
    recorded = next(
        (
            d
            for d in book.paket.dasar_pengukuran
            if (d.indikator, d.tahun) == (ind.kode, tahun) and d.dokumen in by_document
        ),
        None,
    )
    if recorded:
        refs = cell("dasar_pengukuran", recorded.kunci, "dokumen", "status", "alasan")
        weak = recorded.status is StatusNilai.SEMENTARA
        return Choice(by_document[recorded.dokumen], refs, weak, recorded.alasan)
    for pk in latest_first(book, tahun):
        if pk.kode in by_document:
            refs = agreement_cells(pk)
            return Choice(by_document[pk.kode], refs, False, f"target perjanjian kinerja {pk.jenis.value}")
    for plan in plans_first(book, tahun):
        if plan in by_document:
            refs = cell("dokumen_rencana", plan, "jenis", "tahun_awal", "tahun_akhir")
            return Choice(by_document[plan], refs, False, "target dokumen rencana")
    first = min(by_document)
    return Choice(by_document[first], (), False, f"dokumen {first} tidak terdaftar sebagai perjanjian atau rencana")


def agreement_cells(pk: PerjanjianKinerja) -> tuple[CellRef, ...]:
    """The cells that make an agreement the one that is measured."""
    return cell("perjanjian_kinerja", pk.kunci, "tahun", "jenjang", "jenis", "tanggal")


def latest_first(book: Ledger, tahun: int) -> list[PerjanjianKinerja]:
    """The agreements of a year: the agency's own before those below it, changed before first, later before earlier."""
    jenjang = list(Jenjang)

    def rank(pk: PerjanjianKinerja) -> tuple[int, bool, str, str]:
        changed = pk.jenis is JenisPerjanjian.PERUBAHAN
        return (-jenjang.index(pk.jenjang), changed, str(pk.tanggal or ""), pk.kode)

    return sorted((p for p in book.paket.perjanjian_kinerja if p.tahun == tahun), key=rank, reverse=True)


def plans_first(book: Ledger, tahun: int) -> list[str]:
    """Codes of plan documents, Renstra before the others, those whose period holds the year before those not."""
    order = (JenisRencana.RENSTRA, JenisRencana.RENJA, JenisRencana.RPJMD, JenisRencana.RPD)

    def rank(doc: DokumenRencana) -> tuple[bool, int, int, str]:
        outside = not doc.tahun_awal <= tahun <= doc.tahun_akhir
        return (outside, order.index(doc.jenis), -doc.tahun_awal, doc.kode)

    return [doc.kode for doc in sorted(book.paket.dokumen_rencana, key=rank)]
