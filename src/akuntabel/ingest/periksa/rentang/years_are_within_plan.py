"""Targets of a plan lie between its base year and one year after its end; those of an agreement in its own year."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.kinerja import Target
from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Lewat, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import by_key


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    plans, agreements = by_key(paket.dokumen_rencana), by_key(paket.perjanjian_kinerja)
    for row in paket.target:
        if row.dokumen in plans:
            plan = plans[row.dokumen]
            first = min(plan.tahun_dasar or plan.tahun_awal - 1, plan.tahun_awal)
            yield _judge(row, first, plan.tahun_akhir + 1, plan.nama)
        elif row.dokumen in agreements:
            year = agreements[row.dokumen].tahun
            yield _judge(row, year, year, f"perjanjian kinerja {row.dokumen}")
        else:
            yield Lewat("dokumennya tidak ditemukan (lihat PRK-ACU-01)")


def _judge(row: Target, first: int, last: int, document: str) -> Jawaban:
    if first <= row.tahun <= last:
        return LOLOS
    span = f"tahun {first}" if first == last else f"tahun {first} sampai {last}"
    return problem(
        row,
        "tahun",
        f"target {row.indikator} tahun {row.tahun} di luar jangka {document}; yang wajar {span}, "
        "periksa tahun atau kode dokumennya",
        tertulis=str(row.tahun),
    )


CHECK = Check(
    kode="PRK-RNG-05",
    judul="Tahun target berada dalam jangka dokumennya",
    tingkat=Tingkat.SEDANG,
    dasar="Permendagri 86/2017 (tabel rencana memuat tahun dasar dan satu tahun sesudah akhir periode)",
    penjelasan=(
        "Target dokumen rencana terletak antara tahun dasar dan satu tahun sesudah akhir periode; "
        "target perjanjian kinerja pada tahun perjanjian itu."
    ),
    bila_kosong="tabel target kosong",
    run=_run,
)
