"""A count that announces a list is the number of things listed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.doctree.naskah import FormatNaskah
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
            pages = fakta.naskah.format is FormatNaskah.PDF  # a page's end may hide an item
            yield _problem(listed, sure=_each_is_one(listed) and not pages)


def _problem(listed: DaftarSebut, *, sure: bool) -> Masalah:
    count, what = len(listed.butir), listed.angka.satuan
    return Masalah(
        proof(listed.kalimat),
        f"disebut {listed.angka.teks} {what}, sedangkan yang didaftar {count}",
        Keyakinan.PASTI if sure else Keyakinan.MUNGKIN,
        terkait=(proof(listed.butir[0]), proof(listed.butir[-1])),
        tertulis=listed.angka.teks,
        seharusnya=str(count),
        saran=f"Lengkapi daftar atau perbaiki jumlah {what}.",
    )


def _each_is_one(listed: DaftarSebut) -> bool:
    """Whether each item begins with the counted word, so that none holds several, and the count is written twice."""
    word = listed.angka.satuan.split(" ")[0]
    named = [re.match(rf"\W*{re.escape(word)}\b", b.isi, re.IGNORECASE) for b in listed.butir]
    several = [re.search(rf",|;|\bdan {re.escape(word)}\b", b.isi.rstrip(" .;,"), re.IGNORECASE) for b in listed.butir]
    return bool(listed.angka.kurung) and all(named) and not any(several)


ATURAN = Aturan(
    kode="KON-08",
    judul="Jumlah yang disebut sama dengan daftarnya",
    kelompok=Kelompok.KONSISTENSI,
    tingkat=Tingkat.SEDANG,
    dasar="Penghitungan ulang",
    penjelasan=(
        "Kalimat seperti 4 (empat) program yaitu: diikuti sebanyak itu butir. Daftar terbuka (antara lain, di "
        "antaranya) tidak dihitung. Mungkin, karena satu butir dapat memuat beberapa hal; pasti bila setiap butir "
        "diawali kata yang dihitung dan jumlahnya ditulis dengan angka dan kata."
    ),
    bila_kosong="tidak ada jumlah yang diikuti daftar",
    run=_run,
)
