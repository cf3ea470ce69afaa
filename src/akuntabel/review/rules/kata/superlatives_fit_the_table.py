"""What is called the most or the least of a table is so."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.superlatif import read_plain_superlatives, read_superlatives
from akuntabel.findings import Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks
from akuntabel.review.superlatif_tabel import judge_plain, judge_several, judge_valued


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for claim in read_superlatives(fakta.kalimat):
        yield judge_valued(claim, fakta)
    for claim in read_plain_superlatives(fakta.kalimat):
        yield judge_several(claim, fakta) if claim.banyak > 1 else judge_plain(claim, fakta)


ATURAN = Aturan(
    kode="KAT-06",
    judul="Yang disebut terbanyak, tertinggi, atau terendah memang demikian pada tabelnya",
    kelompok=Kelompok.KATA,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan kalimat dengan tabel",
    penjelasan=(
        "Kalimat yang menyebut satu nama sebagai yang terbanyak, tertinggi, terbesar, atau terendah beserta nilainya "
        "dicari pada tabel: baris dengan nama dan nilai itu dibandingkan dengan baris lain pada kolom yang sama; nama "
        "triwulan dicari pada kepala kolom baris jumlah. Pada tabel yang disebut atau yang berdampingan, diperiksa "
        "pula nilai yang ternyata milik nama lain, nilai yang salah tulis, nama tanpa nilai bila kolomnya jelas "
        "(misalnya terpadat), dan beberapa nama sekaligus (tiga unsur terendah). Nilai yang sama bukan kesalahan. "
        "Urutan kedua dan seterusnya, serta yang dibatasi pada sebagian, tidak dinilai."
    ),
    bila_kosong="tidak ada kalimat yang menyebut satu nama sebagai yang terbanyak atau terendah",
    run=_run,
)
