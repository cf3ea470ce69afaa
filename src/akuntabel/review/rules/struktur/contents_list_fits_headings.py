"""Each entry of the list of contents has its heading in the body, under the same number and title; and the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.doctree.naskah import FormatNaskah
from akuntabel.facts.daftar_isi import Entri
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.struktur import JenisJudul, Judul
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.judul import TitleMatcher, title_matcher
from akuntabel.review.kepala import Kepala, heads_of

_ENOUGH = 3  # entries with dotted numbers before headings outside the list are named


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    matcher = title_matcher(fakta, konteks)
    entries = [e for e in fakta.entri if e.daftar == "isi"]
    heads = heads_of(fakta)
    taken = {id(h) for e in entries for h in heads if _same_number(e, h) and _same(e, h, matcher)}
    answers = [_judge(fakta, e, heads, taken, matcher) for e in entries]
    if 2 * sum(isinstance(a, Masalah) for a in answers) > len(entries):
        yield Lewat("daftar isi tidak terbaca baris demi baris")
        return
    yield from answers
    yield from _unlisted(fakta, entries, matcher)


def _same_number(entry: Entri, head: Kepala) -> bool:
    here = not entry.bab or head.bab == entry.bab
    return bool(entry.nomor) and here and (head.nomor, head.kepala_bab) == (entry.nomor, entry.kepala_bab)


def _same(entry: Entri, head: Kepala, matcher: TitleMatcher) -> bool:
    plain = entry.nomor and not head.nomor and not head.judul_pasti
    here = not entry.bab or head.bab in (entry.bab, 0)
    return here and not plain and matcher.same(head.judul, entry.judul)


def _judge(fakta: Fakta, entry: Entri, heads: list[Kepala], taken: set[int], matcher: TitleMatcher) -> Jawaban:
    """`taken` are the headings that fit an entry in number and title."""
    numbered = [h for h in heads if _same_number(entry, h)]
    if any(_same(entry, h, matcher) for h in (numbered if entry.nomor else heads)):
        return LOLOS
    if free := [h for h in heads if id(h) not in taken and _same(entry, h, matcher)]:
        return _other_number(entry, free[0])
    if numbered and numbered[0].judul:
        return _other_title(entry, numbered[0])
    if fakta.naskah.halaman_gambar or entry.judul.upper().startswith("LAMPIRAN"):
        return Lewat("bagian itu mungkin berupa gambar atau berkas lain")
    return Masalah(
        proof(entry.asal),
        f"'{entry.asal.teks}' ada pada daftar isi, tetapi tidak ada pada isi laporan",
        Keyakinan.PASTI if fakta.naskah.format is not FormatNaskah.PDF else Keyakinan.MUNGKIN,
        tertulis=entry.asal.teks,
        seharusnya="judul yang sama pada isi laporan",
    )


def _other_title(entry: Entri, head: Kepala) -> Masalah:
    return Masalah(
        proof(entry.asal),
        f"judul pada daftar isi '{entry.asal.teks}' berbeda dengan judul pada isi '{head.cetak}'",
        terkait=(proof(head.asal),),
        tertulis=entry.judul,
        seharusnya=head.judul,
    )


def _other_number(entry: Entri, head: Kepala) -> Jawaban:
    if not head.nomor:
        return Lewat("judul pada isi tidak bernomor")
    return Masalah(
        proof(entry.asal),
        f"'{entry.judul}' bernomor {entry.nomor} pada daftar isi, tetapi {head.nomor} pada isi",
        terkait=(proof(head.asal),),
        tertulis=entry.nomor,
        seharusnya=head.nomor,
    )


def _unlisted(fakta: Fakta, entries: list[Entri], matcher: TitleMatcher) -> Iterator[Jawaban]:
    dotted = [e for e in entries if "." in e.nomor]
    depth = max((e.nomor.count(".") for e in dotted), default=0)
    due = {n.judul.blok: n.seharusnya for n in fakta.nomor_judul}
    for heading in fakta.struktur.judul if len(dotted) >= _ENOUGH else ():
        if heading.jenis is JenisJudul.BERTINGKAT and heading.nomor.count(".") <= depth:
            yield _listed(heading, due.get(heading.blok, heading.nomor), entries, matcher)


def _listed(heading: Judul, number: str, entries: list[Entri], matcher: TitleMatcher) -> Jawaban:
    if any(e.nomor == number or matcher.same(e.judul, heading.teks) for e in entries):
        return LOLOS
    return Masalah(
        proof(heading),
        f"judul '{heading.nomor} {heading.teks}' tidak ada pada daftar isi",
        Keyakinan.PASTI,
        Tingkat.RENDAH,
        tertulis=f"{heading.nomor} {heading.teks}",
    )


ATURAN = Aturan(
    kode="STR-04",
    judul="Daftar isi sesuai dengan judul pada isi",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Setiap baris daftar isi mempunyai judul dan nomor yang sama pada isi laporan, dan sebaliknya. Nama instansi, "
        "daerah, dan tahun tidak dibandingkan. Bila ada halaman berupa gambar, judul tidak disebut hilang."
    ),
    bila_kosong="tidak ada daftar isi",
    run=_run,
)
