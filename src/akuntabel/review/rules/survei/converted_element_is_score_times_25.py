"""The converted value of a survey element is its mean score times 25."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.bahasa.angka import format_number, round_half_up
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.konversi_unsur import KonversiUnsur, read_conversions
from akuntabel.facts.skor_unsur import KONVERSI
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for rows in read_conversions(fakta.tabel):
        yield from (LOLOS if row.cocok else _problem(row) for row in rows)


def _problem(row: KonversiUnsur) -> Masalah:
    places = row.nilai.angka.desimal if row.nilai.angka else 2
    right = format_number(round_half_up(row.tepat, places), places)
    return Masalah(
        proof(row.nilai, row.tabel, row.baris.teks()),
        f"nilai konversi '{row.baris.label}' tertulis {row.nilai.teks}, sedangkan nilai rata-ratanya "
        f"{row.skor.teks} × {KONVERSI} = {right}; salah satu dari keduanya keliru",
        Keyakinan.PASTI,
        terkait=(proof(row.skor, row.tabel),),
        tertulis=row.nilai.teks,
        seharusnya=right,
        hitungan=f"{row.skor.teks} × {KONVERSI} = {right}",
        saran="Hitung ulang nilai unsur itu dari jawaban responden, lalu indeksnya.",
        sebab=f"{row.tabel.blok}:{row.baris.tempat.baris}",
    )


ATURAN = Aturan(
    kode="SKM-12",
    judul="Nilai konversi unsur sama dengan nilai rata-ratanya dikalikan 25",
    kelompok=Kelompok.SURVEI,
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 14/2017, lampiran",
    penjelasan=(
        "Pada tabel unsur yang mencetak nilai rata-rata (1 sampai 4) dan nilai konversinya (25 sampai 100), setiap "
        "nilai konversi dihitung ulang dari nilai rata-rata pada barisnya, dalam batas pembulatan keduanya. Hanya "
        "bila sebagian besar baris tabel itu, sedikitnya tiga, cocok."
    ),
    bila_kosong="tidak ada tabel unsur dengan nilai rata-rata dan nilai konversi",
    run=_run,
)
