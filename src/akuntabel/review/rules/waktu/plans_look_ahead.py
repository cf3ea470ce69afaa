"""Recommendations and plans of the report speak of years to come, not of the year that has passed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
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
_STEPS = re.compile(
    r"\b(?:langkah(?:-langkah)? (?:perbaikan|ke depan)|rencana (?:perbaikan|tindak lanjut)|memperbaiki kinerja"
    r"|meningkatkan kinerja|upaya perbaikan)[^.;]{0,40}?\btahun (?P<tahun>(?:19|20)\d{2})\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"\b(?:penutup|simpulan|kesimpulan|tindak lanjut|langkah)\b", re.IGNORECASE)
_TOLD_IN_IT = re.compile(r"\b(?:telah|sudah|pada awal|dilaporkan|mengusulkan pada|perubahan)\b", re.IGNORECASE)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    if fakta.tahun is None:
        return
    patterns = tuple(re.compile(p.format(year=fakta.tahun), re.IGNORECASE) for p in (_ONWARD, _PLANNING, _WILL))
    for sentence in fakta.kalimat:
        if found := _found(sentence, patterns, fakta.tahun):
            yield _problem(sentence, found, fakta.tahun, sure=patterns[0].search(sentence.teks) is not None)
        elif sentence.tahun and _RECOMMENDS.search(sentence.teks):
            yield LOLOS


def _found(sentence: Kalimat, patterns: tuple[re.Pattern[str], ...], year: int) -> re.Match[str] | None:
    """The words that look to the year of the report, or to one before it."""
    text = sentence.teks
    if not sentence.tahun:
        return None
    onward, planning, will = patterns
    if found := (onward.search(text) if _RECOMMENDS.search(text) else None) or planning.search(text):
        return found
    if _TOLD_IN_IT.search(text):
        return None
    steps = _STEPS.search(text) if any(_CLOSING.search(b) for b in sentence.alinea.bagian) else None
    return steps if steps and int(steps["tahun"]) <= year else will.search(text)


def _problem(sentence: Kalimat, found: re.Match[str], year: int, *, sure: bool) -> Masalah:
    return Masalah(
        proof(sentence),
        f"'{found[0]}' menunjuk tahun yang sudah lewat saat laporan disusun",
        Keyakinan.PASTI if sure else Keyakinan.MUNGKIN,
        tertulis=str(year) if "tahun" not in found.groupdict() else found["tahun"],
        seharusnya=str(year + 1),
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
        "berikutnya; begitu pula langkah perbaikan pada bab penutup. Kalimat tentang yang telah dilakukan "
        "pada tahun laporan dilewati."
    ),
    bila_kosong="tidak ada rekomendasi yang menyebut tahun",
    run=_run,
)
