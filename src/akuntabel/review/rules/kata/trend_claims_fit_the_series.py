"""A claim about several years (tren positif sejak, terus meningkat, setiap tahun) fits the series."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from akuntabel.facts.deret import Deret, Titik
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.kolom import Peran
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.deret_kalimat import series_of
from akuntabel.review.wording import point_proof

_CLAIM = re.compile(
    r"\b(?P<naik>tren (?:yang )?(?:positif|meningkat|naik)|(?:terus|selalu|konsisten) (?:meningkat|naik)"
    r"|(?:meningkat|naik) (?:dari tahun ke tahun|setiap tahun))"
    r"|\b(?P<turun>tren (?:yang )?(?:negatif|menurun|turun)|(?:terus|selalu|konsisten) (?:menurun|turun)"
    r"|(?:menurun|turun) (?:dari tahun ke tahun|setiap tahun))",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsejak(?: tahun)? ((?:19|20)\d{2})", re.IGNORECASE)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    series = [d for d in fakta.deret if d.besaran is Peran.REALISASI]
    for sentence in fakta.kalimat:
        match = _CLAIM.search(sentence.teks)
        found = series_of(sentence, fakta, series) if match else None
        if match and found:
            yield from _judge(sentence, bool(match["naik"]), match[0], found, fakta.tahun)


def _judge(sentence: Kalimat, rising: bool, words: str, series: Deret, tahun: int | None) -> Iterator[Jawaban]:
    since = _SINCE.search(sentence.teks)
    first = int(since[1]) if since else min(sentence.tahun, default=0)
    points = [(y, p) for y, p in series.titik if y >= first and (tahun is None or y <= tahun)]
    if len(points) < 3 and not (len(points) == 2 and since):
        return
    for (y1, a), (y2, b) in pairwise(points):
        x, y = a.angka.nilai or 0, b.angka.nilai or 0
        if y < x if rising else y > x:
            yield _problem(sentence, words, series, points, (y1, a), (y2, b))
            return
    yield LOLOS


def _problem(
    sentence: Kalimat,
    words: str,
    series: Deret,
    points: list[tuple[int, Titik]],
    before: tuple[int, Titik],
    after: tuple[int, Titik],
) -> Masalah:
    told = ", ".join(f"{p.angka.teks} ({y})" for y, p in points)
    move = "turun" if (after[1].angka.nilai or 0) < (before[1].angka.nilai or 0) else "naik"
    return Masalah(
        proof(sentence),
        f"disebut '{words}', padahal {series.subjek} {move} dari {before[1].angka.teks} ({before[0]}) menjadi "
        f"{after[1].angka.teks} ({after[0]})",
        Keyakinan.PASTI if _SINCE.search(sentence.teks) or series.subjek in sentence.teks else Keyakinan.MUNGKIN,
        terkait=(point_proof(before[1]), point_proof(after[1])),
        tertulis=words,
        hitungan=told,
        saran="Sebut perubahan setiap tahun menurut nilainya.",
    )


ATURAN = Aturan(
    kode="KAT-03",
    judul="Kata tentang tren sesuai dengan deret nilainya",
    kelompok=Kelompok.KATA,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan dengan deret nilai",
    penjelasan=(
        "Kata seperti tren positif sejak dan terus meningkat dicocokkan dengan nilai setiap tahun yang tercetak, "
        "paling sedikit tiga tahun atau sejak tahun yang disebut. Pasti bila kalimatnya menyebut tahun awal atau "
        "nama besarannya."
    ),
    bila_kosong="tidak ada kalimat tentang tren yang deret nilainya tercetak",
    run=_run,
)
