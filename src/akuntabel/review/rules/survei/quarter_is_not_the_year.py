"""The index of one quarter is not printed as that of the year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from akuntabel.facts.angka import Angka
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pernyataan import IKM, Pernyataan
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_QUARTER = re.compile(r"\b(?:tw|triwulan|tribulan)\s*(?:iv|iii|ii|i|[1-4])\b", re.IGNORECASE)
_YEARLY = re.compile(
    r"\b(?:rata-rata|gabungan|empat triwulan|keempat|setiap triwulan|seluruh triwulan|tw i s)\b", re.IGNORECASE
)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    claims = [c for c in fakta.pernyataan if c.indikator == IKM and c.besaran is Peran.REALISASI]
    quarterly = [(c.angka, c.kalimat) for c in claims if _QUARTER.search(c.kalimat.teks)]
    graded = [(m.angka, m.sumber) for m in fakta.mutu if isinstance(m.sumber, Kalimat)]
    quarterly += [(a, k) for a, k in graded if _QUARTER.search(k.teks) and k not in [s for _, s in quarterly]]
    yearly = [c for c in claims if not _QUARTER.search(c.kalimat.teks) and c.tahun == fakta.tahun]
    if not quarterly or not yearly or any(_YEARLY.search(k.teks) for k in fakta.kalimat if _names(k.teks)):
        return
    near = konteks.regulations.ambang("reviu.indeks_sejawab")
    for number, sentence in quarterly:
        same = next((y for y in yearly if _distance(y.angka, number) <= near), None)
        yield LOLOS if same is None else _problem(number, sentence, same)


def _names(text: str) -> bool:
    return re.search(r"\b(skm|ikm|indeks kepuasan)\b", text, re.IGNORECASE) is not None


def _distance(one: Angka, other: Angka) -> Decimal:
    return abs((one.nilai or Decimal()) - (other.nilai or Decimal()))


def _problem(number: Angka, sentence: Kalimat, year: Pernyataan) -> Masalah:
    match = _QUARTER.search(sentence.teks)
    quarter = match[0] if match else "triwulan"
    differs = "" if number.nilai == year.angka.nilai else " (bobot atau pembulatannya berbeda)"
    return Masalah(
        proof(year),
        f"nilai setahun {year.angka.teks} tampaknya nilai {quarter}, {number.teks}{differs}; apakah triwulan lain "
        "tidak dihitung?",
        Keyakinan.MUNGKIN,
        terkait=(proof(sentence),),
        tertulis=year.angka.teks,
        saran="Hitung nilai setahun dari semua periode, atau sebut nilainya sebagai nilai triwulan itu.",
    )


ATURAN = Aturan(
    kode="SKM-03",
    judul="Nilai satu triwulan tidak disebut nilai setahun",
    kelompok=Kelompok.SURVEI,
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 14/2017, lampiran: survei berkala menurut periodenya",
    penjelasan=(
        "Bila laporan menyebut nilai survei satu triwulan dan nilai setahun yang hampir sama, tanpa menyebut "
        "rata-rata atau gabungan, nilai setahun itu dipertanyakan."
    ),
    bila_kosong="tidak ada nilai triwulan bersama nilai setahun",
    run=_run,
)
