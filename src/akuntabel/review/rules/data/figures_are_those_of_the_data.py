"""The data give the same figure now as the document prints."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.findings import LOLOS, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Masalah
from akuntabel.review.bandingan import Bandingan
from akuntabel.review.dengan_data import DASAR, NOWHERE, TANPA_TANDA, with_data


def _check(side: Bandingan) -> Iterator[Jawaban]:
    for (one, printed, now), place in zip(side.nilai_data(), side.tempat, strict=True):
        if one.kini is None:
            yield Lewat(TANPA_TANDA)
        elif now == printed or one.kini != printed:
            yield LOLOS
        else:
            gives = f"memberi {now}" if now is not None else "tidak lagi mencetak angka ini"
            yield Masalah(
                place or NOWHERE,
                f"angka {one.figure_id} tercetak {printed}, sedangkan data sekarang {gives}",
                tertulis=printed,
                seharusnya=now,
                hitungan=side.hitungan.get(one.figure_id),
                saran="Susun ulang dokumen dari data yang sekarang.",
            )


ATURAN = Aturan(
    kode="DTA-03",
    judul="Angka dokumen sama dengan data sekarang",
    kelompok=Kelompok.DATA,
    tingkat=Tingkat.TINGGI,
    dasar=DASAR,
    penjelasan=(
        "Data yang berubah sesudah dokumen disusun membuat angka yang tidak disentuh pun tidak berlaku lagi. Angka "
        "yang diubah dengan tangan dilaporkan DTA-01 saja."
    ),
    bila_kosong="paket data tidak diberikan dengan --data, atau dokumen tidak memuat angka bertanda dari program",
    run=with_data(_check),
)
