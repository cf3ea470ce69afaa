"""Rows of another agency are kept and never printed; each table says once how many it holds."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import Asal
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for table in ("permasalahan", "sarana"):
        rows = paket.rows(table)
        foreign = [r for r in rows if getattr(r, "asal", None) is Asal.INSTANSI_LAIN]
        if foreign:
            yield problem(
                foreign[0],
                "asal",
                f"{len(foreign)} dari {len(rows)} baris tabel {table} bertanda milik instansi lain dan tidak dicetak; "
                "ganti dengan data sendiri atau hapus bila tidak diperlukan",
                terkait=[(r, "asal") for r in foreign[1:]],
            )
        elif rows:
            yield LOLOS


CHECK = Check(
    kode="PRK-IDN-06",
    judul="Baris milik instansi lain diketahui",
    tingkat=Tingkat.RENDAH,
    dasar="Skema paket data Akuntabel",
    penjelasan=(
        "Baris yang disalin dari laporan instansi lain disimpan dengan tanda asal, tidak dicetak, dan disebut satu "
        "kali per tabel."
    ),
    bila_kosong="tabel permasalahan dan sarana kosong",
    run=_run,
)
