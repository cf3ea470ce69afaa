"""What is called the most or the least of a table is so."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.jumlahan import value_of
from akuntabel.facts.superlatif import SelUrut, Superlatif, places_of, read_superlatives
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for claim in read_superlatives(fakta.kalimat):
        places = list(places_of(claim, fakta.tabel))
        if not places:
            yield Lewat("tabel yang memuat nama dan nilainya tidak ditemukan")
        elif any(value_of(p.sel) == value_of(p.nilai) for p in places):
            yield LOLOS
        else:
            yield _problem(claim, places[0], sure=len(places) == 1)


def _problem(claim: Superlatif, place: SelUrut, *, sure: bool) -> Masalah:
    table = place.tabel
    return Masalah(
        proof(claim.kalimat),
        f"'{place.baris.label}' ({claim.angka.teks}) disebut {claim.kata}, sedangkan pada {table.nama} yang "
        f"{claim.kata} ialah '{place.ujung.label}' ({place.nilai.teks})",
        Keyakinan.PASTI if sure else Keyakinan.MUNGKIN,
        terkait=(proof(place.nilai, table, place.ujung.teks()), proof(place.sel, table, place.baris.teks())),
        tertulis=place.baris.label,
        seharusnya=place.ujung.label,
        saran="Sebut yang benar menurut tabelnya, atau periksa angka pada tabel.",
        sebab=f"{claim.kata}: baris {claim.kalimat.alinea.tempat.baris}",
    )


ATURAN = Aturan(
    kode="KAT-06",
    judul="Yang disebut terbanyak, tertinggi, atau terendah memang demikian pada tabelnya",
    kelompok=Kelompok.KATA,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan kalimat dengan tabel",
    penjelasan=(
        "Kalimat yang menyebut satu nama sebagai yang terbanyak, tertinggi, terbesar, atau terendah beserta nilainya "
        "dicari pada tabel: baris dengan nama dan nilai itu dibandingkan dengan baris lain pada kolom yang sama. "
        "Urutan kedua dan seterusnya, serta yang dibatasi pada sebagian, tidak dinilai."
    ),
    bila_kosong="tidak ada kalimat yang menyebut satu nama sebagai yang terbanyak atau terendah beserta nilainya",
    run=_run,
)
