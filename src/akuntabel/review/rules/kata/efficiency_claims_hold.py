"""What is called efficient reached at least as much of its target as it spent of its budget."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.angka import Angka
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_EFFICIENT = re.compile(r"\befisien\b")
_NOT = re.compile(
    r"\b(?:tidak|belum|kurang|bukan|tak)\s+(?:\w+\s+)?efisien\b|\b(?:agar|supaya|lebih|harus|secara)\s+efisien\b"
)
_REACHED = re.compile(
    r"\b(?:capaian|ketercapaian|pencapaian)\b(?![^\d]*\b(?:serapan|penyerapan|anggaran|keuangan)\b)[^\d;]*$"
)
_SPENT = re.compile(r"\b(?:penyerapan|serapan|realisasi (?:anggaran|keuangan|belanja))\b[^\d;]*$")


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for sentence in fakta.kalimat:
        if _EFFICIENT.search(sentence.kecil) and not _NOT.search(sentence.kecil):
            reached, spent = _percent(sentence, _REACHED), _percent(sentence, _SPENT)
            if reached and spent and reached.nilai is not None and spent.nilai is not None:
                yield LOLOS if reached.nilai >= spent.nilai else _problem(sentence, reached, spent)


def _percent(sentence: Kalimat, words: re.Pattern[str]) -> Angka | None:
    """The one percentage that these words lead to."""
    ends = [0, *(n.akhir for n in sentence.angka)]
    pairs = zip(sentence.angka, ends, strict=False)
    found = [n for n, end in pairs if n.persen and words.search(sentence.kecil[end : n.awal])]
    return found[0] if len(found) == 1 else None


def _problem(sentence: Kalimat, reached: Angka, spent: Angka) -> Masalah:
    return Masalah(
        proof(sentence),
        f"disebut efisien, padahal capaian kinerja {reached.teks} lebih rendah dari penyerapan anggaran {spent.teks}",
        Keyakinan.MUNGKIN,
        tertulis="efisien",
        hitungan=f"{reached.teks} < {spent.teks}",
        saran="Sebut dasar efisiensinya, atau sesuaikan simpulannya.",
    )


ATURAN = Aturan(
    kode="KAT-07",
    judul="Yang disebut efisien mencapai kinerja sedikitnya sebesar penyerapan anggarannya",
    kelompok=Kelompok.KATA,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan dua nilai dalam satu kalimat; ukuran efisiensi yang lazim pada laporan kinerja",
    penjelasan=(
        "Kalimat yang menyebut capaian kinerja dan penyerapan anggaran lalu menyimpulkan efisien dibandingkan kedua "
        "persentasenya. Selalu mungkin, karena laporan dapat memakai ukuran efisiensi lain."
    ),
    bila_kosong="tidak ada kalimat yang menyebut efisien beserta capaian dan penyerapannya",
    run=_run,
)
