"""The rows of a table add up to its total row."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.jumlahan import Arah
from akuntabel.findings import Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks
from akuntabel.review.penjumlahan import judge_sums


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    yield from judge_sums(fakta, Arah.KOLOM)


ATURAN = Aturan(
    kode="JML-01",
    judul="Isi kolom berjumlah sama dengan baris jumlahnya",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.TINGGI,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Uang dan banyaknya orang atau barang dijumlahkan ulang ke bawah, juga jumlah setiap program dan kegiatan "
        "dari rinciannya. Baris jumlah dicoba dibaca sebagai jumlah semua baris, jumlah baris kelompok, jumlah sejak "
        "jumlah sebelumnya, dan jumlah dari jumlah; bila salah satunya cocok, aturan ini lolos. Persentase, indeks, "
        "tahun, dan satuan yang berbeda tidak dijumlahkan; baris jumlah yang berisi rata-rata diterima. Penjumlahan "
        "yang gagal tidak menuduh satu sel: jumlah ke samping, jumlah lain, dan persentase dipakai untuk menemukan "
        "sel yang salah; bila beberapa sel sama mungkin, semuanya disebut. Pasti bila cara membaca tabelnya "
        "dikuatkan oleh kolom lain atau tabelnya tidak bertingkat dan nomornya lengkap."
    ),
    bila_kosong="tidak ada tabel dengan baris jumlah atau rincian bertingkat",
    run=_run,
)
