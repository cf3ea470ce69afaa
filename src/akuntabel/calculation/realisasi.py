"""Realised values: as given, from numerator and denominator, from components, or from the quarters."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.calculation.formulas import agregasi, rasio
from akuntabel.calculation.ledger import Ledger, cell
from akuntabel.calculation.target import figure_id
from akuntabel.domain.figure import FigureId
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.kinerja import Realisasi
from akuntabel.domain.pilihan import AgregasiTriwulan, PeranKomponen, Periode

QUARTERS = (Periode.TW1, Periode.TW2, Periode.TW3, Periode.TW4)


def compute(book: Ledger, ind: Indikator) -> None:
    """Enter an indicator's realisations: every version, the one in use, and the year from its quarters."""
    rows = [r for r in book.paket.realisasi if r.indikator == ind.kode]
    _components(book, ind)
    for row in rows:
        _enter(book, ind, row, figure_id("realisasi", ind.kode, row.tahun, row.periode, row.versi))
    for row in rows:
        if row.dipakai and not _is_blank_year(row):
            _enter(book, ind, row, figure_id("realisasi", ind.kode, row.tahun, row.periode), used=True)
    component_years = {n.tahun for n in book.paket.nilai_komponen if n.indikator == ind.kode}
    for tahun in sorted({r.tahun for r in rows} | component_years):
        _from_components(book, ind, tahun)
        _from_quarters(book, ind, tahun)
    for row in rows:  # a blank year that neither components nor quarters could fill keeps its named state
        if row.dipakai:
            _enter(book, ind, row, figure_id("realisasi", ind.kode, row.tahun, row.periode), used=True)


def _is_blank_year(row: Realisasi) -> bool:
    return row.periode is Periode.TAHUN and row.nilai is None and (row.pembilang is None or row.penyebut is None)


def _enter(book: Ledger, ind: Indikator, row: Realisasi, fid: FigureId, *, used: bool = False) -> None:
    choice = cell("realisasi", row.kunci, "dipakai") if used else ()
    if row.nilai is None and row.pembilang is not None and row.penyebut is not None:
        _from_parts(book, ind, row, fid)
        return
    refs = cell("realisasi", row.kunci, "nilai", "status")
    book.data(
        fid, row.nilai, ind.satuan, (*refs, *choice), status=row.status, desimal=ind.desimal, catatan=row.keterangan
    )


def _from_parts(book: Ledger, ind: Indikator, row: Realisasi, fid: FigureId) -> None:
    """A ratio from the numerator and denominator of the row."""
    assert row.pembilang is not None
    assert row.penyebut is not None
    parts = []
    for name, value in (("pembilang", row.pembilang), ("penyebut", row.penyebut)):
        part = FigureId("komponen", f"{ind.kode}:{name}", fid.tahun, fid.periode, fid.dokumen or row.versi)
        book.data(part, value, "", cell("realisasi", row.kunci, name, "status"), status=row.status)
        parts.append(part)
    one = Decimal(1)
    result = rasio.compute(((row.pembilang, one),), ((row.penyebut, one),))
    refs = cell("realisasi", row.kunci, "dipakai")
    book.computed(fid, result, rasio.RUMUS, ind.satuan, parts, desimal=ind.desimal, cells=refs)


def _components(book: Ledger, ind: Indikator) -> None:
    for row in book.paket.nilai_komponen:
        if row.indikator == ind.kode:
            fid = figure_id("komponen", f"{ind.kode}:{row.komponen}", row.tahun, row.periode)
            book.data(fid, row.nilai, "", cell("nilai_komponen", row.kunci, "nilai", "status"), status=row.status)


def _from_components(book: Ledger, ind: Indikator, tahun: int) -> None:
    """The year (and each quarter) from the formula's components, when all of them have values."""
    parts = [k for k in book.paket.komponen if k.indikator == ind.kode]
    for periode in (*QUARTERS, Periode.TAHUN):
        target = figure_id("realisasi", ind.kode, tahun, periode)
        if not parts or book.get(target) is not None:
            continue
        ids = [figure_id("komponen", f"{ind.kode}:{k.kode}", tahun, periode) for k in parts]
        values = [book.number(i) for i in ids]
        if any(v is None for v in values):
            continue
        by_role = {
            role: tuple(
                (v, k.bobot or Decimal(1))
                for k, v in zip(parts, values, strict=True)
                if k.peran is role and v is not None
            )
            for role in PeranKomponen
        }
        addends = by_role[PeranKomponen.PENAMBAH]
        if addends and not by_role[PeranKomponen.PENYEBUT]:
            result = rasio.compute_sum(addends)
        else:
            result = rasio.compute(by_role[PeranKomponen.PEMBILANG] + addends, by_role[PeranKomponen.PENYEBUT])
        refs = [c for k in parts for c in cell("komponen", k.kunci, "peran", "bobot")]
        book.computed(target, result, rasio.RUMUS, ind.satuan, ids, desimal=ind.desimal, cells=refs)


def _from_quarters(book: Ledger, ind: Indikator, tahun: int) -> None:
    """The year from its filled quarters, when no yearly value stands in the data."""
    target = figure_id("realisasi", ind.kode, tahun)
    if book.get(target) is not None:
        return
    ids = [i for q in QUARTERS if book.number(i := figure_id("realisasi", ind.kode, tahun, q)) is not None]
    if not ids:
        return
    values = tuple(v for i in ids if (v := book.number(i)) is not None)
    how = ind.agregasi_triwulan or AgregasiTriwulan.POSISI_AKHIR
    result = agregasi.compute(values, how, bool(ind.kumulatif))
    refs = cell("indikator", ind.kunci, "agregasi_triwulan", "kumulatif")
    book.computed(target, result, agregasi.RUMUS, ind.satuan, ids, desimal=ind.desimal, cells=refs)
