"""Every indicator that is reported has a target and a realised value for the year, or says why not yet."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.indikator import Indikator
from akuntabel.domain.kinerja import Realisasi
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import Periode, SumberNilai
from akuntabel.findings import LOLOS, Lewat, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import UNKNOWN_YET, measured_target, reported, survey_index, used_realisasi


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    if context.tahun is None:
        return
    for ind in reported(paket, context.tahun):
        target = measured_target(paket, ind.kode, context.tahun)
        if target is not None and (target.nilai is not None or target.status in UNKNOWN_YET):
            yield LOLOS
        elif "target" in context.tak_terbaca:
            yield Lewat("tabel target belum terbaca seluruhnya")
        else:
            yield _absent(paket, ind, "target", context.tahun, "atau tandai status tidak_berlaku")
        if _has_realisasi(paket, ind, context.tahun) or _has_index(paket, ind, context):
            yield LOLOS
        elif "realisasi" in context.tak_terbaca:
            yield Lewat("tabel realisasi belum terbaca seluruhnya")
        else:
            yield _absent(paket, ind, "realisasi", context.tahun, "atau tandai status belum_rilis")


def _has_realisasi(paket: Paket, ind: Indikator, tahun: int) -> bool:
    """A value, numerator and denominator, components, quarters, or a status that explains the blank."""
    row = used_realisasi(paket, ind.kode, tahun)
    if row is not None and (_filled(row) or row.status in UNKNOWN_YET):
        return True
    if any(n.indikator == ind.kode and n.tahun == tahun and n.nilai is not None for n in paket.nilai_komponen):
        return True
    quarters = (r for r in paket.realisasi if (r.indikator, r.tahun) == (ind.kode, tahun))
    return any(r.periode is not Periode.TAHUN and r.dipakai and _filled(r) for r in quarters)


def _has_index(paket: Paket, ind: Indikator, context: Context) -> bool:
    """Whether the realisasi is the index of the survey, and the survey gives one."""
    if ind.sumber_nilai is not SumberNilai.IKM:
        return False
    return any(tahun == context.tahun for tahun, _ in survey_index(paket, context.regulations))


def _filled(row: Realisasi) -> bool:
    return row.nilai is not None or (row.pembilang is not None and row.penyebut is not None)


def _absent(paket: Paket, ind: Indikator, what: str, tahun: int, other: str) -> Jawaban:
    kind = "IKU" if ind.iku else f"indikator {ind.tingkat.value}"
    unit = next((u.nama for u in paket.unit if u.kode == ind.penanggung_jawab), ind.penanggung_jawab)
    owner = f"; mintalah kepada {unit}" if unit else ""
    return problem(
        ind,
        "kode",
        f"{what} tahun {tahun} untuk {kind} {ind.nama} belum ada; isi tabel {what}, {other}{owner}",
        tertulis=None,
        tingkat=Tingkat.TINGGI if ind.iku else None,
    )


CHECK = Check(
    kode="PRK-KLK-02",
    judul="Setiap indikator mempunyai target dan realisasi tahun laporan",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 53/2014, lampiran II (perbandingan target dan realisasi)",
    penjelasan=(
        "Indikator tujuan dan sasaran yang berlaku, serta semua IKU, memerlukan target dan realisasi tahun "
        "laporan. Realisasi dapat dihitung dari pembilang dan penyebut, komponen, triwulan, atau indeks survei. "
        "Status belum_rilis dan tidak_berlaku diterima."
    ),
    bila_kosong="tahun laporan atau indikator belum ada",
    run=_run,
)
