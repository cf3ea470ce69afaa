"""Numbers of tables and pictures run without gap and without repetition within their chapter."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.struktur import Keterangan, captions_of
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for kind in ("tabel", "gambar"):
        numbered = [(c, parts) for c in captions_of(fakta.struktur.keterangan, kind) if (parts := _parts(c))]
        for (before, first), (after, second) in pairwise(numbered):
            if before.jenis == after.jenis and first[:-1] == second[:-1]:
                yield _judge(before, after, first, second)


def _parts(caption: Keterangan) -> tuple[int, ...]:
    """The number as integers; empty where it is none (Tabel III.2 has its chapter in Roman figures)."""
    parts = caption.nomor.split(".")
    numbers = tuple(int(p) if p.isdigit() else sum(map(ord, p)) for p in parts if p)
    return numbers if parts[-1].isdigit() else ()


def _judge(before: Keterangan, after: Keterangan, first: tuple[int, ...], second: tuple[int, ...]) -> Jawaban:
    name = after.jenis.capitalize()
    wanted = ".".join([*before.nomor.split(".")[:-1], str(first[-1] + 1)])
    if second[-1] == first[-1] + 1:
        return LOLOS
    if second[-1] == first[-1]:
        return Masalah(
            proof(after),
            f"nomor {name} {after.nomor} dipakai dua kali",
            tingkat=Tingkat.SEDANG,
            terkait=(proof(before),),
            tertulis=after.nomor,
            seharusnya=wanted,
            saran="Beri nomor berikutnya dan sesuaikan daftar serta rujukannya.",
        )
    what = f"{name} {before.nomor} langsung diikuti {name} {after.nomor}"
    why = "nomor di antaranya terlewat" if second[-1] > first[-1] else "urutannya mundur"
    return Masalah(
        proof(after),
        f"{what}; {why}",
        terkait=(proof(before),),
        tertulis=after.nomor,
        seharusnya=wanted,
        saran="Urutkan nomornya, atau kembalikan bagian yang hilang.",
    )


ATURAN = Aturan(
    kode="STR-01",
    judul="Nomor tabel dan gambar berurutan",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.RENDAH,
    dasar="Perbandingan antarnomor",
    penjelasan=(
        "Dalam satu bab, nomor tabel naik satu demi satu, begitu juga nomor gambar. Nomor yang terlewat, mundur, "
        "atau dipakai dua kali disebut. Tabel tanpa nomor dan nomor yang tidak dapat dibaca dilewati."
    ),
    bila_kosong="tidak ada dua tabel atau gambar bernomor dalam satu bab",
    run=_run,
)
