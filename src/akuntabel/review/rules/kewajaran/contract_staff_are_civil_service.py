"""PPPK are civil service (ASN): a head or a sentence that calls them non-ASN counts them in the wrong group."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.findings import LOLOS, Keyakinan, Terkait, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_STAFF = re.compile(r"\b(?:pppk|p3k)\b", re.IGNORECASE)
# Right beside each other: "Non ASN PPPK", "PPPK (Non-ASN)". A list "PPPK dan Non ASN" names two groups.
_WRONG = re.compile(r"\bnon[\s-]*asn\s*[(/-]?\s*(?:pppk|p3k)\b|\b(?:pppk|p3k)\s*\(\s*non[\s-]*asn\s*\)", re.IGNORECASE)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for text, place in _texts(fakta):
        if _STAFF.search(text):
            wrong = _WRONG.search(text)
            yield _problem(wrong[0], place) if wrong else LOLOS


def _texts(fakta: Fakta) -> Iterator[tuple[str, Terkait]]:
    """Heads of columns and captions of tables, and sentences."""
    for table in fakta.tabel:
        heads = "; ".join(k.teks for k in table.kolom)
        yield f"{table.judul}; {heads}", proof(table)
    for sentence in fakta.kalimat:
        yield sentence.teks, proof(sentence)


def _problem(words: str, place: Terkait) -> Masalah:
    return Masalah(
        place,
        f"'{words}': PPPK termasuk pegawai ASN; yang dimaksud PPPK atau pegawai non-ASN?",
        Keyakinan.MUNGKIN,
        tertulis=words,
        saran="Hitung PPPK sebagai ASN, dan pisahkan pegawai non-ASN.",
    )


ATURAN = Aturan(
    kode="KWJ-06",
    judul="PPPK tidak disebut non-ASN",
    kelompok=Kelompok.KEWAJARAN,
    tingkat=Tingkat.RENDAH,
    dasar="UU 20/2023 tentang Aparatur Sipil Negara (belum diperiksa pada naskah asli)",
    penjelasan=(
        "Pegawai ASN terdiri atas PNS dan PPPK. Kepala kolom, judul tabel, dan kalimat yang menempelkan PPPK pada "
        "sebutan non-ASN ditanyakan. Daftar yang menyebut PPPK dan non-ASN sebagai dua kelompok dibiarkan."
    ),
    bila_kosong="PPPK tidak disebut",
    run=_run,
)
