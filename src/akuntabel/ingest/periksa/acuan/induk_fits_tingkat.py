"""The parent of an indicator stands in the table that its level names."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Lewat, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem

_TABLES = ("tujuan", "sasaran", "program", "kegiatan", "subkegiatan")


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    keys = {table: {r.kunci for r in paket.rows(table)} for table in _TABLES}
    for ind in paket.indikator:
        holders = [table for table in _TABLES if ind.induk in keys[table]]
        if not holders:
            yield Lewat("induknya tidak ditemukan (lihat PRK-ACU-01)")
        elif ind.tingkat.value in holders:
            yield LOLOS
        else:
            yield problem(
                ind,
                "tingkat",
                f"indikator {ind.kode} bertingkat {ind.tingkat.value}, tetapi induknya '{ind.induk}' adalah "
                f"{holders[0]}; "
                f"ubah tingkat menjadi {holders[0]} atau pilih induk pada tabel {ind.tingkat.value}",
                terkait=[(ind, "induk")],
            )


CHECK = Check(
    kode="PRK-ACU-04",
    judul="Induk indikator sesuai dengan tingkatnya",
    tingkat=Tingkat.TINGGI,
    dasar="Skema paket data Akuntabel",
    penjelasan="Indikator bertingkat sasaran berinduk pada sasaran, indikator program pada program, dan seterusnya.",
    bila_kosong="tabel indikator kosong",
    run=_run,
)
