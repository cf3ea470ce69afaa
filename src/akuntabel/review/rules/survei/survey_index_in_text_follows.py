"""An index that a sentence gives for a survey follows from a printed table of elements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.facts.angka import Angka
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.survei import NilaiUnsur, whole_surveys
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bobot_unsur import indexes, is_one_of
from akuntabel.review.bukti import proof
from akuntabel.review.wording import digits

_SURVEY = re.compile(r"\bsurvei\b.*\bresponden\b.*\bindeks\b")
_INDEX = re.compile(r"\bindeks\b")
_OTHER = re.compile(
    r"\b(?:target|naik|turun|meningkat|menurun|sebelumnya|lalu|nrr|rata-rata|layanan|unsur \w+ dengan)\b"
)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    tables = whole_surveys(fakta.unsur)
    values = [[v.angka.nilai or Decimal() for v in t] for t in tables]
    sums = [w for v in values for w in indexes(v, konteks.regulations, fakta.tahun).values()]
    for sentence in fakta.kalimat if sums else ():
        if _SURVEY.search(sentence.kecil) and not _OTHER.search(sentence.kecil) and {*sentence.tahun} <= {fakta.tahun}:
            for number in _indexes(sentence):
                sure = is_one_of(number, sums, konteks.regulations)
                yield LOLOS if sure else _problem(sentence, number, tables, sums)


def _indexes(sentence: Kalimat) -> list[Angka]:
    first = _INDEX.search(sentence.kecil)
    start = first.end() if first else 0
    behind = [n for n in sentence.angka if n.awal > start and n.desimal and not n.persen and n.nilai is not None]
    return [n for n in behind if n.nilai is not None and n.nilai > _HIGHEST_SCORE]


_HIGHEST_SCORE = 5  # a weight, or a mean score that is not converted


def _problem(sentence: Kalimat, number: Angka, tables: Sequence[list[NilaiUnsur]], sums: Sequence[Decimal]) -> Masalah:
    value = number.nilai if number.nilai is not None else Decimal()
    near = min(sums, key=lambda s: abs(s - value))
    return Masalah(
        proof(sentence),
        f"indeks {number.teks} tidak dapat diturunkan dari nilai unsur yang tercetak; yang terdekat {digits(near)}",
        Keyakinan.MUNGKIN,
        terkait=tuple(proof(t[0].sumber, t[0].tabel) for t in tables),
        tertulis=number.teks,
        hitungan="; ".join(digits(s) for s in sums),
        saran="Hitung ulang indeks dari nilai unsur pada tabel, dan sebut bobot serta periodenya.",
    )


ATURAN = Aturan(
    kode="SKM-11",
    judul="Indeks survei dalam kalimat dapat diturunkan dari tabel unsurnya",
    kelompok=Kelompok.SURVEI,
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 14/2017, lampiran",
    penjelasan=(
        "Kalimat yang menyebut survei, respondennya, dan indeksnya dibandingkan dengan tabel sembilan unsur pada "
        "laporan: indeksnya hasil dari salah satu tabel dengan bobot tepat 1/9 atau bobot tercetak yang dipakai orang. "
        "Kalimat tentang tahun lain, target, atau perubahan dilewati."
    ),
    bila_kosong="tidak ada kalimat tentang hasil survei yang tabel unsurnya tercetak",
    run=_run,
)
