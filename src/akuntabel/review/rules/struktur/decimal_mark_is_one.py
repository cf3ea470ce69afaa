"""Decimals are written with one mark, the comma."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.angka import Angka, TandaDesimal
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.kolom import Peran
from akuntabel.facts.struktur import PeranAlinea
from akuntabel.facts.tabel import BarisTabel, Tabel
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_LEAST = 2  # numbers of each kind before the document mixes them
_PLACES = (1, 2)
_SHOWN = 5


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    written = [(number, proof(fact, table)) for number, fact, table in _numbers(fakta) if _is_decimal(number)]
    written.sort(key=lambda pair: pair[1].lokasi.baris)
    dots = [(n, p) for n, p in written if n.tanda is TandaDesimal.TITIK]
    commas = [(n, p) for n, p in written if n.tanda is TandaDesimal.KOMA]
    if len(dots) < _LEAST or len(commas) < _LEAST:
        yield from (LOLOS for _ in range(bool(written)))
        return
    shown = ", ".join(dict.fromkeys(n.teks for n, _ in dots[:_SHOWN]))
    yield Masalah(
        dots[0][1],
        f"{len(dots)} bilangan ditulis dengan titik desimal ({shown}), {len(commas)} dengan koma ({commas[0][0].teks})",
        Keyakinan.PASTI,
        terkait=tuple(p for _, p in (*dots[1:_SHOWN], commas[0])),
        tertulis=dots[0][0].teks,
        seharusnya=dots[0][0].teks.replace(".", ","),
    )


def _numbers(fakta: Fakta) -> Iterator[tuple[Angka, Kalimat | BarisTabel, Tabel | None]]:
    for sentence in fakta.kalimat:
        if sentence.alinea.peran is not PeranAlinea.JUDUL:
            yield from ((n, sentence, None) for n in sentence.angka if n.awal)  # at the head stands a list number
    for table in fakta.tabel:
        roles = {k.indeks for k in table.kolom if k.peran in (Peran.NOMOR, Peran.KODE)}
        for row in table.baris:
            yield from ((c.angka, row, table) for c in row.sel if c.angka and c.kolom not in roles)


def _is_decimal(number: Angka) -> bool:
    return number.nilai is not None and number.desimal in _PLACES and not number.ragu and not number.rupiah


ATURAN = Aturan(
    kode="STR-21",
    judul="Tanda desimal ditulis sama",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.RENDAH,
    dasar="Pedoman Umum Ejaan Bahasa Indonesia: tanda desimal ialah koma",
    penjelasan=(
        "Pecahan desimal ditulis dengan koma di seluruh laporan. Disebut sekali bila sedikitnya dua bilangan memakai "
        "titik dan dua memakai koma. Uang dan kode dilewati."
    ),
    bila_kosong="tidak ada pecahan desimal",
    run=_run,
)
