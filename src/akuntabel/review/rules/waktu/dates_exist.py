"""Days are days of the calendar."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for day in fakta.hari:
        swapped = "/" in day.teks and 12 < day.bulan <= 31 and day.hari <= 12
        if day.mungkin:
            yield LOLOS
        else:
            yield Masalah(
                proof(day),
                f"tanggal {day.teks} tidak ada pada kalender",
                Keyakinan.MUNGKIN if swapped else Keyakinan.PASTI,
                tertulis=day.teks,
                dugaan_penyebab="Bulan ditulis sebelum hari." if swapped else None,
            )


ATURAN = Aturan(
    kode="WKT-04",
    judul="Tanggal ada pada kalender",
    kelompok=Kelompok.WAKTU,
    tingkat=Tingkat.SEDANG,
    dasar="Kalender",
    penjelasan=(
        "Tanggal lengkap dalam kalimat dan tabel ialah hari yang ada, termasuk 29 Februari hanya pada tahun kabisat. "
        "Tanggal berangka yang mungkin ditulis bulan lebih dahulu disebut 'mungkin'."
    ),
    bila_kosong="tidak ada tanggal lengkap",
    run=_run,
)
