"""A value is released after its survey month, and before the report that uses it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from akuntabel.domain.kinerja import Pembanding, Realisasi
from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import tanggal


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for row in paket.realisasi:
        if row.tanggal_rilis is not None:
            yield _judge(row, row.tanggal_rilis, row.bulan_survei, context)
    for other in paket.pembanding:
        if other.tanggal_rilis is not None:
            yield _judge(other, other.tanggal_rilis, other.bulan, context)


def _judge(row: Realisasi | Pembanding, released: date, month: int | None, context: Context) -> Jawaban:
    start = date(row.tahun, month if month is not None and 1 <= month <= 12 else 1, 1)
    if released < start:
        text = (
            f"nilai {row.indikator} tahun {row.tahun} dirilis {tanggal(released)}, "
            f"sebelum bulan surveinya ({tanggal(start)}); periksa tahun rilis atau bulan survei"
        )
        return problem(row, "tanggal_rilis", text)
    if context.tanggal is not None and released > context.tanggal:
        text = (
            f"nilai {row.indikator} tahun {row.tahun} dirilis {tanggal(released)}, sesudah tanggal laporan "
            f"{tanggal(context.tanggal)}; apakah laporan memang memuat nilai yang terbit kemudian?"
        )
        return problem(row, "tanggal_rilis", text, keyakinan=Keyakinan.MUNGKIN)
    return LOLOS


CHECK = Check(
    kode="PRK-TGL-05",
    judul="Tanggal rilis sesudah survei dan sebelum laporan",
    tingkat=Tingkat.SEDANG,
    dasar="Kewajaran nilai",
    penjelasan=(
        "Nilai tidak mungkin dirilis sebelum bulan surveinya; nilai yang dirilis sesudah tanggal laporan ditanyakan."
    ),
    bila_kosong="tidak ada tanggal rilis",
    run=_run,
)
