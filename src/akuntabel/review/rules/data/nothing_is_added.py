"""Every line of the document is composed from the data."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.findings import LOLOS, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Masalah
from akuntabel.review.bandingan import Bandingan
from akuntabel.review.dengan_data import DASAR, certainty, with_data


def _check(side: Bandingan) -> Iterator[Jawaban]:
    for want, have in side.pasangan:
        if have is None:
            continue
        if want is not None:
            yield LOLOS
            continue
        yield Masalah(
            have.bukti,
            "baris ini tidak disusun dari data",
            certainty(side),
            tertulis=have.teks,
            saran="Bila baris ini perlu, tulis pada narasi paket agar ikut tersusun kembali.",
        )


ATURAN = Aturan(
    kode="DTA-06",
    judul="Tidak ada baris di luar data",
    kelompok=Kelompok.DATA,
    tingkat=Tingkat.RENDAH,
    dasar=DASAR,
    penjelasan=(
        "Alinea atau baris tabel yang ditambahkan pada dokumen tidak ikut bila dokumen disusun ulang. Hanya mungkin "
        "bila data berubah sesudah dokumen disusun."
    ),
    bila_kosong="paket data tidak diberikan dengan --data",
    run=with_data(_check),
)
