"""The value of a survey element is the sum of its scores over the number of answers, times 25 where it is converted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from akuntabel.bahasa.angka import format_number, round_half_up
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.skor_unsur import KONVERSI, SkorUnsur, read_scores
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_ENOUGH = 3  # rows of the table that must fit before the others are surely wrong


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    tables: dict[int, list[SkorUnsur]] = defaultdict(list)
    for row in read_scores(fakta.tabel):
        tables[row.tabel.blok].append(row)
    for rows in tables.values():
        fitting = sum(_fits(r) for r in rows)
        for row in rows:
            if _fits(row):
                yield LOLOS
            elif not fitting:
                yield Lewat("nilai pada tabel ini dihitung dengan cara lain")
            else:
                yield _problem(row, surely=fitting >= _ENOUGH)


def _fits(row: SkorUnsur) -> bool:
    return row.nilai.angka is not None and row.nilai.angka.near(row.tepat)


def _problem(row: SkorUnsur, *, surely: bool) -> Masalah:
    places = max(2, row.nilai.angka.desimal if row.nilai.angka else 2)
    right = format_number(round_half_up(row.tepat, places), places)
    factor = f" × {KONVERSI}" if row.tepat != row.rerata else ""
    return Masalah(
        proof(row.nilai, row.tabel, row.baris.teks()),
        f"nilai '{row.baris.label}' tertulis {row.nilai.teks}, sedangkan jumlah skor {row.skor.teks} dari "
        f"{row.banyak.teks} responden ialah {right}",
        Keyakinan.PASTI if surely else Keyakinan.MUNGKIN,
        terkait=(proof(row.skor, row.tabel), proof(row.banyak, row.tabel)),
        tertulis=row.nilai.teks,
        seharusnya=right,
        hitungan=f"{row.skor.teks} / {row.banyak.teks}{factor} = {right}",
        saran="Hitung ulang nilai unsur, atau periksa jumlah skor dan banyaknya responden.",
        sebab=f"{row.tabel.blok}:{row.baris.tempat.baris}",
    )


ATURAN = Aturan(
    kode="SKM-06",
    judul="Nilai unsur sama dengan jumlah skor dibagi banyaknya responden",
    kelompok=Kelompok.SURVEI,
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 14/2017, lampiran",
    penjelasan=(
        "Pada tabel unsur yang memuat jumlah skor dan banyaknya responden, nilai unsur = jumlah skor / responden, "
        "dikalikan 25 bila dikonversi. Pasti bila sedikitnya tiga baris tabel itu cocok; bila tidak ada yang cocok, "
        "cara hitungnya dianggap lain."
    ),
    bila_kosong="tidak ada tabel unsur dengan jumlah skor dan banyaknya responden",
    run=_run,
)
