"""The element named highest or lowest is the one with the highest or lowest value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.survei import NilaiUnsur, element_code
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_EXTREME = re.compile(r"\b(?:nilai|unsur|skor)?\s*(tertinggi|terendah)\b(?!\s*(?:kedua|ketiga|[2-9]))", re.IGNORECASE)
_TELLS = re.compile(
    r"\bunsur\s+(?:pelayanan\s+)?(?:(?:yang|dengan)\s+)?(?:(?:memperoleh|mendapat(?:kan)?|memiliki|mempunyai|ber)\s*)?"
    r"(?:nilai|skor|indeks)?\s*(?:yang\s+)?(?:paling\s+)?(?P<kata>tertinggi|terendah)(?!\s*(?:kedua|ketiga|[2-9]))"
    r"(?:\s+(?:ialah|adalah|yaitu|yakni|terdapat pada|berada pada|ada pada|diperoleh|:))+\s*(?:unsur\s+)?"
    r"(?P<nama>[^.;:\d]{4,60})",
    re.IGNORECASE,
)
_LEAST = 7


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    values = list({v.kode: v for v in reversed(fakta.unsur) if v.angka.nilai is not None}.values())
    if len(values) < _LEAST:
        return
    for sentence in fakta.kalimat:
        yield from _named(sentence, values)
    for value in values:
        if isinstance(value.sumber, Kalimat):
            match = _EXTREME.search(value.sumber.teks)
            if match:
                yield _judge(value, match[1].lower(), values)


def _named(sentence: Kalimat, values: list[NilaiUnsur]) -> Iterator[Jawaban]:
    """ "Unsur dengan nilai terendah ialah sarana dan prasarana": the first words behind name the element."""
    for match in _TELLS.finditer(sentence.teks):
        code = element_code(match["nama"])
        found = [v for v in values if v.kode == code and v.sumber is not sentence]
        if found:
            yield _judge(replace(found[0], sumber=sentence, tabel=None), match["kata"].lower(), values)


def _judge(value: NilaiUnsur, word: str, values: list[NilaiUnsur]) -> Jawaban:
    pick = max if word == "tertinggi" else min
    extreme = pick(values, key=lambda v: v.angka.nilai or 0)
    if extreme.angka.nilai == value.angka.nilai:
        return LOLOS
    place = proof(value.sumber, value.tabel)
    return Masalah(
        place,
        f"{value.nama} ({value.angka.teks}) disebut {word}, sedangkan yang {word} ialah {extreme.nama} "
        f"({extreme.angka.teks})",
        Keyakinan.PASTI,
        terkait=(proof(extreme.sumber, extreme.tabel),),
        tertulis=value.nama,
        seharusnya=extreme.nama,
        saran="Sebut unsur yang benar.",
        sebab=f"{word}: baris {place.lokasi.baris[0]}",
    )


ATURAN = Aturan(
    kode="SKM-04",
    judul="Unsur tertinggi dan terendah disebut dengan benar",
    kelompok=Kelompok.SURVEI,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarunsur",
    penjelasan=(
        "Unsur yang judulnya menyebut nilai tertinggi atau terendah dibandingkan dengan nilai semua unsur yang "
        "tercetak. Terendah kedua dan seterusnya tidak dinilai."
    ),
    bila_kosong="kurang dari tujuh nilai unsur, atau tidak ada yang disebut tertinggi atau terendah",
    run=_run,
)
