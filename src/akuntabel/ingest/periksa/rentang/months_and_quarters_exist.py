"""Months are 1 to 12, quarters 1 to 4."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem

_COLUMNS = (
    ("realisasi", "bulan_survei", 12),
    ("pembanding", "bulan", 12),
    ("realisasi_anggaran", "bulan", 12),
    ("skm_periode", "bulan_awal", 12),
    ("skm_periode", "bulan_akhir", 12),
    ("monev", "triwulan", 4),
    ("rtl", "triwulan", 4),
)


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for table, column, last in _COLUMNS:
        for row in paket.rows(table):
            value = getattr(row, column)
            if value is None:
                continue
            if 1 <= value <= last:
                yield LOLOS
            else:
                unit = "bulan" if last == 12 else "triwulan"
                yield problem(row, column, f"{value} bukan {unit}; tulis 1 sampai {last}")


CHECK = Check(
    kode="PRK-RNG-02",
    judul="Bulan dan triwulan ada dalam kalender",
    tingkat=Tingkat.TINGGI,
    dasar="Kewajaran nilai",
    penjelasan="Bulan ditulis 1 sampai 12, triwulan 1 sampai 4.",
    bila_kosong="tidak ada bulan atau triwulan yang terisi",
    run=_run,
)
