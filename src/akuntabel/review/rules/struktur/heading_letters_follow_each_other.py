"""Letters and Roman numerals of headings run on, and stand on one level only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from akuntabel.doctree.naskah import FormatNaskah
from akuntabel.facts.daftar_butir import item_number
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.pola import clean
from akuntabel.facts.struktur import AlineaFakta, JenisJudul, PeranAlinea
from akuntabel.facts.tanda_tangan import is_name
from akuntabel.facts.urutan import Langkah, Urutan
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.wording import short

_TITLES = ("H", "R", "M", "K", "I")  # initials and titles of persons: H. Ahmad
_LETTERED = re.compile(r"[A-Z]\. ")


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    lines_known = fakta.naskah.format is not FormatNaskah.PDF
    for item in fakta.butir:
        if item.nomor.jenis in ("besar", "ROMAWI"):
            yield from _judge(item, lines_known)
    yield from _unlettered(fakta)


def _judge(item: Urutan[AlineaFakta], lines_known: bool) -> Iterator[Jawaban]:
    own, before = item_number(item.benda), item.sebelum
    if item.benda.peran is PeranAlinea.BUTIR and item.nomor.jenis == "besar":
        above = [name for name in item.benda.bagian if _LETTERED.match(name)]
        if above and item.langkah is Langkah.MULAI:
            yield _inside(item.benda, above[-1])
            return
    if before is None or item.nomor_sebelum is None:
        yield Lewat("judul pertama")
    elif item.langkah in (Langkah.LANJUT, Langkah.GANTI_BENTUK, Langkah.RAGU):
        yield LOLOS
    elif own in _TITLES and is_name(clean(item.benda.teks)):
        yield Lewat("mungkin nama orang")
    else:
        wanted = chr(65 + item.nomor_sebelum.nilai) if item.nomor.jenis == "besar" else None
        what = "dipakai dua kali" if item.langkah is Langkah.ULANG else f"menyusul judul {item_number(before)}"
        both = lines_known and all(f.peran is PeranAlinea.JUDUL for f in (before, item.benda))
        yield Masalah(
            proof(item.benda),
            f"judul {own} {what}",
            Keyakinan.PASTI if both else Keyakinan.MUNGKIN,
            terkait=(proof(before),),
            tertulis=own,
            seharusnya=wanted,
        )


def _inside(fact: AlineaFakta, above: str) -> Masalah:
    return Masalah(
        proof(fact),
        f"butir {item_number(fact)} memakai huruf besar, padahal berada di dalam bagian '{short(above)}' yang juga "
        "berhuruf besar",
        Keyakinan.MUNGKIN,
        Tingkat.RENDAH,
        tertulis=item_number(fact),
        saran="Pakai bentuk nomor lain untuk tingkat yang lebih rendah, misalnya 1), a), (1).",
    )


def _unlettered(fakta: Fakta) -> Iterator[Jawaban]:
    """A heading in capitals without letter between two headings in capitals with letters."""
    headings = [(n, j) for n, j in enumerate(fakta.struktur.judul)]
    lettered = [(n, j) for n, j in headings if j.jenis is JenisJudul.HURUF_BESAR and j.teks.isupper()]
    for (first, before), (second, after) in pairwise(lettered):
        between = fakta.struktur.judul[first + 1 : second]
        if any(j.jenis in (JenisJudul.BAB, JenisJudul.BERTINGKAT) for j in between):
            continue
        for heading in between:
            if heading.jenis is JenisJudul.TANPA and heading.teks.isupper() and not heading.nomor:
                yield Masalah(
                    proof(heading),
                    f"judul '{short(heading.teks)}' tidak berhuruf, padahal berada di antara judul {before.nomor} dan "
                    f"{after.nomor}",
                    Keyakinan.MUNGKIN,
                    Tingkat.RENDAH,
                    terkait=(proof(before), proof(after)),
                )


ATURAN = Aturan(
    kode="STR-23",
    judul="Huruf judul berurutan",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarnomor",
    penjelasan=(
        "Judul berhuruf besar atau berangka Romawi naik satu demi satu dan dipakai pada satu tingkat saja. Disebut "
        "bila sebuah huruf dipakai dua kali, terlewat, atau mundur, bila huruf besar dipakai lagi di dalam bagian yang "
        "berhuruf besar, dan bila judul di antara dua judul berhuruf tidak berhuruf."
    ),
    bila_kosong="tidak ada dua judul berhuruf",
    run=_run,
)
