"""What was realised lies in the report year or before, never after it."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem

_TABLES = (
    ("realisasi", "nilai"), ("realisasi_anggaran", "realisasi"), ("jumlah_realisasi", "realisasi"),
    ("pendapatan", "realisasi"),
    ("nilai_komponen", "nilai"), ("pembanding", "nilai"), ("skm_periode", "responden"), ("skm_tahunan", "indeks"),
)  # fmt: skip


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    if context.tahun is None:
        return
    for table, column in _TABLES:
        for row in paket.rows(table):
            year = getattr(row, "tahun", context.tahun)
            if getattr(row, column) is None:
                continue
            if year <= context.tahun:
                yield LOLOS
            else:
                text = (
                    f"{column} tahun {year} sudah terisi, padahal laporan ini tahun {context.tahun}; periksa tahunnya"
                )
                yield problem(row, "tahun", text, tertulis=str(year))


CHECK = Check(
    kode="PRK-RNG-06",
    judul="Realisasi tidak mendahului tahun laporan",
    tingkat=Tingkat.TINGGI,
    dasar="Kewajaran nilai",
    penjelasan=(
        "Realisasi kinerja, anggaran, pendapatan, survei, dan pembanding bertahun sama dengan atau sebelum tahun "
        "laporan."
    ),
    bila_kosong="tahun laporan atau nilai realisasi belum ada",
    run=_run,
)
