"""How many things a sentence counts is how many the table that it names holds."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.hitungan_tabel import HitunganTabel, read_table_counts
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for one in read_table_counts(fakta.kalimat, fakta.tabel):
        yield LOLOS if one.banyak in one.mungkin else _problem(one)


def _problem(one: HitunganTabel) -> Masalah:
    held = " atau ".join(str(n) for n in dict.fromkeys(one.mungkin))
    return Masalah(
        proof(one.kalimat),
        f"disebut '{one.teks} {one.hal}', sedangkan {one.tabel.nama} yang dirujuknya memuat {held}",
        Keyakinan.MUNGKIN,
        terkait=(proof(one.tabel),),
        tertulis=one.teks,
        seharusnya=held if len(set(one.mungkin)) == 1 else None,
        hitungan=f"{held} {one.hal} pada {one.tabel.nama}",
        saran=f"Samakan banyaknya {one.hal} dengan tabelnya.",
    )


ATURAN = Aturan(
    kode="KON-17",
    judul="Banyaknya yang disebut sama dengan isi tabel yang dirujuk",
    kelompok=Kelompok.KONSISTENSI,
    tingkat=Tingkat.SEDANG,
    dasar="Penghitungan ulang",
    penjelasan=(
        "Kalimat yang merujuk satu tabel dengan nomornya dan menyebut banyaknya sesuatu ('2 program dan 11 kegiatan "
        "sebagaimana Tabel 2.3') dibandingkan dengan kolom jumlahnya, atau dengan banyaknya baris berbeda pada kolom "
        "yang kepalanya hal itu. Hitungan sebagian ('dari', 'masing-masing') dan tabel bertingkat dilewati. Selalu "
        "mungkin, karena tabel dapat memuat sebagian saja."
    ),
    bila_kosong="tidak ada kalimat yang menghitung isi tabel yang dirujuknya",
    run=_run,
)
