"""Headings and running headers name the report year where they speak of this report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.doctree.naskah import Alinea, LetakBlok
from akuntabel.facts.angka import years
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.pola import clean
from akuntabel.findings import LOLOS, Keyakinan, Lokasi, Terkait, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_OWN = re.compile(
    r"\b(?:laporan (?:akuntabilitas )?kinerja|lkj|lkip|lkjip|lakip|perjanjian kinerja|pengukuran kinerja"
    r"|capaian kinerja|realisasi anggaran|akuntabilitas keuangan)\b",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"dengan|dibanding|perbandingan|sebelumnya|lalu|sampai|hingga|s\.?d\.?|mendatang|berikutnya|rencana|tindak lanjut"
    r"|target|(?:19|20)\d{2}\s*[-–/]",
    re.IGNORECASE,
)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    if fakta.tahun is None:
        return
    for heading in fakta.struktur.judul:
        yield from _judge(heading.teks, proof(heading), fakta.tahun, "judul", Keyakinan.MUNGKIN)
    seen: set[str] = set()
    for block in fakta.naskah.blok:
        if not isinstance(block, Alinea) or block.letak not in (LetakBlok.KEPALA_HALAMAN, LetakBlok.KAKI_HALAMAN):
            continue
        text = re.sub(r"\s*\|?\s*\d{1,3}$", "", clean(block.teks))
        if text not in seen:
            seen.add(text)
            place = Terkait(text, Lokasi(baris=(block.tempat.baris,), halaman=block.tempat.halaman))
            yield from _judge(text, place, fakta.tahun, "kepala atau kaki halaman", Keyakinan.PASTI)


def _judge(text: str, place: Terkait, report: int, what: str, sure: Keyakinan) -> Iterator[Jawaban]:
    named = years(text)
    if len(named) != 1 or not _OWN.search(text) or _COMPARES.search(text):
        return
    if named[0] == report:
        yield LOLOS
        return
    yield Masalah(
        place,
        f"{what} '{text}' menyebut tahun {named[0]}, padahal laporan ini untuk tahun {report}",
        sure,
        tertulis=str(named[0]),
        seharusnya=str(report),
    )


ATURAN = Aturan(
    kode="WKT-11",
    judul="Judul dan kepala halaman menyebut tahun laporan",
    kelompok=Kelompok.WAKTU,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan dengan tahun laporan",
    penjelasan=(
        "Judul dan kepala atau kaki halaman yang menyebut laporan, perjanjian, pengukuran, atau realisasi menyebut "
        "tahun laporan. Judul tentang perbandingan, target, dan tahun berikutnya dilewati."
    ),
    bila_kosong="tidak ada judul atau kepala halaman yang menyebut tahun",
    run=_run,
)
