"""Dotted numbers of headings begin with their chapter and run on; chapters run on too."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from akuntabel.bahasa.tanggal import romawi
from akuntabel.doctree.naskah import FormatNaskah
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.penomoran_judul import NomorJudul, SalahNomor, chapter_value
from akuntabel.facts.struktur import JenisJudul, Judul
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_SAY = {
    SalahNomor.BAB_LAIN: "judul bernomor {own} berada di Bab {bab}; nomornya seharusnya {due}",
    SalahNomor.TANPA_BAB: "judul bernomor {own} tanpa nomor bab; nomornya seharusnya {due}",
    SalahNomor.TERPAKAI: "nomor judul {own} sudah terpakai di Bab {bab}; nomornya seharusnya {due}",
    SalahNomor.LONCAT: "judul bernomor {own} berada di tempat nomor {due}; nomor di antaranya terlewat",
    SalahNomor.MUNDUR: "judul bernomor {own} berada di tempat nomor {due}; urutannya mundur",
}


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    chapters = [j for j in fakta.struktur.judul if j.jenis is JenisJudul.BAB]
    for chapter in chapters:
        yield from _roman(chapter)
    for before, after in pairwise(chapters):
        yield _chapter(before, after)
    for heading in fakta.nomor_judul:
        yield _judge(fakta, heading)


def _roman(chapter: Judul) -> Iterator[Jawaban]:
    """A Roman number is written in its one form: IV, never IIII."""
    printed = chapter.nomor.removeprefix("BAB ").strip()
    value = chapter_value(printed)
    if printed.isalpha() and value and printed.upper() != (due := romawi(value)):
        yield Masalah(
            proof(chapter),
            f"nomor bab {printed} bukan angka Romawi yang benar; nomornya seharusnya {due}",
            Keyakinan.PASTI,
            tertulis=printed,
            seharusnya=due,
        )


def _chapter(before: Judul, after: Judul) -> Jawaban:
    first, second = (chapter_value(j.nomor.removeprefix("BAB ").strip()) for j in (before, after))
    if second == first + 1 or not first or not second:
        return LOLOS
    if second == 1:
        return Lewat("bab mulai lagi dari satu, mungkin dokumen yang dilampirkan")
    return Masalah(
        proof(after),
        f"{before.nomor} langsung diikuti {after.nomor}",
        tingkat=Tingkat.SEDANG,
        terkait=(proof(before),),
        tertulis=after.nomor,
    )


def _judge(fakta: Fakta, heading: NomorJudul) -> Jawaban:
    own = heading.judul.nomor
    if heading.salah is SalahNomor.TIADA:
        return LOLOS
    # A heading that a reader of PDFs did not see makes a gap, or a number that seems used.
    read = (SalahNomor.LONCAT, SalahNomor.TERPAKAI) if fakta.naskah.format is FormatNaskah.PDF else ()
    unsure = (SalahNomor.MUNDUR, *read)
    pages = fakta.naskah.halaman_gambar
    if heading.salah is SalahNomor.LONCAT and any(_before(p, heading.judul) for p in pages):
        return Lewat("ada halaman yang berupa gambar sebelum judul ini")
    return Masalah(
        proof(heading.judul),
        _SAY[heading.salah].format(own=own, bab=heading.bab, due=heading.seharusnya),
        Keyakinan.MUNGKIN if heading.salah in unsure else Keyakinan.PASTI,
        terkait=(proof(heading.sebelum),) if heading.sebelum else (),
        tertulis=own,
        seharusnya=heading.seharusnya,
        saran="Sesuaikan nomor judul, daftar isi, dan rujukannya.",
    )


def _before(page: int, heading: Judul) -> bool:
    return heading.tempat.halaman is None or page <= heading.tempat.halaman


ATURAN = Aturan(
    kode="STR-07",
    judul="Nomor judul sesuai dengan babnya dan berurutan",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarnomor",
    penjelasan=(
        "Judul bernomor bertingkat (1.1, 1.2, 3.1.4) diawali nomor babnya dan naik satu demi satu. Disebut bila "
        "nomornya milik bab lain, sudah terpakai, terlewat, atau kehilangan nomor bab. Laporan yang menomori "
        "judulnya tidak menurut bab dilewati."
    ),
    bila_kosong="judul tidak dinomori menurut bab",
    run=_run,
)
