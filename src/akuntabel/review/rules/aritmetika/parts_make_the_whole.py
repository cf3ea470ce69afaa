"""The parts that a sentence lists add up to the whole that it names."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.bahasa.angka import format_number
from akuntabel.facts.bagian_seluruh import BagianSeluruh, read_parts
from akuntabel.facts.fakta import Fakta
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for one in read_parts(fakta.kalimat):
        yield LOLOS if one.jumlah == one.seluruh.nilai else _problem(one)


def _problem(one: BagianSeluruh) -> Masalah:
    sum_ = f"{' + '.join(n.teks for n in one.bagian)} = {format_number(one.jumlah)}"
    return Masalah(
        proof(one.kalimat),
        f"seluruhnya tertulis {one.seluruh.teks}, sedangkan bagian yang disebut berjumlah {sum_}; salah satunya "
        "keliru, atau bagiannya tidak lengkap",
        Keyakinan.MUNGKIN,
        tertulis=one.seluruh.teks,
        hitungan=sum_,
        saran="Hitung ulang bagian dan jumlahnya.",
    )


ATURAN = Aturan(
    kode="JML-23",
    judul="Bagian yang disebut berjumlah seluruhnya",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Penjumlahan ulang",
    penjelasan=(
        "Kalimat 'Dari 16 kejadian, 8 perkelahian, 5 pencurian, dan 3 kejadian lain', atau '150 responden dan 160 "
        "responden, sehingga seluruhnya 310 responden', dijumlahkan ulang. Daftar yang terbuka (antara lain, hanya) "
        "dilewati. Selalu mungkin, karena bagian dapat tumpang tindih."
    ),
    bila_kosong="tidak ada kalimat yang menyebut seluruhnya dan bagian-bagiannya",
    run=_run,
)
