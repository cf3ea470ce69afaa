"""A section speaks of each thing that its heading names: "Tujuan dan Manfaat" of benefits too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from akuntabel.doctree.naskah import GambarNaskah
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.pola import clean
from akuntabel.facts.struktur import JenisJudul, Judul
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

# Things that a heading may name, and the words by which a section speaks of them.
_THINGS = {
    "maksud": r"maksud|dimaksudkan",
    "tujuan": r"tujuan|bertujuan|untuk",
    "manfaat": r"manfaat|bermanfaat|berguna|kegunaan",
    "visi": r"visi",
    "misi": r"misi",
    "strategi": r"strategi",
    "kebijakan": r"kebijakan",
    "sasaran": r"sasaran",
    "tugas": r"tugas|bertugas|fungsi",  # "tugas dan fungsi" is one phrase: functions spell the duty out
    "fungsi": r"fungsi|berfungsi",
    "permasalahan": r"masalah|permasalahan|kendala|hambatan",
    "hambatan": r"hambatan|kendala|masalah|permasalahan|terhambat",
    "kendala": r"kendala|hambatan|masalah|permasalahan",
    "solusi": r"solusi|upaya|langkah|tindak",
    "rekomendasi": r"rekomendasi|direkomendasikan|saran|perbaikan|perlu|diharapkan|agar|akan",
    "kesimpulan": r"simpul|disimpulkan|dapat|hasil|capai|capaian",
    "saran": r"saran|disarankan|perlu|diharapkan|agar",
    "ruang lingkup": r"lingkup|meliputi|mencakup",
    "dasar hukum": r"undang|peraturan|keputusan",
}
_PARTS = re.compile(r"\s*(?:,|&|/|\bdan\b|\bserta\b)\s*", re.IGNORECASE)
_FEWEST = 25  # words of a section that says something


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    headings = fakta.struktur.judul
    for heading, following in zip_longest(headings, headings[1:]):
        promised = [p.lower() for p in _PARTS.split(heading.teks) if p.lower() in _THINGS]
        if len(promised) > 1 and heading.jenis is not JenisJudul.BAB:
            yield from _judge(fakta, heading, following, promised)


def _judge(fakta: Fakta, heading: Judul, following: Judul | None, promised: list[str]) -> Iterator[Jawaban]:
    own = next((f.bagian for f in fakta.struktur.alinea if f.blok == heading.blok), ())
    facts = [f for f in fakta.struktur.alinea if f.bagian[: len(own)] == own and f.blok > heading.blok]
    tables = [t for t in fakta.tabel if t.bagian[: len(own)] == own]
    text = " ".join([*(clean(f.teks) for f in facts), *(r.teks() for t in tables for r in t.baris)]).lower()
    last = max((f.blok for f in facts), default=heading.blok)
    pictured = any(isinstance(b, GambarNaskah) for b in fakta.naskah.blok[heading.blok : last + 2])
    if len(text.split()) < _FEWEST or pictured or fakta.naskah.halaman_gambar:
        yield Lewat("bagian terlalu pendek atau memuat gambar")
        return
    for thing in promised:
        if re.search(rf"\b(?:{_THINGS[thing]})", text):
            yield LOLOS
            continue
        yield Masalah(
            proof(heading),
            f"judul '{heading.nomor} {heading.teks}' menjanjikan {thing}, tetapi isinya tidak menyebut {thing}",
            Keyakinan.MUNGKIN,
            terkait=tuple(proof(f) for f in facts[:2]),
            tertulis=heading.teks,
            saran=f"Uraikan {thing}, atau sesuaikan judulnya.",
        )


ATURAN = Aturan(
    kode="STR-15",
    judul="Isi bagian memuat yang dijanjikan judulnya",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.RENDAH,
    dasar="Perbandingan judul dengan isinya",
    penjelasan=(
        "Judul yang menyebut dua hal, misalnya 'Tujuan dan Manfaat', diikuti isi yang membahas keduanya, dikenali dari "
        "kata yang lazim untuk hal itu. Bagian pendek dan bagian yang memuat gambar dilewati."
    ),
    bila_kosong="tidak ada judul yang menyebut dua hal",
    run=_run,
)
