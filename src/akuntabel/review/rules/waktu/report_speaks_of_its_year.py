"""Where a report says what it reports, it names its own year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bagian import REPORTS
from akuntabel.review.bukti import proof

_REPORTS = re.compile(
    r"\b(?:laporan(?: \w+){0,5} ini|lkj?ip ini|lakip ini)\b[^.;]{0,40}?"
    r"\b(?:menguraikan|memuat|menyajikan|menggambarkan|menyampaikan|melaporkan|memberikan gambaran|merupakan)\b"
)
_PREPARED = re.compile(
    r"\b(?:laporan (?:akuntabilit\w+ )?kinerja|lkj?ip|lakip)\b[^.;]{0,60}?\btahun (?:anggaran )?20\d{2}\b"
    r"[^.;]{0,90}?\b(?:dapat (?:kami )?(?:disusun|susun|diselesaikan|selesaikan|tersusun)"
    r"|(?:ini )?(?:disusun|dibuat) (?:guna|untuk|sebagai|dalam rangka|berdasarkan))\b"
)
_LAST = re.compile(r"\b(?:penutup|kesimpulan|simpulan)\b", re.IGNORECASE)
_ACHIEVED = re.compile(
    r"\b(?:capaian|pencapaian|realisasi|kinerja)\b[^.;\d]{0,120}?\b(?:pada |selama |di )?tahun (?:anggaran )?20\d{2}\b"
    r"|\btahun (?:anggaran )?20\d{2}\b[^.;\d]{0,30}\b(?:mencapai|memperoleh|menghasilkan)\b[^.;\d]{0,40}"
    r"\b(?:capaian|kinerja)\b"
)
_OTHERWISE = re.compile(
    r"\b(?:dibanding\w*|perbandingan|(?:di)?evaluasi|kelanjutan|lanjutan|melanjutkan"
    r"|tindak lanjut|rencana|semula|sebelumnya|sejak|renstra|rpjmd|peraturan)\b"
)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    year = fakta.tahun
    if year is None or fakta.identitas.jenis not in REPORTS:
        return
    for sentence in fakta.kalimat:
        told = _says_it_reports(sentence.kecil) or _concludes(sentence)
        if not sentence.tahun or not told or _OTHERWISE.search(sentence.kecil):
            continue
        if year in sentence.tahun or set(sentence.tahun) != {year - 1}:
            yield LOLOS
            continue
        yield Masalah(
            proof(sentence),
            f"laporan tahun {year} menyebut dirinya melaporkan tahun {year - 1}",
            Keyakinan.MUNGKIN,
            tertulis=str(year - 1),
            seharusnya=str(year),
            dugaan_penyebab="kalimat disalin dari laporan tahun sebelumnya",
            saran="Perbarui tahunnya.",
        )


def _concludes(sentence: Kalimat) -> bool:
    """A sentence of the last chapter that sums up what a year achieved."""
    path = sentence.alinea.bagian
    last = bool(path) and any(_LAST.search(part) for part in path)
    return last and _ACHIEVED.search(sentence.kecil) is not None


def _says_it_reports(text: str) -> bool:
    return _REPORTS.search(text) is not None or _PREPARED.search(text) is not None


ATURAN = Aturan(
    kode="WKT-12",
    judul="Laporan menyebut tahunnya sendiri sebagai yang dilaporkan",
    kelompok=Kelompok.WAKTU,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan dengan tahun laporan",
    penjelasan=(
        "Kalimat yang mengatakan apa yang diuraikan laporan ini, atau bahwa laporan ini telah disusun, menyebut tahun "
        "laporan. Bila yang disebut hanya tahun sebelumnya, kalimat itu dipertanyakan; perbandingan, evaluasi, dan "
        "rencana dilewati."
    ),
    bila_kosong="tidak ada kalimat yang mengatakan tahun apa yang dilaporkan",
    run=_run,
)
