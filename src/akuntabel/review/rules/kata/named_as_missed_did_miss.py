"""The indicators that a sentence names as not reached are those that the measuring table shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from akuntabel.bahasa.kalimat import join_list
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.klaim_capai import KlaimCapai
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pengukuran import BarisPengukuran
from akuntabel.facts.subjek import mentions
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.arah_capaian import direction
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.tabel_utama import all_rows
from akuntabel.review.vonis_capai import verdict

_NAMES = re.compile(
    r"\bindikator(?: kinerja(?: utama)?)? yang (?:belum|tidak) (?:mencapai|memenuhi|tercapai)(?: target(?:nya)?)?"
    r"(?: pada tahun \d{4})?,? (?:ialah|adalah|yaitu|yakni|meliputi|terdiri (?:atas|dari))\s*:?\s*(?P<isi>[^.;]+)",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:antara lain|di ?antaranya|triwulan|semester)\b", re.IGNORECASE)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    rows = all_rows(fakta)
    judged = [(r, _missed(fakta, r)) for r in rows]
    for sentence in fakta.kalimat if rows else ():
        match = _NAMES.search(sentence.teks)
        if match and not _OPEN.search(sentence.teks):
            yield from _judge(sentence, match["isi"], judged)


def _missed(fakta: Fakta, row: BarisPengukuran) -> bool | None:
    """Whether a target was missed; None where the table does not tell for sure."""
    way = direction(fakta, row.indikator, row.sasaran)
    found = verdict(row.angka(Peran.TARGET), row.angka(Peran.REALISASI), row.angka(Peran.CAPAIAN), way)
    sure = found is not None and (found.pasti or row.angka(Peran.CAPAIAN) is not None)
    return found.benar is KlaimCapai.BELUM if found and sure else None


def _judge(sentence: Kalimat, listed: str, judged: Sequence[tuple[BarisPengukuran, bool | None]]) -> Iterator[Jawaban]:
    named = [(r, missed) for r, missed in judged if mentions(listed, r.indikator)]
    wrong = [r for r, missed in named if missed is False]
    absent = [r for r, missed in judged if missed and not mentions(listed, r.indikator)]
    if not named:
        return
    if not wrong and not absent:
        yield LOLOS
        return
    told = [f"{join_list([r.indikator for r in rows])} {words}" for rows, words in (
        (wrong, "mencapai targetnya"), (absent, "belum mencapai targetnya tetapi tidak disebut")) if rows]  # fmt: skip
    yield Masalah(
        proof(sentence),
        f"indikator yang disebut belum mencapai target tidak sama dengan tabelnya: menurut "
        f"{(wrong or absent)[0].tabel.nama} {'; '.join(told)}",
        Keyakinan.PASTI if wrong else Keyakinan.MUNGKIN,
        terkait=tuple(proof(r.baris, r.tabel) for r in (*wrong, *absent)),
        tertulis=listed.strip(),
        seharusnya=join_list([r.indikator for r, missed in judged if missed]) or None,
        saran="Samakan indikator yang disebut dengan tabel pengukuran.",
    )


ATURAN = Aturan(
    kode="KAT-12",
    judul="Indikator yang disebut belum tercapai memang belum tercapai",
    kelompok=Kelompok.KATA,
    tingkat=Tingkat.TINGGI,
    dasar="Perbandingan dengan tabel pengukuran",
    penjelasan=(
        "Kalimat 'indikator yang belum mencapai target ialah A dan B' dibandingkan dengan target dan realisasi setiap "
        "indikator. Pasti bila yang disebut menurut tabel mencapai targetnya; bila ada yang tidak disebut, mungkin. "
        "Kalimat tentang triwulan dan daftar terbuka dilewati."
    ),
    bila_kosong="tidak ada kalimat yang menyebut indikator yang belum mencapai target, atau tidak ada tabel pengukuran",
    run=_run,
)
