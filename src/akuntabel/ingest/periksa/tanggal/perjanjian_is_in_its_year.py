"""An agreement is signed in its year, or in the last month before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import tanggal


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for pk in paket.perjanjian_kinerja:
        if pk.tanggal is None:
            continue
        if date(pk.tahun - 1, 12, 1) <= pk.tanggal <= date(pk.tahun, 12, 31):
            yield LOLOS
        else:
            yield problem(
                pk,
                "tanggal",
                f"perjanjian {pk.kode} tahun {pk.tahun} bertanggal {tanggal(pk.tanggal)}; "
                "apakah tahun pada tanggalnya salah tulis?",
                keyakinan=Keyakinan.MUNGKIN,
            )


CHECK = Check(
    kode="PRK-TGL-07",
    judul="Tanggal perjanjian kinerja dalam tahunnya",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 53/2014, lampiran I",
    penjelasan="Perjanjian kinerja bertanggal dalam tahun perjanjian, atau Desember tahun sebelumnya.",
    bila_kosong="tidak ada tanggal perjanjian kinerja",
    run=_run,
)
