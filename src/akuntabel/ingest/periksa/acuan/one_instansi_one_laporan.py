"""The tables instansi and laporan have one row each."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Lewat, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, missing, problem


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for table in ("instansi", "laporan"):
        rows = paket.rows(table)
        if len(rows) == 1:
            yield LOLOS
        elif not rows and table in context.tak_terbaca:
            yield Lewat(f"tabel {table} belum terbaca")
        elif not rows:
            yield missing(table, "", "belum diisi; isi satu baris, karena tanpa itu laporan tidak dapat disusun")
        else:
            key = rows[0].KUNCI[0]
            yield problem(
                rows[1],
                key,
                f"tabel {table} berisi {len(rows)} baris, padahal satu paket memuat satu {table}; "
                "pindahkan baris lain ke paketnya sendiri",
                terkait=[(r, key) for r in rows if r is not rows[1]],
            )


CHECK = Check(
    kode="PRK-ACU-05",
    judul="Instansi dan laporan masing-masing satu baris",
    tingkat=Tingkat.TINGGI,
    dasar="Skema paket data Akuntabel",
    penjelasan="Satu paket memuat satu instansi dan satu tahun laporan.",
    bila_kosong="",
    run=_run,
)
