"""A count of staff, inhabitants or assets in a sentence is the total of a table about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akuntabel.bahasa.angka import format_number
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.jumlah_disebut import JumlahDisebut, JumlahTabel, read_counts, totals_of
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.selip import slip


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for count in read_counts(fakta.kalimat):
        yield _judge(count, list(totals_of(count.hal, fakta.tabel)))


def _judge(count: JumlahDisebut, totals: Sequence[JumlahTabel]) -> Jawaban:
    if not totals:
        return Lewat("tidak ada tabel yang menjumlahkannya")
    if any(t.nilai == count.angka.nilai for t in totals):
        return LOLOS
    return _problem(count, totals)


def _problem(count: JumlahDisebut, totals: Sequence[JumlahTabel]) -> Masalah:
    """The nearest total is named; several totals are several questions."""
    stated = count.angka.nilai or totals[0].nilai
    near = min(totals, key=lambda t: abs(t.nilai - stated))
    made = "isinya berjumlah" if near.dihitung else "jumlahnya"
    shown = format_number(near.nilai)
    return Masalah(
        proof(count.kalimat),
        f"jumlah {count.hal.nama} tertulis {count.angka.teks}, sedangkan pada {near.tabel.nama} {made} {shown}. Apakah "
        "keduanya menghitung hal yang sama?",
        Keyakinan.MUNGKIN,
        terkait=(proof(near.tabel),),
        tertulis=count.angka.teks,
        hitungan=f"{near.tabel.nama}: {shown}",
        dugaan_penyebab=slip(stated, near.nilai),
        saran="Samakan jumlah pada kalimat dengan tabelnya, atau jelaskan perbedaannya.",
    )


ATURAN = Aturan(
    kode="JML-04",
    judul="Jumlah pegawai, penduduk, dan aset dalam kalimat sama dengan tabelnya",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Jumlah pegawai, penduduk, atau aset yang disebut kalimat sebagai keseluruhan dicari pada tabel tentang hal "
        "itu, di antara jumlah yang tercetak dan jumlah isinya. Keduanya dapat menghitung himpunan yang berbeda, "
        "sehingga selalu mungkin."
    ),
    bila_kosong="tidak ada jumlah pegawai, penduduk, atau aset dalam kalimat",
    run=_run,
)
