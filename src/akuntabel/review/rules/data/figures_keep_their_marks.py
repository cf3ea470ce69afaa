"""A figure keeps its mark while its line is there: without it nobody can tell whether it was changed."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.findings import LOLOS, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Masalah
from akuntabel.review.bandingan import Bandingan
from akuntabel.review.dengan_data import DASAR, with_data


def _check(side: Bandingan) -> Iterator[Jawaban]:
    for (one, _, now), place in zip(side.nilai_data(), side.tempat, strict=True):
        if one.kini is not None:
            yield LOLOS
        elif place is None:
            yield Lewat("barisnya ikut terhapus")
        else:
            yield Masalah(
                place,
                f"tanda angka {one.figure_id} hilang, sehingga angkanya tidak dapat dibandingkan lagi; semula tercetak "
                f"{one.tercetak}",
                seharusnya=now,
                hitungan=side.hitungan.get(one.figure_id),
                saran="Bandingkan angka pada baris ini dengan data.",
            )


ATURAN = Aturan(
    kode="DTA-02",
    judul="Tanda angka masih ada",
    kelompok=Kelompok.DATA,
    tingkat=Tingkat.SEDANG,
    dasar=DASAR,
    penjelasan=(
        "Angka tanpa tanda tidak dapat dibandingkan; tanda hilang bila angkanya dihapus atau ditulis ulang. Angka "
        "yang barisnya ikut terhapus dilewati; baris itu dilaporkan DTA-05."
    ),
    bila_kosong="paket data tidak diberikan dengan --data, atau dokumen tidak memuat angka bertanda dari program",
    run=with_data(_check),
)
