"""That a target was exceeded n years in a row holds in each of these years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.bilangan_kata import read_count
from akuntabel.facts.deret import Deret
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
    r"\b(?:melampaui|melebihi|di atas)\s+target\b[^.]{0,40}?\bselama\s+(?P<n>\d|dua|tiga|empat|lima)\b"
    r"[^.]{0,20}?\btahun(?:[^.]{0,20}?berturut)?",
    re.IGNORECASE,
)
_IKM = re.compile(r"\b(ikm|skm|kepuasan masyarakat)\b", re.IGNORECASE)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for sentence in fakta.kalimat:
        match = _CLAIM.search(sentence.teks)
        pair = _series(sentence, fakta) if match else None
        if match and pair:
            yield from _judge(sentence, read_count(match["n"]), *pair, fakta.tahun)


def _series(sentence: Kalimat, fakta: Fakta) -> tuple[Deret, Deret] | None:
    for text in (sentence.teks, *reversed(sentence.alinea.bagian)):
        named = {d.subjek for d in fakta.deret if mentions(text, d.subjek) or (d.subjek == IKM and _IKM.search(text))}
        if len(named) == 1:
            own = {d.besaran: d for d in fakta.deret if d.subjek in named}
            if Peran.TARGET in own and Peran.REALISASI in own:
                return own[Peran.TARGET], own[Peran.REALISASI]
    return None


def _judge(sentence: Kalimat, count: int, target: Deret, result: Deret, tahun: int | None) -> Iterator[Jawaban]:
    named = [y for y in sentence.tahun if target.value(y) and result.value(y)]
    known = [y for y, _ in result.titik if target.value(y) and (tahun is None or y <= tahun)]
    years = named if len(named) == count else known[-count:]
    if not count or len(years) < count:
        return
    for year in years:
        goal, reached = target.value(year), result.value(year)
        if goal and reached and (reached.nilai or 0) <= (goal.nilai or 0):
            point = next(p for y, p in result.titik if y == year)
            yield Masalah(
                proof(sentence),
                f"disebut melampaui target selama {count} tahun, padahal {year} realisasi {reached.teks} tidak lebih "
                f"dari target {goal.teks}",
                Keyakinan.MUNGKIN,
                terkait=(point_proof(point),),
                tertulis=f"{count} tahun",
                hitungan=f"{reached.teks} ≤ {goal.teks}",
                saran="Sebut tahun yang benar-benar melampaui target.",
            )
            return
    yield LOLOS


ATURAN = Aturan(
    kode="KAT-04",
    judul="Melampaui target beberapa tahun berlaku pada setiap tahunnya",
    kelompok=Kelompok.KATA,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan dengan deret target dan realisasi",
    penjelasan=(
        "Kalimat bahwa target dilampaui selama beberapa tahun dicocokkan dengan target dan realisasi tahun-tahun "
        "yang disebut, atau tahun terakhir. Selalu mungkin, karena untuk indikator yang makin rendah makin baik "
        "perbandingannya terbalik."
    ),
    bila_kosong="tidak ada kalimat seperti itu yang target dan realisasinya tercetak",
    run=_run,
)
