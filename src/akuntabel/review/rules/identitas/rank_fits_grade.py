"""A rank stands beside its own grade: Penata Tingkat I is III/d."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from akuntabel.facts.fakta import Fakta
from akuntabel.findings import LOLOS, Keyakinan, Terkait, Tingkat
from akuntabel.regulations import Regulations
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_STEP = r",? ?(?:tk|tkt|tingkat)\b\.? ?(?:i|1)\b"
_RANK = rf"(?P<pangkat>(?:pembina|penata|pengatur|juru)(?: utama)?(?: muda| madya)?(?:{_STEP})?)"
_PAIR = re.compile(
    _RANK + r"\s*[,/(-]*\s*(?:gol(?:ongan)?\.?(?:\s*ruang)?\s*:?\s*)?\(?(?P<gol>(?:iv|i{1,3})\s?[/.]?\s?[a-e])\b(?!\w)",
    re.IGNORECASE,
)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    grades = grades_by_rank(konteks.regulations)
    for fact in fakta.struktur.alinea:
        for match in _PAIR.finditer(fact.teks):
            yield _judge(match, grades, proof(fact))
    for table in fakta.tabel:
        for row in table.baris:
            text = " ".join(c.teks for c in row.sel if c.teks and not c.lanjutan)
            for match in _PAIR.finditer(text):
                yield _judge(match, grades, proof(row, table))


def grades_by_rank(regulations: Regulations) -> Mapping[str, str]:
    """The grade of each rank, by its name in lower case."""
    return {g.nama.lower(): g.kode for g in regulations.golongan("pns").golongan}


def _judge(match: re.Match[str], grades: Mapping[str, str], place: Terkait) -> Jawaban:
    rank = re.sub(_STEP, " tingkat i", match["pangkat"].lower())
    rank = " ".join(rank.split())
    number, letter = re.fullmatch(r"(iv|i{1,3})\s?[/.]?\s?([a-e])", match["gol"].lower()).groups()  # type: ignore[union-attr]
    grade, wanted = f"{number.upper()}/{letter}", grades.get(rank)
    if wanted is None or grade == wanted:
        return LOLOS
    return Masalah(
        place,
        f"pangkat {match['pangkat']} ditulis dengan golongan {grade}; golongannya {wanted}",
        Keyakinan.PASTI,
        tertulis=f"{match['pangkat']} {grade}",
        seharusnya=f"{match['pangkat']} {wanted}",
    )


ATURAN = Aturan(
    kode="IDN-10",
    judul="Pangkat sesuai dengan golongan ruangnya",
    kelompok=Kelompok.IDENTITAS,
    tingkat=Tingkat.SEDANG,
    dasar="Peraturan kepangkatan pegawai negeri sipil (belum diperiksa pada naskah asli)",
    penjelasan=(
        "Pangkat dan golongan ruang yang tertulis berdampingan sesuai dengan daftar pangkat, misalnya Penata Tingkat I "
        "dengan III/d. Berlaku untuk kalimat dan tabel."
    ),
    bila_kosong="tidak ada pangkat yang ditulis bersama golongannya",
    run=_run,
)
