"""Realised values: as given, from numerator and denominator, from components, or from the quarters."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.calculation import realisasi_ikm
from akuntabel.calculation.formulas import agregasi, rasio
from akuntabel.calculation.ledger import Ledger, cell
from akuntabel.calculation.target import figure_id, print_cells
from akuntabel.domain.figure import Figure, FigureId, Trace
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.kinerja import Realisasi
from akuntabel.domain.pilihan import AgregasiTriwulan, PeranKomponen, Periode

QUARTERS = (Periode.TW1, Periode.TW2, Periode.TW3, Periode.TW4)
FIRMNESS = ("status", "bulan_anggapan")  # the columns that say whether a value is provisional


def compute(book: Ledger, ind: Indikator) -> None:
    """Enter an indicator's realisations: every version, the one in use, and the year from its quarters.

    Of an indicator that is the index of the survey, the index is the one in use.
    """
    rows = sorted((r for r in book.paket.realisasi if r.indikator == ind.kode), key=lambda r: r.kunci)
    _components(book, ind)
    for row in rows:
        _enter(book, ind, row, figure_id("realisasi", ind.kode, row.tahun, row.periode, row.versi))
    if realisasi_ikm.takes_index(ind):
        realisasi_ikm.enter(book, ind)
    for row in rows:
        if row.dipakai and not _is_blank(row):
            _enter(book, ind, row, figure_id("realisasi", ind.kode, row.tahun, row.periode), used=True)
    if realisasi_ikm.takes_index(ind):
        realisasi_ikm.enter_absent(book, ind)
    component_years = {n.tahun for n in book.paket.nilai_komponen if n.indikator == ind.kode}
    for tahun in sorted({r.tahun for r in rows} | component_years):
        _from_components(book, ind, tahun)
        _from_quarters(book, ind, tahun)
    for row in rows:  # a blank row that neither components nor quarters could fill keeps its named state
        if row.dipakai:
            _enter(book, ind, row, figure_id("realisasi", ind.kode, row.tahun, row.periode), used=True)


def _is_blank(row: Realisasi) -> bool:
    """Whether a row states no value itself: components, or quarters, may still give one."""
    return row.nilai is None and (row.pembilang is None or row.penyebut is None)


def _enter(book: Ledger, ind: Indikator, row: Realisasi, fid: FigureId, *, used: bool = False) -> None:
    choice = cell("realisasi", row.kunci, "dipakai") if used else ()
    if row.nilai is None and row.pembilang is not None and row.penyebut is not None:
        _from_parts(book, ind, row, fid)
        return
    refs = (*cell("realisasi", row.kunci, "nilai", *FIRMNESS), *choice, *print_cells(ind))
    book.data(
        fid, row.nilai, ind.satuan, refs, status=row.status, desimal=ind.desimal, catatan=row.keterangan,
        sementara=bool(row.bulan_anggapan),
    )  # fmt: skip


def _from_parts(book: Ledger, ind: Indikator, row: Realisasi, fid: FigureId) -> None:
    """A ratio from the numerator and denominator of the row."""
    assert row.pembilang is not None
    assert row.penyebut is not None
    parts = []
    for name, value in (("pembilang", row.pembilang), ("penyebut", row.penyebut)):
        part = FigureId("komponen", f"{ind.kode}:{name}", fid.tahun, fid.periode, fid.dokumen or row.versi)
        refs = cell("realisasi", row.kunci, name, *FIRMNESS)
        book.data(part, value, "", refs, status=row.status, sementara=bool(row.bulan_anggapan))
        parts.append(part)
    one = Decimal(1)
    result = rasio.compute(((row.pembilang, one),), ((row.penyebut, one),), persen=is_percent(ind))
    refs = (*cell("realisasi", row.kunci, "nilai", "dipakai"), *print_cells(ind))
    book.computed(fid, result, rasio.RUMUS, ind.satuan, parts, desimal=ind.desimal, cells=refs)


def is_percent(ind: Indikator) -> bool:
    """Whether an indicator's unit is percent; a ratio of any other unit is not multiplied by 100."""
    return ind.satuan.casefold().startswith("persen") or "%" in ind.satuan


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
                (v, Decimal(1) if k.bobot is None else k.bobot)
                for k, v in zip(parts, values, strict=True)
                if k.peran is role and v is not None
            )
            for role in PeranKomponen
        }
        addends = by_role[PeranKomponen.PENAMBAH]
        if addends and not by_role[PeranKomponen.PENYEBUT]:
            result = rasio.compute_sum(addends)
        else:
            top, bottom = by_role[PeranKomponen.PEMBILANG] + addends, by_role[PeranKomponen.PENYEBUT]
            result = rasio.compute(top, bottom, persen=is_percent(ind))
        refs = [*(c for k in parts for c in cell("komponen", k.kunci, "peran", "bobot")), *print_cells(ind)]
        book.computed(target, result, rasio.RUMUS, ind.satuan, ids, desimal=ind.desimal, cells=refs)


def _from_quarters(book: Ledger, ind: Indikator, tahun: int) -> None:
    """The year from its filled quarters, when no yearly value stands in the data."""
    target = figure_id("realisasi", ind.kode, tahun)
    if book.get(target) is not None:
        return
    ids = [figure_id("realisasi", ind.kode, tahun, q) for q in QUARTERS]
    filled = [f for i in ids if (f := book.get(i)) is not None and f.value is not None]
    if not filled:
        return
    how = ind.agregasi_triwulan or AgregasiTriwulan.POSISI_AKHIR
    refs = cell("indikator", ind.kunci, "agregasi_triwulan", "kumulatif")
    names = ", ".join(str(f.id.periode).upper().replace("TW", "TW ") for f in filled)
    note = f"hanya dari triwulan yang terisi: {names}" if len(filled) < len(QUARTERS) else None
    values = tuple(f.number for f in filled if f.number is not None)
    if len(values) < len(filled):  # ranks, dates and answers have no sum
        _last_position(book, target, filled[-1], note)
        return
    result = agregasi.compute(values, how, bool(ind.kumulatif))
    used = [f.id for f in filled]
    book.computed(
        target, result, agregasi.RUMUS, ind.satuan, used, desimal=ind.desimal, cells=refs, catatan=note
    )  # fmt: skip


def _last_position(book: Ledger, fid: FigureId, last: Figure, note: str | None) -> None:
    """The year of a value that is no number: where its last filled quarter stands."""
    trace = Trace(agregasi.RUMUS.kode, inputs=(last.id,), dasar=(agregasi.RUMUS.dasar,), catatan=note)
    book.put(Figure(fid, last.value, last.satuan, trace, last.keadaan, last.desimal, last.sementara))
