"""A sentence that draws a category from a table names the category that the table gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.predikat import Predikat
from akuntabel.facts.skala import normal_class
from akuntabel.findings import LOLOS, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_FROM_TABLE = re.compile(
    r"\btabel\b[^.;]{0,40}?(?:di ?atas|tersebut|berikut|di ?bawah)|\b(?:berdasarkan|dari) tabel\b|\btabel \d"
)
_FAR = 12  # blocks between a table and the sentence that speaks of it


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    given = [p for p in fakta.predikat if p.tabel is not None]
    for said in fakta.predikat:
        if isinstance(said.asal, Kalimat) and said.angka is None and _FROM_TABLE.search(said.asal.kecil):
            answer = _judge(said, said.asal, given)
            if answer:
                yield answer


def _judge(said: Predikat, sentence: Kalimat, given: Sequence[Predikat]) -> Jawaban | None:
    """Only against a table whose rows all have one category."""
    block = sentence.alinea.blok
    near = [p for p in given if p.tabel and 0 < block - p.tabel.blok <= _FAR]
    last = max((p.tabel.blok for p in near if p.tabel), default=None)
    told = [p for p in near if p.tabel and p.tabel.blok == last]
    words = {normal_class(p.kata) for p in told}
    if not told:
        return None
    if normal_class(said.kata) in words:
        return LOLOS
    if len(words) > 1:
        return Lewat("tabelnya memuat beberapa kategori")
    return _problem(said, told[0])


def _problem(said: Predikat, given: Predikat) -> Masalah:
    table = given.tabel
    name = table.nama if table else "tabel"
    row = given.baris.teks() if given.baris else None
    return Masalah(
        proof(said.asal),
        f"kalimat ini menyimpulkan kategori '{said.kata}', sedangkan {name} memberi '{given.kata}'",
        terkait=(proof(given.asal, table, row),),
        tertulis=said.kata,
        seharusnya=given.kata,
        saran="Samakan kategori pada kalimat dan pada tabelnya, lalu periksa capaiannya.",
    )


ATURAN = Aturan(
    kode="CPN-02",
    judul="Kategori dalam simpulan sama dengan kategori pada tabelnya",
    kelompok=Kelompok.CAPAIAN,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Kalimat yang menarik kategori dari tabel di atasnya menyebut kategori yang memang diberikan tabel itu. "
        "Tabel dengan beberapa kategori yang berbeda dilewati, karena simpulan umum dapat ditarik dengan cara lain."
    ),
    bila_kosong="tidak ada kalimat yang menarik kategori dari tabel",
    run=_run,
)
