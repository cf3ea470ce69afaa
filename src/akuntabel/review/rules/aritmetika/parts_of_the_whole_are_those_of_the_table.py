"""Where a sentence divides the whole of staff or assets, each part is the one in the total row of the table."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.bahasa.angka import format_number
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.jumlahan import value_of
from akuntabel.facts.rincian_kolom import BanyakKolom, read_column_counts
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.selip import slip


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for part in read_column_counts(fakta.kalimat, fakta.tabel):
        yield LOLOS if part.angka.nilai == value_of(part.sel) else _problem(part)


def _problem(part: BanyakKolom) -> Masalah:
    right = value_of(part.sel)
    stated = part.angka.nilai if part.angka.nilai is not None else right
    head = part.kolom.judul[-1]
    return Masalah(
        proof(part.kalimat),
        f"banyaknya '{head}' tertulis {part.angka.teks}, sedangkan pada baris jumlah {part.tabel.nama} "
        f"{format_number(right)}",
        Keyakinan.PASTI,
        terkait=(proof(part.sel, part.tabel),),
        tertulis=part.angka.teks,
        seharusnya=format_number(right),
        dugaan_penyebab=slip(stated, right),
        saran="Samakan uraian dengan tabelnya.",
    )


ATURAN = Aturan(
    kode="JML-21",
    judul="Rincian keseluruhan dalam kalimat sama dengan baris jumlah tabelnya",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Kalimat yang menyebut keseluruhan pegawai atau aset, lalu bagiannya (misalnya menurut keadaan barang), "
        "dibandingkan dengan tabel yang baris jumlahnya memuat keseluruhan itu. Bagian dicocokkan dengan kepala kolom "
        "yang disebut tepat di belakang angkanya; bagian yang tidak menjadi kolom dilewati."
    ),
    bila_kosong="tidak ada kalimat yang membagi keseluruhan menurut kolom tabelnya",
    run=_run,
)
