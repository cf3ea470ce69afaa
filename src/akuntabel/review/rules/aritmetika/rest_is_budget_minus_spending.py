"""What is left of a budget is the budget minus the spending."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.jumlahan import Arah
from akuntabel.findings import Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks
from akuntabel.review.penjumlahan import judge_sums
from akuntabel.review.uang_kalimat import judge_rests


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    yield from judge_sums(fakta, Arah.SISA)
    yield from judge_rests(fakta)


ATURAN = Aturan(
    kode="JML-10",
    judul="Sisa anggaran sama dengan anggaran dikurangi realisasi",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Kolom sisa pada tabel anggaran, dan kalimat yang menyebut anggaran, realisasi, serta sisanya, dihitung "
        "ulang. Bila jumlah dan persentase pada tabel menunjukkan angka mana yang salah, angka itu yang disebut; bila"
        " tidak, ketiganya. Tabel yang kolom sisanya tidak pernah cocok dianggap memakai anggaran lain."
    ),
    bila_kosong="tidak ada sisa anggaran beserta anggaran dan realisasinya",
    run=_run,
)
