"""A satisfaction index stands with the number of people who answered. Only asked, once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pernyataan import IKM
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_COUNTED = re.compile(
    r"\d[\d.]*\s*(?:\([^()]*\)\s*)?(?:orang\s+)?(?:responden|sampel)\b"
    r"|\b(?:responden|sampel)\b[^.;]{0,60}?\b\d|\bn\s*=\s*\d",
    re.IGNORECASE,
)
_HEADED = re.compile(r"\bresponden\b|^n$|\(n\)", re.IGNORECASE)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    claims = [c for c in fakta.pernyataan if c.indikator == IKM and c.besaran is Peran.REALISASI and c.angka.desimal]
    if not claims:
        return
    said = any(_COUNTED.search(s.teks) for s in fakta.kalimat)
    listed = any(_HEADED.search(k.teks) for t in fakta.tabel for k in t.kolom)
    if said or listed:
        yield LOLOS
        return
    first = claims[0]
    yield Masalah(
        proof(first),
        f"indeks kepuasan masyarakat {first.angka.teks} disebut tanpa banyaknya responden",
        Keyakinan.MUNGKIN,
        tertulis=first.angka.teks,
        saran="Sebut banyaknya responden dan periode survei.",
    )


ATURAN = Aturan(
    kode="KWJ-05",
    judul="Indeks survei disebut bersama banyaknya responden",
    kelompok=Kelompok.KEWAJARAN,
    tingkat=Tingkat.RENDAH,
    dasar="PermenPANRB 14/2017, lampiran",
    penjelasan=(
        "Bila laporan memuat nilai indeks kepuasan masyarakat, banyaknya responden disebut pada kalimat atau tabel. "
        "Ditanyakan satu kali."
    ),
    bila_kosong="tidak ada nilai indeks kepuasan masyarakat",
    run=_run,
)
