"""The columns of a table add up to its total column."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.jumlahan import Arah
from akuntabel.findings import Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks
from akuntabel.review.penjumlahan import judge_sums


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    yield from judge_sums(fakta, Arah.BARIS)


ATURAN = Aturan(
    kode="JML-02",
    judul="Isi baris berjumlah sama dengan kolom jumlahnya",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.TINGGI,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Kolom jumlah dihitung ulang dari kolom-kolom di sebelahnya, misalnya laki-laki dan perempuan, atau baik, "
        "rusak ringan, dan rusak berat. Kolom mana yang dijumlahkan diketahui dari baris yang cocok. Bila jumlah ke "
        "samping dan jumlah ke bawah sama-sama gagal, sel yang perubahannya memenuhi paling banyak penjumlahan "
        "disebut, dan jumlah lain dikutip sebagai bukti."
    ),
    bila_kosong="tidak ada tabel dengan kolom jumlah yang dapat dihitung ulang",
    run=_run,
)
