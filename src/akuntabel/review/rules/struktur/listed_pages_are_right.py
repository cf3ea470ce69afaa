"""The page in a list is the page on which the heading or caption stands."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.daftar_isi import Entri
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.struktur import captions_of
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.judul import TitleMatcher, title_matcher
from akuntabel.review.kepala import heads_of
from akuntabel.review.wording import short

Found = tuple[Entri, object, int]  # an entry, its heading or caption, and the printed page of that


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    if fakta.geser_halaman is None:
        return
    matcher = title_matcher(fakta, konteks)
    for name in ("isi", "tabel", "gambar"):
        found = list(_found(fakta, name, matcher, fakta.geser_halaman))
        wrong = [f for f in found if f[0].halaman != f[2]]
        if 2 * len(wrong) > len(found):
            yield _outdated(name, wrong, len(found))
            continue
        for entry, place, page in found:
            yield LOLOS if entry.halaman == page else _wrong(entry, place, page)


def _found(fakta: Fakta, name: str, matcher: TitleMatcher, offset: int) -> Iterator[Found]:
    """Entries with an Arabic page whose heading or caption was found on a page with an Arabic number."""
    heads = heads_of(fakta) if name == "isi" else []
    captions = captions_of(fakta.struktur.keterangan, name) if name != "isi" else ()
    for entry in fakta.entri:
        if entry.daftar != name or entry.halaman is None or entry.halaman < 1 or not entry.nomor:
            continue
        own = (
            (h.asal, h.asal.tempat.halaman)
            for h in heads
            if h.nomor == entry.nomor and h.bab == entry.bab and matcher.same(h.judul, entry.judul)
        )
        titled = (
            (c, c.tempat.halaman) for c in captions if c.nomor == entry.nomor and matcher.same(c.judul, entry.judul)
        )
        for place, real in (*own, *titled):
            if real and real - offset > 0:
                yield entry, place, real - offset
                break


def _wrong(entry: Entri, place: object, page: int) -> Masalah:
    return Masalah(
        proof(entry.asal),
        f"'{short(entry.asal.teks)}' menurut daftar {entry.daftar} pada halaman {entry.asal.halaman}, padahal pada "
        f"halaman {page}",
        terkait=(proof(place),),
        tertulis=entry.asal.halaman,
        seharusnya=str(page),
    )


def _outdated(name: str, wrong: list[Found], count: int) -> Masalah:
    entry, place, page = wrong[0]
    return Masalah(
        proof(entry.asal),
        f"{len(wrong)} dari {count} baris daftar {name} menyebut halaman lain daripada tempatnya, misalnya "
        f"'{short(entry.asal.teks)}' halaman {entry.asal.halaman}, padahal halaman {page}",
        Keyakinan.MUNGKIN,
        terkait=(proof(place), *(proof(e.asal) for e, _, _ in wrong[1:6])),
        tertulis=entry.asal.halaman,
        seharusnya=str(page),
        saran=f"Perbarui daftar {name}.",
    )


ATURAN = Aturan(
    kode="STR-25",
    judul="Halaman pada daftar sesuai dengan halaman sebenarnya",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.RENDAH,
    dasar="Perbandingan daftar dengan nomor halaman yang tercetak",
    penjelasan=(
        "Pada berkas yang mencetak nomor halaman, halaman pada daftar isi, daftar tabel, dan daftar gambar "
        "dibandingkan dengan nomor pada halaman tempat judul atau keterangannya. Bila lebih dari separuh tidak cocok, "
        "disebut sekali."
    ),
    bila_kosong="nomor halaman tidak tercetak atau berkas ini tidak mempunyai halaman",
    run=_run,
)
