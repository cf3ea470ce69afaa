"""The count of activities that a sentence announces is that of the list of programmes behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.angka import Angka
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.program import DaftarProgram, Sebutan
from akuntabel.facts.struktur import AlineaFakta
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_NEAR = 4  # blocks between the sentence and its list
_ANNOUNCES = re.compile(r"\b(?:sebagai berikut|berikut(?: ini)?|yaitu|yakni|diuraikan|terdiri (?:dari|atas))\b|:\s*$")
_OPEN = re.compile(r"\b(?:antara lain|di ?antaranya|misalnya)\b", re.IGNORECASE)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for sentence in fakta.kalimat:
        counts = [n for n in sentence.angka if n.satuan == "kegiatan" and n.nilai is not None and not n.desimal]
        programs = any(n.satuan == "program" for n in sentence.angka)
        listed = _listed(sentence, fakta) if len(counts) == 1 and programs else None
        if listed:
            yield _judge(sentence, counts[0], listed)


def _listed(sentence: Kalimat, fakta: Fakta) -> DaftarProgram | None:
    """The list right behind a sentence that announces one."""
    if not _ANNOUNCES.search(sentence.kecil):
        return None
    block = sentence.alinea.blok
    return next((d for d in fakta.daftar_program if 0 < _block(d) - block <= _NEAR and all(d.anak.values())), None)


def _block(listed: DaftarProgram) -> int:
    first = listed.program[0].fakta
    return first.blok if isinstance(first, AlineaFakta) else listed.tabel.blok if listed.tabel else 0


def _judge(sentence: Kalimat, stated: Angka, listed: DaftarProgram) -> Jawaban:
    count = sum(map(len, listed.anak.values()))
    if stated.nilai == count:
        return LOLOS
    if any(_is_open(p, len(a)) for p, a in zip(listed.program, listed.anak.values(), strict=False)):
        return Lewat("daftarnya terbuka (antara lain, di antaranya)")
    parts = " + ".join(str(len(a)) for a in listed.anak.values())
    return Masalah(
        proof(sentence),
        f"disebut {stated.teks} kegiatan, sedangkan {listed.nama} memuat {parts} = {count}",
        Keyakinan.MUNGKIN,
        terkait=(proof(listed.program[0].fakta, listed.tabel), proof(listed.program[-1].fakta, listed.tabel)),
        tertulis=stated.teks,
        hitungan=f"{parts} = {count}",
        saran="Samakan banyaknya kegiatan dengan daftarnya.",
    )


def _is_open(program: Sebutan, count: int) -> bool:
    """Whether the item says that its list is not whole, and does not count it rightly either."""
    text = program.fakta.teks if isinstance(program.fakta, AlineaFakta) else ""
    return bool(_OPEN.search(text)) and not re.search(rf"\b{count}\b", text)


ATURAN = Aturan(
    kode="KON-16",
    judul="Banyaknya kegiatan dalam kalimat sama dengan daftar programnya",
    kelompok=Kelompok.KONSISTENSI,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Kalimat yang mengumumkan sejumlah program dan kegiatan dibandingkan dengan daftar atau tabel program tepat di "
        "belakangnya: kegiatan di bawah semua program dijumlahkan. Daftar yang terbuka (antara lain) dilewati. Selalu "
        "mungkin, karena daftar dapat memuat subkegiatan tanpa tanda."
    ),
    bila_kosong="tidak ada kalimat yang mengumumkan program dan kegiatan beserta daftarnya",
    run=_run,
)
