"""Lists of contents, tables and pictures give a page for each entry, and the pages run forward within the chapters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from akuntabel.facts.daftar_isi import Entri
from akuntabel.facts.fakta import Fakta
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.halaman_daftar import borders
from akuntabel.review.judul import TitleMatcher, title_matcher
from akuntabel.review.wording import short

_LISTS = ("isi", "tabel", "gambar", "grafik", "lampiran")


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for name in _LISTS:
        entries = [e for e in fakta.entri if e.daftar == name]
        paged = [e for e in entries if e.halaman is not None]
        if 2 * len(paged) <= len(entries):
            if entries:
                yield Lewat(f"daftar {name} tidak bernomor halaman")
            continue
        yield _blank(name, entries)
        for before, after in pairwise(paged):
            yield _forward(before, after)
    yield from _within_sections(fakta, title_matcher(fakta, konteks))


def _blank(name: str, entries: list[Entri]) -> Jawaban:
    """Entries without page in one finding. Where no chapter line has one, that is the habit of the document."""
    chapters = [e for e in entries if e.kepala_bab]
    habit = all(e.halaman is None for e in chapters)
    blank = [e for e in entries if e.halaman is None and not (habit and e.kepala_bab)]
    if not blank:
        return LOLOS
    first, *rest = blank
    names = ", ".join(f"'{short(e.asal.teks)}'" for e in blank)
    return Masalah(
        proof(first.asal),
        f"{len(blank)} baris pada daftar {name} tidak mempunyai nomor halaman: {names}",
        Keyakinan.PASTI,
        Tingkat.RENDAH,
        terkait=tuple(proof(e.asal) for e in rest),
        saran="Perbarui daftar setelah seluruh isi selesai.",
    )


def _forward(before: Entri, after: Entri) -> Jawaban:
    first, second = before.halaman or 0, after.halaman or 0
    if second >= first or (first < 0) != (second < 0):
        return LOLOS
    return Masalah(
        proof(after.asal),
        f"nomor halaman mundur: '{short(after.asal.teks)}' pada halaman {after.asal.halaman}, padahal baris sebelumnya "
        f"pada halaman {before.asal.halaman}",
        terkait=(proof(before.asal),),
        tertulis=after.asal.halaman,
        hitungan=f"{after.asal.halaman} < {before.asal.halaman}",
    )


def _within_sections(fakta: Fakta, matcher: TitleMatcher) -> Iterator[Jawaban]:
    """A table stands between the first page of its section and the first page of the next one."""
    for entry in fakta.entri:
        if entry.daftar in ("isi", "lampiran") or entry.halaman is None:
            continue
        first, later = borders(fakta, entry, matcher)
        if first and entry.halaman < (first.halaman or 0):
            yield _outside(entry, first, "mulai")
        elif later and entry.halaman > (later.halaman or 0):
            yield _outside(entry, later, "sudah")
        elif first or later:
            yield LOLOS


def _outside(entry: Entri, border: Entri, word: str) -> Masalah:
    return Masalah(
        proof(entry.asal),
        f"{entry.daftar} {entry.nomor} menurut daftarnya pada halaman {entry.asal.halaman}, padahal menurut daftar isi "
        f"'{short(border.asal.teks)}' {word} pada halaman {border.asal.halaman}",
        terkait=(proof(border.asal),),
        tertulis=entry.asal.halaman,
    )


ATURAN = Aturan(
    kode="STR-06",
    judul="Daftar isi, tabel, dan gambar memuat nomor halaman yang berurutan",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.RENDAH,
    dasar="Perbandingan antarhalaman",
    penjelasan=(
        "Setiap baris daftar mempunyai nomor halaman, dan nomor itu tidak mundur. Tabel dan gambar berada di antara "
        "halaman pertama bagiannya dan halaman pertama bagian berikutnya menurut daftar isi. Bila semua baris bab pada "
        "daftar isi tidak bernomor halaman, itu kebiasaan dan tidak disebut."
    ),
    bila_kosong="tidak ada daftar dengan nomor halaman",
    run=_run,
)
