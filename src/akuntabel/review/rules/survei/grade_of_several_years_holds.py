"""A mutu that is said to hold for several years holds in each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.bilangan_kata import read_count
from akuntabel.facts.deret import Deret
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pernyataan import IKM
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.regulations import classify
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.wording import point_proof

_CLAIM = re.compile(
    r"\b(?:mutu|kategori)[^.]{0,40}?\b([A-D])\b[^.]{0,60}?\b(?:konsisten|selama|dalam|bertahan)\b[^.]{0,20}?(\d+|dua|tiga|empat|lima)"
    r"\s*(?:\(\w+\)\s*)?tahun",
    re.IGNORECASE,
)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    series = next((d for d in fakta.deret if d.subjek == IKM and d.besaran is Peran.REALISASI), None)
    for sentence in fakta.kalimat if series else ():
        match = _CLAIM.search(sentence.teks)
        if match and series:
            yield from _judge(sentence, match[1].upper(), read_count(match[2]), series, fakta, konteks)


def _judge(
    sentence: Kalimat, grade: str, count: int, series: Deret, fakta: Fakta, konteks: Konteks
) -> Iterator[Jawaban]:
    years = [(y, p) for y, p in series.titik if fakta.tahun is None or y <= fakta.tahun][-count:]
    if not count or len(years) < count:
        return
    for year, point in years:
        right = classify(konteks.regulations.skala_pada("mutu_skm", year), point.angka.nilai)  # type: ignore[arg-type]
        if right.kode != grade:
            yield Masalah(
                proof(sentence),
                f"mutu {grade} disebut bertahan {count} tahun, padahal nilai {year} ialah {point.angka.teks}, mutu "
                f"{right.kode} ({right.nama})",
                Keyakinan.PASTI,
                terkait=(point_proof(point),),
                tertulis=f"{grade} selama {count} tahun",
                hitungan=f"{point.angka.teks} di dalam {right.rentang_teks}: {right.kode}",
                saran="Sebut mutu setiap tahun menurut nilainya.",
            )
            return
    yield LOLOS


ATURAN = Aturan(
    kode="SKM-05",
    judul="Mutu yang disebut bertahan memang ada setiap tahun",
    kelompok=Kelompok.SURVEI,
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 14/2017, lampiran",
    penjelasan=(
        "Kalimat bahwa mutu tertentu bertahan beberapa tahun dicocokkan dengan nilai setiap tahun pada skala yang "
        "berlaku. Tahun tanpa nilai tidak dinilai."
    ),
    bila_kosong="tidak ada kalimat tentang mutu selama beberapa tahun, atau nilai tahunannya tidak tercetak",
    run=_run,
)
