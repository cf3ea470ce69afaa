"""Months in brackets behind a quarter or half-year lie in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.pola import clean
from akuntabel.facts.struktur import AlineaFakta
from akuntabel.facts.tabel import Tabel
from akuntabel.facts.urutan import read_number
from akuntabel.facts.waktu import months_of
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_PART = re.compile(
    r"\b(?P<jenis>triwulan|tribulan|tw|semester|caturwulan)\.? ?(?P<nomor>iv|i{1,3}|[1-4])\b[^().,;]{0,15}"
    r"(?:\((?P<kurung>[^()]{3,60})\)|(?:yaitu|bulan) (?P<bulan>[^.,;()]{3,40}))",
    re.IGNORECASE,
)
_LENGTH = {"semester": 6, "caturwulan": 4}


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for fact in fakta.struktur.alinea:
        yield from _judge(clean(fact.teks), fact)
    for table in fakta.tabel:
        for column in table.kolom:
            yield from _judge(column.teks, table)


def _judge(text: str, source: AlineaFakta | Tabel) -> Iterator[Jawaban]:
    for match in _PART.finditer(text):
        months = months_of(match["kurung"] or match["bulan"])
        number = read_number(match["nomor"].upper())
        if not months or not number:
            continue
        length = _LENGTH.get(match["jenis"].lower(), 3)
        last = length * number[-1].nilai
        if all(last - length < m <= last for m in months):
            yield LOLOS
            continue
        yield Masalah(
            proof(source),
            f"'{match[0]}': bulan itu tidak berada dalam {match['jenis'].lower()} {match['nomor']}",
            Keyakinan.PASTI,
            tertulis=match[0],
        )


ATURAN = Aturan(
    kode="WKT-09",
    judul="Bulan sesuai dengan triwulan atau semesternya",
    kelompok=Kelompok.WAKTU,
    tingkat=Tingkat.SEDANG,
    dasar="Kalender",
    penjelasan=(
        "Bulan yang ditulis di belakang triwulan, caturwulan, atau semester termasuk di dalamnya, misalnya triwulan IV "
        "(Oktober sampai Desember)."
    ),
    bila_kosong="tidak ada triwulan atau semester yang disebut bersama bulannya",
    run=_run,
)
