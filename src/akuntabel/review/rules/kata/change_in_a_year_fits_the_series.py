"""A rise or fall that a sentence tells of one year is that of the series against the year before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.deret import Deret
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.kolom import Peran
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.deret_kalimat import series_of
from akuntabel.review.wording import point_proof

# "pada tahun 2024 terjadi peningkatan signifikan": of the value itself, not of a target or of a budget.
_CLAIM = re.compile(
    r"\btahun (?P<tahun>(?:19|20)\d{2}),?\s+(?:\w+\s+)?(?:terjadi|mengalami)\s+"
    r"(?:(?P<naik>peningkatan|kenaikan)|penurunan)"
    r"(?=\s+(?:yang\s+)?(?:signifikan|berarti|cukup|di ?mana|capaian|realisasi|nilai|indeks)\b|\s*[,.;]|$)",
    re.IGNORECASE,
)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    series = [d for d in fakta.deret if d.besaran is Peran.REALISASI]
    for sentence in fakta.kalimat:
        match = _CLAIM.search(sentence.teks)
        found = series_of(sentence, fakta, series) if match else None
        if match and found:
            yield from _judge(sentence, match, found)


def _judge(sentence: Kalimat, match: re.Match[str], series: Deret) -> Iterator[Jawaban]:
    year = int(match["tahun"])
    points = [(y, p) for y, p in series.titik if y in (year - 1, year)]
    values = [p.angka.nilai for _, p in points if p.angka.nilai is not None]
    if len(values) != len((year - 1, year)):
        return
    wrong = values[1] < values[0] if match["naik"] else values[1] > values[0]
    if not wrong:
        yield LOLOS
        return
    (before, first), (after, last) = points
    move = "turun" if values[1] < values[0] else "naik"
    yield Masalah(
        proof(sentence),
        f"disebut '{match[0]}', padahal {series.subjek} {move} dari {first.angka.teks} ({before}) menjadi "
        f"{last.angka.teks} ({after})",
        Keyakinan.MUNGKIN,
        terkait=(point_proof(first), point_proof(last)),
        hitungan=f"{first.angka.teks} ({before}), {last.angka.teks} ({after})",
        saran="Sebut perubahan setiap tahun menurut nilainya.",
    )


ATURAN = Aturan(
    kode="KAT-08",
    judul="Perubahan yang disebut pada satu tahun sesuai dengan deret nilainya",
    kelompok=Kelompok.KATA,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan dengan deret nilai",
    penjelasan=(
        "Kalimat yang menyebut peningkatan atau penurunan pada satu tahun dibandingkan dengan nilai tahun itu dan "
        "tahun sebelumnya. Yang meningkat dapat juga target atau anggarannya, sehingga selalu mungkin."
    ),
    bila_kosong="tidak ada peningkatan atau penurunan pada satu tahun yang nilainya tercetak",
    run=_run,
)
