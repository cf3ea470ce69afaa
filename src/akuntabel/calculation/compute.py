"""All figures of a package, stage by stage. No clock, no files: everything comes in as an argument."""

from __future__ import annotations

from decimal import Decimal, localcontext

from akuntabel.calculation import (
    anggaran,
    capaian,
    efisiensi,
    perbandingan,
    perjanjian,
    realisasi,
    realisasi_ikm,
    rekap,
    rencana_aksi,
    renstra,
    skm,
    skm_rinci,
    skm_sebaran,
    sumber_daya,
    target,
    tindak_lanjut,
    triwulan,
)
from akuntabel.calculation.ledger import Ledger, cell
from akuntabel.calculation.policy import Policy, make_policy
from akuntabel.domain.figure import FigureId, FigureSet
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import Periode
from akuntabel.regulations import Regulations, load_presets

DIGITS = 40  # working precision; printing rounds once, at the end


def compute_figures(paket: Paket, policy: Policy, regulations: Regulations, tahun: int) -> FigureSet:
    """Every figure that the package's data give, for the report year and the years it compares with."""
    with localcontext() as context:
        context.prec = DIGITS
        book = Ledger(paket, policy, regulations, tahun)
        survey_first = any(realisasi_ikm.takes_index(i) for i in paket.indikator)
        if survey_first:  # an indicator takes its realisasi from the index
            skm.compute(book)
        for ind in paket.indikator:
            target.compute(book, ind)
            realisasi.compute(book, ind)
            capaian.compute(book, ind)
            triwulan.compute(book, ind)
            perbandingan.compute(book, ind)
        anggaran.compute(book)
        _agreement_budget(book)
        perjanjian.compute(book)
        triwulan.compute_spending(book)
        triwulan.compute_counts(book)
        renstra.compute(book)
        rencana_aksi.compute(book)
        rekap.compute(book)
        efisiensi.compute(book)
        sumber_daya.compute(book)
        if not survey_first:
            skm.compute(book)
        skm_rinci.compute(book)
        skm_sebaran.compute(book)
        tindak_lanjut.compute(book)
    return FigureSet(book.figures)


def figures_of(paket: Paket, regulations: Regulations) -> tuple[Policy, FigureSet]:
    """The policy of a package with its one row of laporan, and all its figures.

    Raises ValueError, an Indonesian message, where the policy is not known.
    """
    policy = make_policy(paket.kebijakan, load_presets())
    regulations.skala(policy.skala)
    return policy, compute_figures(paket, policy, regulations, paket.laporan[0].tahun)


def index_of(paket: Paket, regulations: Regulations) -> dict[tuple[int, Periode], Decimal]:
    """The index of the survey by year and quarter, where it has a value.

    Raises ValueError where the policy is not known.
    """
    with localcontext() as context:
        context.prec = DIGITS
        book = Ledger(paket, make_policy(paket.kebijakan, load_presets()), regulations, 0)
        skm.compute(book)
        found = ((t, p, book.number(i)) for t, p, i in realisasi_ikm.index_ids(paket))
        return {(t, p): v for t, p, v in found if v is not None}


def _agreement_budget(book: Ledger) -> None:
    """The amounts of the agreements' budget lines, as signed."""
    for row in book.paket.perjanjian_anggaran:
        pk = next((p for p in book.paket.perjanjian_kinerja if p.kode == row.perjanjian), None)
        fid = FigureId("anggaran_pk", row.kode, pk.tahun if pk else book.tahun, dokumen=row.perjanjian)
        year = cell("perjanjian_kinerja", pk.kunci, "tahun") if pk else ()
        refs = (*cell("perjanjian_anggaran", row.kunci, "anggaran"), *year)
        book.data(fid, row.anggaran, "rupiah", refs, catatan=row.keterangan)
