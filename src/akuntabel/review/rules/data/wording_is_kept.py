"""A line of the document reads as it is composed, besides its figures."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.findings import LOLOS, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Masalah
from akuntabel.review.bandingan import FIGURE, Bandingan, BarisTeks, same_wording
from akuntabel.review.dengan_data import DASAR, certainty, with_data


def _check(side: Bandingan) -> Iterator[Jawaban]:
    for want, have in side.pasangan:
        if want is None or have is None:
            continue
        if same_wording(want, have):
            yield LOLOS
            continue
        old, new = _difference(want, have)
        yield Masalah(
            have.bukti,
            f"teks diubah: '{old}' menjadi '{new}'" if old and new else _one_sided(old, new),
            certainty(side),
            tertulis=new or None,
            seharusnya=old or None,
            saran="Bila perubahan ini benar, tulis pada narasi paket; kalau tidak, kembalikan.",
        )


def _one_sided(old: str, new: str) -> str:
    return f"teks ditambah: '{new}'" if new else f"teks dihapus: '{old}'"


def _difference(want: BarisTeks, have: BarisTeks) -> tuple[str, str]:
    """The words that differ, from the first to the last, figures as they are read."""
    old, new = want.kunci.split(), have.kunci.split()
    front = 0
    while front < min(len(old), len(new)) and old[front] == new[front]:
        front += 1
    back = 0
    while back < min(len(old), len(new)) - front and old[-1 - back] == new[-1 - back]:
        back += 1
    return _plain(old[front : len(old) - back]), _plain(new[front : len(new) - back])


def _plain(words: list[str]) -> str:
    return FIGURE.sub(r"[\1]", " ".join(words))


ATURAN = Aturan(
    kode="DTA-04",
    judul="Kata-kata tidak diubah",
    kelompok=Kelompok.DATA,
    tingkat=Tingkat.SEDANG,
    dasar=DASAR,
    penjelasan=(
        "Setiap alinea dan baris tabel dibandingkan dengan yang disusun dari data sekarang, di luar angkanya. Hanya "
        "mungkin bila data berubah sesudah dokumen disusun, karena kalimatnya dapat ikut berubah."
    ),
    bila_kosong="paket data tidak diberikan dengan --data",
    run=with_data(_check),
)
