"""A claim about several years (tren positif sejak, terus meningkat, setiap tahun) fits the series."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from akuntabel.facts.deret import Deret, Titik
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pernyataan import IKM
from akuntabel.facts.subjek import mentions
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.wording import point_proof

_CLAIM = re.compile(
    r"\b(?P<naik>tren (?:yang )?(?:positif|meningkat|naik)|(?:terus|selalu|konsisten) (?:meningkat|naik)"
    r"|(?:meningkat|naik) (?:dari tahun ke tahun|setiap tahun))"
    r"|\b(?P<turun>tren (?:yang )?(?:negatif|menurun|turun)|(?:terus|selalu|konsisten) (?:menurun|turun)"
    r"|(?:menurun|turun) (?:dari tahun ke tahun|setiap tahun))",
    re.IGNORECASE,
)
# "pada tahun 2024 terjadi peningkatan signifikan": of the value itself, and against the year before.
_IN_YEAR = re.compile(
    r"\btahun (?P<tahun>(?:19|20)\d{2}),?\s+(?:\w+\s+)?(?:terjadi|mengalami)\s+"
    r"(?:(?P<naik>peningkatan|kenaikan)|penurunan)"
    r"(?=\s+(?:yang\s+)?(?:signifikan|berarti|cukup|di ?mana|capaian|realisasi|nilai|indeks)\b|\s*[,.;]|$)",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsejak(?: tahun)? ((?:19|20)\d{2})", re.IGNORECASE)
_BEFORE = 3  # paragraphs
_IKM = re.compile(r"\b(ikm|skm|kepuasan masyarakat)\b", re.IGNORECASE)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    series = [d for d in fakta.deret if d.besaran is Peran.REALISASI]
    for sentence in fakta.kalimat:
        match = _CLAIM.search(sentence.teks)
        found = _subject(sentence, fakta, series) if match else None
        if match and found:
            yield from _judge(sentence, bool(match["naik"]), match[0], found, fakta.tahun)
        move = None if match else _IN_YEAR.search(sentence.teks)
        moved = _subject(sentence, fakta, series) if move else None
        if move and moved:
            yield from _judge_year(sentence, move, moved)


def _judge_year(sentence: Kalimat, move: re.Match[str], series: Deret) -> Iterator[Jawaban]:
    """A rise or fall in a year against the year before; what rose may be another thing, so it is only asked."""
    year = int(move["tahun"])
    points = [(y, p) for y, p in series.titik if y in (year - 1, year)]
    values = [p.angka.nilai for _, p in points if p.angka.nilai is not None]
    if len(values) == len((year - 1, year)):
        wrong = values[1] < values[0] if move["naik"] else values[1] > values[0]
        asked = replace(_problem(sentence, move[0], series, points, *points), keyakinan=Keyakinan.MUNGKIN)
        yield asked if wrong else LOLOS


def _subject(sentence: Kalimat, fakta: Fakta, series: list[Deret]) -> Deret | None:
    """The series that the sentence names or, failing that, the headings above it or the paragraphs before it."""
    near = range(sentence.alinea.blok - _BEFORE, sentence.alinea.blok)
    before = [k.teks for k in fakta.kalimat if k.alinea.blok in near]
    for text in (sentence.teks, *reversed(sentence.alinea.bagian), *reversed(before)):
        named = [d for d in series if mentions(text, d.subjek) or (d.subjek == IKM and _IKM.search(text))]
        if len(named) == 1:
            return named[0]
    return None


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
