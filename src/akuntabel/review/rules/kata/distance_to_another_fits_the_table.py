"""How far the own value lies above or below somebody else's is what the table beside the sentence shows."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.bahasa.angka import format_number
from akuntabel.facts.banding_baris_kalimat import BandingBaris, read_row_comparisons
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.jumlahan import value_of
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.selip import slip


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    names = [n for n in (fakta.identitas.lengkap, fakta.identitas.daerah, fakta.identitas.instansi) if n]
    for one in read_row_comparisons(fakta.kalimat, fakta.tabel, names):
        distance = value_of(one.sendiri) - value_of(one.lain)
        cells = [c.angka for c in (one.sendiri, one.lain) if c.angka]
        slack = sum((n.ketelitian / 2 for n in cells), one.angka.ketelitian / 2)
        fits = abs(abs(distance) - (one.angka.nilai or 0)) <= slack
        yield LOLOS if fits and (distance > 0) is one.atas else _problem(one)


def _problem(one: BandingBaris) -> Masalah:
    distance = value_of(one.sendiri) - value_of(one.lain)
    right = "lebih tinggi" if distance > 0 else "lebih rendah" if distance < 0 else "sama"
    sum_ = f"{one.sendiri.teks} − {one.lain.teks} = {format_number(distance)}"
    return Masalah(
        proof(one.kalimat),
        f"disebut '{one.kata}' {one.angka.teks} daripada {one.nama}, sedangkan menurut {one.tabel.nama} {right} "
        f"{format_number(abs(distance))} ({sum_})",
        Keyakinan.PASTI,
        terkait=(proof(one.sendiri, one.tabel), proof(one.lain, one.tabel)),
        tertulis=one.angka.teks,
        seharusnya=format_number(abs(distance)),
        hitungan=sum_,
        dugaan_penyebab=slip(one.angka.nilai or abs(distance), abs(distance)),
        saran="Samakan kata dan selisihnya dengan tabel.",
    )


ATURAN = Aturan(
    kode="KAT-11",
    judul="Selisih terhadap pihak lain dalam kalimat sesuai dengan tabelnya",
    kelompok=Kelompok.KATA,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan dua baris tabel",
    penjelasan=(
        "Kalimat yang menyebut berapa nilai sendiri lebih tinggi atau lebih rendah daripada pihak lain dihitung ulang "
        "dari tabel di dekatnya, yang memuat baris instansi atau daerah sendiri, baris pihak lain itu, dan tepat satu "
        "kolom nilai. Kata arahnya diperiksa juga."
    ),
    bila_kosong="tidak ada selisih terhadap pihak lain yang kedua nilainya tercetak pada tabel di dekatnya",
    run=_run,
)
