"""Recommendations and plans of the report speak of years to come, not of the year that has passed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_RECOMMENDS = re.compile(
    r"\b(?:rekomendasi|direkomendasikan|merekomendasikan|saran|disarankan|perbaikan)\b", re.IGNORECASE
)
_ONWARD = r"tahun {year}(?: dan|,)? (?:tahun-tahun|tahun) (?:berikutnya|selanjutnya|mendatang|yang akan datang)"
_PLANNING = (
    r"(?:penyusunan|menyusun|bahan) rencana (?:kerja|kegiatan|aksi|program)\w*(?: dan \w+)? (?:pada )?tahun {year}"
)
_WILL = r"\bakan (?:dilaksanakan|dilakukan|ditingkatkan|disusun|diusulkan|dianggarkan)[^.;]{{0,60}}tahun {year}\b"
_TOLD_IN_IT = re.compile(r"\b(?:telah|sudah|pada awal|dilaporkan|mengusulkan pada|perubahan)\b", re.IGNORECASE)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    if fakta.tahun is None:
        return
    onward, planning, will = (
        re.compile(p.format(year=fakta.tahun), re.IGNORECASE) for p in (_ONWARD, _PLANNING, _WILL)
    )
    for sentence in fakta.kalimat:
        text = sentence.teks
        found = onward.search(text) if _RECOMMENDS.search(text) else None
        found = found or planning.search(text) or (None if _TOLD_IN_IT.search(text) else will.search(text))
        if found is None:
            if _RECOMMENDS.search(text) and sentence.tahun:
                yield LOLOS
            continue
        sure = onward.search(text) is not None
        yield Masalah(
            proof(sentence),
            f"'{found[0]}' menunjuk tahun laporan, yang sudah lewat saat laporan disusun",
            Keyakinan.PASTI if sure else Keyakinan.MUNGKIN,
            tertulis=str(fakta.tahun),
            seharusnya=str(fakta.tahun + 1),
            dugaan_penyebab="Kalimat disalin dari laporan tahun sebelumnya.",
        )


ATURAN = Aturan(
    kode="WKT-06",
    judul="Rekomendasi dan rencana menunjuk tahun yang akan datang",
    kelompok=Kelompok.WAKTU,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan dengan tahun laporan",
    penjelasan=(
        "Laporan disusun sesudah tahunnya berakhir, jadi rekomendasi dan rencana yang ditulisnya menunjuk tahun "
        "berikutnya. Kalimat tentang yang telah dilakukan pada tahun laporan dilewati."
    ),
    bila_kosong="tidak ada rekomendasi yang menyebut tahun",
    run=_run,
)
