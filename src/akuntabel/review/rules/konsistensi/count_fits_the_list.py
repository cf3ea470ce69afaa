"""A count that announces a list is the number of things listed."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.daftar_sebut import DaftarSebut
from akuntabel.facts.fakta import Fakta
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for listed in fakta.daftar_sebut:
        if listed.terbuka:
            yield Lewat("daftarnya terbuka (antara lain, di antaranya)")
        elif listed.angka.nilai == len(listed.butir):
            yield LOLOS
        else:
            yield _problem(listed)


def _problem(listed: DaftarSebut) -> Masalah:
    count, what = len(listed.butir), listed.angka.satuan
    return Masalah(
        proof(listed.kalimat),
        f"disebut {listed.angka.teks} {what}, sedangkan yang didaftar {count}",
        Keyakinan.MUNGKIN,
        terkait=(proof(listed.butir[0]), proof(listed.butir[-1])),
        tertulis=listed.angka.teks,
        seharusnya=str(count),
        saran=f"Lengkapi daftar atau perbaiki jumlah {what}.",
    )


ATURAN = Aturan(
    kode="KON-08",
    judul="Jumlah yang disebut sama dengan daftarnya",
    kelompok=Kelompok.KONSISTENSI,
    tingkat=Tingkat.SEDANG,
    dasar="Penghitungan ulang",
    penjelasan=(
        "Kalimat seperti 4 (empat) program yaitu: diikuti sebanyak itu butir. Daftar terbuka (antara lain, di "
        "antaranya) tidak dihitung. Selalu mungkin, karena satu butir dapat memuat beberapa hal."
    ),
    bila_kosong="tidak ada jumlah yang diikuti daftar",
    run=_run,
)
