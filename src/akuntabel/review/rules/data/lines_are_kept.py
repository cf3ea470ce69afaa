"""A line that the data give is still in the document."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.findings import LOLOS, Lokasi, Terkait, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Masalah
from akuntabel.review.bandingan import Bandingan, BarisTeks
from akuntabel.review.dengan_data import DASAR, certainty, with_data


def _check(side: Bandingan) -> Iterator[Jawaban]:
    before: BarisTeks | None = None
    for want, have in side.pasangan:
        before = have or before
        if want is None:
            continue
        if have is not None:
            yield LOLOS
            continue
        place = Lokasi(baris=(before.baris,)) if before else Lokasi(baris=(1,))
        yield Masalah(
            Terkait(want.teks, place),
            "sesudah baris ini ada baris yang dihapus",
            certainty(side),
            seharusnya=want.teks,
            saran="Kembalikan baris itu, atau susun ulang dokumen dari data.",
        )


ATURAN = Aturan(
    kode="DTA-05",
    judul="Baris yang disusun dari data masih ada",
    kelompok=Kelompok.DATA,
    tingkat=Tingkat.SEDANG,
    dasar=DASAR,
    penjelasan=(
        "Alinea atau baris tabel yang disusun dari data tidak ditemukan lagi pada dokumen. Hanya mungkin bila data "
        "berubah sesudah dokumen disusun."
    ),
    bila_kosong="paket data tidak diberikan dengan --data",
    run=with_data(_check),
)
