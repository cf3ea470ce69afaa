"""A column of differences or growth follows from its two columns."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.bahasa.angka import format_number, round_half_up
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.jumlahan import value_of
from akuntabel.facts.selisih_kolom import BarisSelisih, CaraSelisih, KolomSelisih, exact, read_differences, row_fits
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.selip import slip

_ENOUGH = 3
_RELATIVE = (CaraSelisih.PERSEN, CaraSelisih.PERSEN_MUTLAK)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for column in read_differences(fakta.tabel):
        for row in column.baris:
            yield _judge(column, row)


def _judge(column: KolomSelisih, row: BarisSelisih) -> Jawaban:
    if row_fits(row, column.cara):
        return LOLOS
    if any(row_fits(row, way) for way in CaraSelisih):
        return LOLOS
    if 2 * column.cocok <= len(column.baris) and not (column.cocok == 0 and len(column.baris) == 1):
        return Lewat("dua kolom yang diselisihkan tidak dapat dipastikan")
    right = exact(column.cara, value_of(row.awal), value_of(row.akhir))
    return Lewat("pertumbuhan dari nol tidak terdefinisi") if right is None else _problem(column, row, right)


def _problem(column: KolomSelisih, row: BarisSelisih, right: Decimal) -> Masalah:
    places = row.selisih.angka.desimal if row.selisih.angka else 0
    relative = column.cara in _RELATIVE
    value = round_half_up(right, max(places, 2)) if relative else right
    shown = format_number(value, max(places, 2)) if relative else format_number(value)
    told = f"{row.akhir.teks} − {row.awal.teks}"
    sum_text = f"({told}) / {row.awal.teks} × 100 = {shown}" if relative else f"{told} = {shown}"
    return Masalah(
        proof(row.selisih, column.tabel, row.baris.teks()),
        f"'{row.baris.label}' pada kolom '{column.kolom.teks}' tertulis {row.selisih.teks}, sedangkan {sum_text}",
        Keyakinan.PASTI if column.cocok >= _ENOUGH else Keyakinan.MUNGKIN,
        terkait=(proof(row.awal, column.tabel), proof(row.akhir, column.tabel)),
        tertulis=row.selisih.teks,
        seharusnya=shown,
        hitungan=sum_text,
        dugaan_penyebab=slip(value_of(row.selisih), value),
        saran="Hitung ulang selisihnya, atau periksa kedua nilainya.",
        sebab=f"{column.tabel.blok}:{row.baris.tempat.baris}",
    )


ATURAN = Aturan(
    kode="JML-06",
    judul="Kolom selisih atau pertumbuhan sesuai dengan kedua kolomnya",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Kolom selisih, kenaikan, penurunan, dan pertumbuhan dihitung ulang dari dua kolom yang cocok pada sebagian "
        "besar baris, sebagai selisih bertanda atau tanpa tanda, atau dalam persen terhadap nilai semula. Pasti bila "
        "sedikitnya tiga baris cocok; bila tidak ada dua kolom yang cocok pada sebagian besar baris, kolom itu "
        "dilewati. Tabel satu baris ditanyakan bila hanya dua kolom persentase yang dapat diselisihkan."
    ),
    bila_kosong="tidak ada kolom selisih yang dapat dihitung ulang",
    run=_run,
)
