"""Each entry of the lists of tables and pictures has its caption, under the same number and title; and the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.daftar_isi import Entri
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.struktur import Keterangan, captions_of
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.judul import TitleMatcher, title_matcher

_KINDS = {"tabel": "tabel", "gambar": "gambar", "grafik": "gambar", "diagram": "gambar", "bagan": "gambar"}


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    matcher = title_matcher(fakta, konteks)
    for kind in ("tabel", "gambar"):
        entries = [e for e in fakta.entri if _KINDS.get(e.daftar) == kind]
        captions = list(captions_of(fakta.struktur.keterangan, kind))
        if entries and captions:
            answers = [_judge(fakta, e, entries, captions, matcher) for e in entries]
            answers += [_unlisted(kind, entries, captions, matcher)]
            yield from answers
        elif entries:
            yield Lewat(f"keterangan {kind} tidak terbaca pada isi laporan")


def _judge(
    fakta: Fakta, entry: Entri, entries: list[Entri], captions: list[Keterangan], matcher: TitleMatcher
) -> Jawaban:
    numbered = [c for c in captions if entry.nomor and c.nomor == entry.nomor]
    alike = [c for c in captions if matcher.same(c.judul, entry.judul)]
    if any(c in alike for c in numbered) or (alike and not entry.nomor):
        return LOLOS
    if not entry.nomor:
        return Lewat("baris daftar tidak bernomor")
    name = entry.asal.daftar.capitalize()
    if alike and alike[0].nomor:
        return Masalah(
            proof(entry.asal),
            f"'{entry.judul}' bernomor {entry.nomor} pada daftar {entry.daftar}, tetapi {alike[0].nomor} pada isi",
            terkait=(proof(alike[0]), *map(proof, numbered)),
            tertulis=entry.nomor,
            seharusnya=alike[0].nomor,
        )
    if numbered and not any(matcher.same(numbered[0].judul, e.judul) for e in entries if e is not entry):
        return _other_title(entry, name, numbered, captions, matcher)
    scanned = bool(fakta.naskah.halaman_gambar)
    return Lewat("ada halaman yang berupa gambar") if scanned else _missing(entry, captions, matcher)


def _other_title(
    entry: Entri, name: str, numbered: list[Keterangan], captions: list[Keterangan], matcher: TitleMatcher
) -> Masalah:
    """Another title under the number; a caption of another number that is more alike is named: numbers shifted."""
    own = max(matcher.likeness(c.judul, entry.judul) for c in numbered)
    rival = max(captions, key=lambda c: matcher.likeness(c.judul, entry.judul))
    near = [rival] if matcher.dekat <= matcher.likeness(rival.judul, entry.judul) > own else []
    more = "".join(f"; yang paling mirip pada isi ialah {c.cetak} {c.judul}" for c in near)
    return Masalah(
        proof(entry.asal),
        f"judul {name} {entry.nomor} pada daftar berbunyi '{entry.judul}', pada isi '{numbered[0].judul}'{more}",
        terkait=tuple(map(proof, (*numbered, *near))),
        tertulis=entry.judul,
        seharusnya=None if near else numbered[0].judul or None,
        saran="Samakan nomor dan judulnya; perbarui daftar secara otomatis dari keterangan.",
    )


def _missing(entry: Entri, captions: list[Keterangan], matcher: TitleMatcher) -> Masalah:
    near = max(captions, key=lambda c: matcher.likeness(c.judul, entry.judul))
    close = matcher.is_near(near.judul, entry.judul)
    nearest = f"; yang paling mirip ialah {near.cetak} {near.judul}" if close else ""
    return Masalah(
        proof(entry.asal),
        f"{entry.asal.daftar.capitalize()} {entry.nomor} '{entry.judul}' ada pada daftar, tetapi tidak ada "
        f"keterangannya pada isi{nearest}",
        Keyakinan.MUNGKIN if matcher.terpotong else Keyakinan.PASTI,
        terkait=(proof(near),) if close else (),
        tertulis=entry.asal.teks,
    )


def _unlisted(kind: str, entries: list[Entri], captions: list[Keterangan], matcher: TitleMatcher) -> Jawaban:
    """Captions of the body that no entry names, in one finding."""
    numbers = {e.nomor for e in entries}

    def is_listed(caption: Keterangan) -> bool:
        return any(matcher.same(caption.judul, e.judul) for e in entries)

    missing = [c for c in captions if c.nomor and c.nomor not in numbers and not is_listed(c)]
    if not missing:
        return LOLOS
    names = ", ".join(f"{c.jenis.capitalize()} {c.nomor}" for c in missing)
    return Masalah(
        proof(missing[0]),
        f"{names} ada pada isi, tetapi tidak ada pada daftar {kind}",
        Keyakinan.PASTI,
        Tingkat.RENDAH,
        terkait=tuple(map(proof, missing[1:])),
        saran=f"Perbarui daftar {kind}.",
    )


ATURAN = Aturan(
    kode="STR-05",
    judul="Daftar tabel dan daftar gambar sesuai dengan keterangan pada isi",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Setiap baris daftar tabel atau daftar gambar mempunyai keterangan pada isi laporan dengan nomor dan judul "
        "yang sama, dan sebaliknya. Nama instansi, daerah, dan tahun pada judul tidak dibandingkan."
    ),
    bila_kosong="tidak ada daftar tabel atau daftar gambar",
    run=_run,
)
