"""A rise or fall that a sentence tells of one year is that of the series against the year before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from akuntabel.bahasa.angka import format_number
from akuntabel.facts.deret import Deret
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.kolom import Peran
from akuntabel.facts.subjek import mentions
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


_MOVED = re.compile(
    r"\b(?:(?P<naik>naik|meningkat|bertambah)|turun|menurun|berkurang)\s+(?:sebesar\s+|sebanyak\s+)?\d[\d.,]*\s*"
    r"(?:%|persen)?\s*(?P<poin>poin|point)?\s*(?:dari|daripada|di ?banding(?:kan)?(?:\s+dengan)?)\s+"
    r"(?:realisasi\s+|capaian\s+)?(?:pada\s+)?tahun\s+(?:sebelumnya\s*\(?)?(?P<tahun>(?:19|20)\d{2})",
    re.IGNORECASE,
)
_THIS = re.compile(
    r"(?:capaian|realisasi|nilai|angka|indeks|hasil|persentase|hal|kondisi) (?:ini|tersebut)\b", re.IGNORECASE
)
_OTHER = re.compile(r"\b(?:target|anggaran|pagu|serapan|rp\w*)\b", re.IGNORECASE)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    series = [d for d in fakta.deret if d.besaran is Peran.REALISASI]
    for sentence in fakta.kalimat:
        match = _CLAIM.search(sentence.teks)
        found = series_of(sentence, fakta, series) if match else None
        if match and found:
            yield from _judge(sentence, match, found)
    for before, sentence in zip((None, *fakta.kalimat), fakta.kalimat, strict=False):
        yield from _difference(fakta, sentence, before, series)


def _difference(fakta: Fakta, sentence: Kalimat, before: Kalimat | None, series: Sequence[Deret]) -> Iterator[Jawaban]:
    """ "Capaian ini meningkat 2,57 poin dari tahun 2023": the difference is that of the series."""
    match = _MOVED.search(sentence.teks)
    if not match or len(sentence.angka) != 1 or sentence.angka[0].nilai is None or _OTHER.search(sentence.teks):
        return
    same = before is not None and before.alinea.blok == sentence.alinea.blok and _THIS.match(sentence.teks)
    texts = (sentence.teks, before.teks) if same and before else (sentence.teks,)
    named = next((n for t in texts if (n := [d for d in series if mentions(t, d.subjek)])), [])
    if len(named) != 1:
        return
    points = dict(named[0].titik)
    first, last = points.get(int(match["tahun"])), points.get(fakta.tahun or 0)
    if first is None or last is None or first.angka.nilai is None or last.angka.nilai is None:
        return
    stated, moved = sentence.angka[0], last.angka.nilai - first.angka.nilai
    share = abs(moved) / first.angka.nilai * 100 if first.angka.nilai and not match["poin"] else None
    right = stated.near(abs(moved)) or (share is not None and stated.near(share))
    if right and (moved >= 0) is bool(match["naik"]):
        yield LOLOS
        return
    yield Masalah(
        proof(sentence),
        f"disebut '{match[0]}', padahal {named[0].subjek} {first.angka.teks} pada tahun {match['tahun']} dan "
        f"{last.angka.teks} pada tahun {fakta.tahun}, selisih {format_number(moved)}",
        Keyakinan.MUNGKIN,
        terkait=(point_proof(first), point_proof(last)),
        tertulis=stated.teks,
        hitungan=f"{last.angka.teks} - {first.angka.teks} = {format_number(moved)}",
        saran="Hitung ulang perubahannya.",
    )


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
