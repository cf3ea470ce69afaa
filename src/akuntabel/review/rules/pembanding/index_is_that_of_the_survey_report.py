"""The satisfaction index of the year is that of the survey report that is given. Periods differ: only asked."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pernyataan import IKM, Pernyataan
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah, Pembanding
from akuntabel.review.bukti import other_place, proof, proof_of_other
from akuntabel.review.pembanding import DASAR, of_kinds, of_other_years


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    own = _claims(fakta, fakta.tahun)
    yield from of_other_years(fakta, konteks, "laporan_skm")
    for other in of_kinds(fakta, konteks, "laporan_skm"):
        theirs = _claims(other.fakta, fakta.tahun)
        if own and theirs:
            yield _judge(own, theirs, other)


def _claims(fakta: Fakta, year: int | None) -> list[Pernyataan]:
    claims = (c for c in fakta.pernyataan if c.indikator == IKM and c.besaran is Peran.REALISASI)
    return [c for c in claims if c.tahun in (year, None) and c.angka.nilai is not None and c.angka.desimal]


def _judge(own: list[Pernyataan], theirs: list[Pernyataan], other: Pembanding) -> Jawaban:
    values = [c.angka.nilai for c in theirs if c.angka.nilai is not None]
    if any(c.angka.near(v) for c in own for v in values):
        return LOLOS
    mine, his = own[0], theirs[0]
    return Masalah(
        proof(mine),
        f"indeks kepuasan masyarakat tertulis {mine.angka.teks}, sedangkan pada laporan survei "
        f"({other_place(other.fakta, his)}) {his.angka.teks}; periode yang sama?",
        Keyakinan.MUNGKIN,
        terkait=(proof_of_other(other.fakta, his),),
        tertulis=mine.angka.teks,
        saran="Sebut periode survei, atau samakan nilainya.",
    )


ATURAN = Aturan(
    kode="PBD-04",
    judul="Indeks kepuasan sama dengan laporan survei yang diberikan",
    kelompok=Kelompok.PEMBANDING,
    tingkat=Tingkat.SEDANG,
    dasar=DASAR,
    penjelasan=(
        "Indeks kepuasan masyarakat tahun laporan dibandingkan dengan yang disebut laporan survei yang diberikan "
        "dengan --pembanding. Selalu mungkin, karena periodenya dapat berbeda."
    ),
    bila_kosong="tidak ada laporan survei pembanding dengan indeks tahun laporan",
    run=_run,
)
