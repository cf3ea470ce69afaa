"""Every indicator of tujuan and sasaran has the plan's target of the year: reports compare the promise with it."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import Tingkatan
from akuntabel.findings import LOLOS, Lewat, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import UNKNOWN_YET, renstra_codes, renstra_target, reported


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    year = context.tahun
    if year is None or not renstra_codes(paket, year):
        return
    for ind in (i for i in reported(paket, year) if i.tingkat in (Tingkatan.TUJUAN, Tingkatan.SASARAN)):
        target = renstra_target(paket, ind.kode, year)
        if target is not None and (target.nilai is not None or target.status in UNKNOWN_YET):
            yield LOLOS
        elif "target" in context.tak_terbaca:
            yield Lewat("tabel target belum terbaca seluruhnya")
        else:
            yield problem(
                ind,
                "kode",
                f"target Renstra tahun {year} untuk {ind.nama} belum ada; isi tabel target dengan dokumen Renstra, "
                "atau tandai status tidak_berlaku",
                tertulis=None,
            )


CHECK = Check(
    kode="PRK-KLK-14",
    judul="Setiap indikator sasaran mempunyai target Renstra tahun laporan",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 53/2014, lampiran II (perbandingan dengan dokumen perencanaan strategis)",
    penjelasan=(
        "Bila Renstra yang berlaku tercatat, target tahun laporan setiap indikator tujuan dan sasaran dicatat "
        "menurut Renstra itu, juga bila perjanjian kinerja memuat target lain."
    ),
    bila_kosong="Renstra yang berlaku pada tahun laporan atau indikator sasaran belum ada",
    run=_run,
)
