"""The name of an indicator holds one measure: a second measuring word or verb after 'dan' is asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem

_MEASURE = r"persentase|jumlah|tingkat|nilai|indeks|rasio|cakupan|angka|rata-rata|laju|proporsi"
_TWO = re.compile(
    rf"\b(?:{_MEASURE})\b.*\b(?:dan|serta)\s+(?:{_MEASURE})\b|\byang\s+(?:di|ter|ber|me)\w+.*\b(?:dan|serta)\s+(?:di|ter|ber|me)\w{{4,}}",
    re.IGNORECASE,
)


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for ind in paket.indikator:
        if not _TWO.search(ind.nama):
            yield LOLOS
        else:
            text = f"'{ind.nama}' tampaknya memuat dua ukuran; apakah sebaiknya dipisah menjadi dua indikator?"
            yield problem(ind, "nama", text, keyakinan=Keyakinan.MUNGKIN)


CHECK = Check(
    kode="PRK-MTU-01",
    judul="Satu indikator memuat satu ukuran",
    tingkat=Tingkat.RENDAH,
    dasar="PermenPANRB 88/2021, kriteria SMART",
    penjelasan=(
        "Nama indikator yang memuat dua kata ukuran ('persentase ... dan jumlah ...') atau dua kata kerja ('yang "
        "dilatih dan "
        "ditempatkan') ditanyakan. Kata 'dan' di antara dua benda ('sarana dan prasarana') tidak dipersoalkan."
    ),
    bila_kosong="tabel indikator kosong",
    run=_run,
)
