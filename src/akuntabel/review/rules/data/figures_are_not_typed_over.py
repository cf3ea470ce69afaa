"""A figure of the document reads as it was printed, or as the data give it now."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.findings import LOLOS, Lewat, Terkait, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Masalah
from akuntabel.review.bandingan import AngkaCetak, Bandingan
from akuntabel.review.dengan_data import DASAR, NOWHERE, TANPA_TANDA, with_data


def _check(side: Bandingan) -> Iterator[Jawaban]:
    for (one, printed, now), place in zip(side.nilai_data(), side.tempat, strict=True):
        if one.kini is None:
            yield Lewat(TANPA_TANDA)
        elif one.kini in (printed, now):
            yield LOLOS
        else:
            yield _by_hand(side, one, now, place or NOWHERE)


def _by_hand(side: Bandingan, one: AngkaCetak, now: str | None, place: Terkait) -> Masalah:
    since = "" if now == one.tercetak else f"; data sekarang memberi {now or 'tidak ada angka ini lagi'}"
    written = f"menjadi {one.kini}" if one.kini else "hingga hilang"
    return Masalah(
        place,
        f"angka {one.figure_id} diubah dengan tangan dari {one.tercetak} {written}{since}",
        tertulis=one.kini or None,
        seharusnya=now,
        hitungan=side.hitungan.get(one.figure_id),
        saran="Ubah datanya, lalu susun ulang dokumennya; atau kembalikan angkanya.",
    )


ATURAN = Aturan(
    kode="DTA-01",
    judul="Angka tidak diubah dengan tangan",
    kelompok=Kelompok.DATA,
    tingkat=Tingkat.TINGGI,
    dasar=DASAR,
    penjelasan=(
        "Setiap angka yang disusun program dibandingkan dengan yang dahulu tercetak dan yang kini dihitung dari "
        "data. Angka yang diganti menjadi nilai yang kini diberikan data tidak dipersoalkan. Angka yang tandanya "
        "hilang dilewati; lihat DTA-02."
    ),
    bila_kosong="paket data tidak diberikan dengan --data, atau dokumen tidak memuat angka bertanda dari program",
    run=with_data(_check),
)
