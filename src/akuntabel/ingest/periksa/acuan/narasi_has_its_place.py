"""Every passage of own text names a place that a report has: else it would silently not be printed."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from akuntabel.domain.catatan import AWALAN_NARASI, TEMPAT_NARASI
from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    groups = [f"{AWALAN_NARASI}{row.kunci.lower()}" for row in (*paket.tujuan, *paket.sasaran)]
    known = [*TEMPAT_NARASI, *groups]
    for row in paket.narasi:
        if row.kode in known:
            yield LOLOS
            continue
        close = get_close_matches(row.kode, known, n=1, cutoff=0.6)
        text = f"kode narasi '{row.kode}' tidak dikenal sehingga teksnya tidak tercetak; tulis "
        yield problem(row, "kode", text + (close[0] if close else f"salah satu dari {', '.join(known)}"))


CHECK = Check(
    kode="PRK-ACU-12",
    judul="Narasi mempunyai tempat pada laporan",
    tingkat=Tingkat.TINGGI,
    dasar="Susunan laporan kinerja Akuntabel",
    penjelasan=(
        "Teks dengan kode yang tidak dikenal tidak tercetak di mana pun. Narasi pembuka analisis setiap tujuan dan "
        f"sasaran berkode {AWALAN_NARASI} diikuti kodenya dalam huruf kecil, misalnya {AWALAN_NARASI}s1."
    ),
    bila_kosong="tabel narasi kosong",
    run=_run,
)
