"""A reference to a table, picture or chapter by number points to one that exists, where the sentence says it stands."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.doctree.naskah import FormatNaskah
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.penomoran_judul import chapter_value
from akuntabel.facts.rujukan import Rujukan
from akuntabel.facts.struktur import JenisJudul, Keterangan, captions_of
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_PICTURES = ("gambar", "grafik", "diagram", "bagan")


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for reference in fakta.rujukan:
        if reference.jenis == "bab":
            yield _chapter(fakta, reference)
        elif reference.jenis == "tabel":
            yield _judge(fakta, reference, captions_of(fakta.struktur.keterangan, "tabel"))
        elif reference.jenis in _PICTURES:
            yield _judge(fakta, reference, captions_of(fakta.struktur.keterangan, "gambar"))


def _judge(fakta: Fakta, reference: Rujukan, captions: tuple[Keterangan, ...]) -> Jawaban:
    numbers = {c.nomor for c in captions}
    if not numbers:
        return Lewat(f"tidak ada keterangan {reference.jenis} bernomor")
    if reference.nomor not in numbers:
        if "." not in reference.nomor and all("." in n for n in numbers):
            return Lewat("nomor rujukan tidak memakai bentuk nomor keterangan")
        return _missing(fakta, reference, captions)
    place = reference.alinea.tempat.baris
    lines = [c.tempat.baris for c in captions if c.nomor == reference.nomor]
    stands = {"atas": any(n < place for n in lines), "bawah": any(n > place for n in lines)}
    if stands.get(reference.arah, True):
        return LOLOS
    return Masalah(
        proof(reference.alinea),
        f"kalimat merujuk {reference.cetak}, padahal {reference.jenis} itu tidak berada di {reference.arah}nya",
        Keyakinan.MUNGKIN,
        terkait=tuple(proof(c) for c in captions if c.nomor == reference.nomor),
        tertulis=reference.cetak,
    )


def _missing(fakta: Fakta, reference: Rujukan, captions: tuple[Keterangan, ...]) -> Jawaban:
    if fakta.naskah.halaman_gambar:
        return Lewat("ada halaman yang berupa gambar")
    above = [c for c in captions if c.tempat.baris < reference.alinea.tempat.baris]
    below = [c for c in captions if c.tempat.baris > reference.alinea.tempat.baris]
    near = above[-1:] if reference.arah == "atas" else below[:1] if reference.arah == "bawah" else []
    unseen = fakta.naskah.format is FormatNaskah.PDF or (
        reference.jenis != "tabel" and fakta.naskah.format is FormatNaskah.TEKS
    )
    names = [f"{c.jenis.capitalize()} {c.nomor}" for c in near]
    hint = f"; {reference.jenis} terdekat di {reference.arah}nya ialah {names[0]}" if names else ""
    return Masalah(
        proof(reference.alinea),
        f"kalimat merujuk {reference.cetak}, tetapi {reference.jenis.capitalize()} {reference.nomor} tidak ada{hint}",
        Keyakinan.MUNGKIN if unseen else Keyakinan.PASTI,
        terkait=tuple(map(proof, near)),
        tertulis=f"{reference.jenis} {reference.nomor}",
        seharusnya=names[0] if names else None,
    )


def _chapter(fakta: Fakta, reference: Rujukan) -> Jawaban:
    chapters = [j for j in fakta.struktur.judul if j.jenis is JenisJudul.BAB]
    numbers = {chapter_value(j.nomor.removeprefix("BAB").strip()) for j in chapters}
    value = chapter_value(reference.nomor)
    if not value or len(numbers) < 2:
        return Lewat("bab laporan tidak terbaca")
    if value in numbers:
        return LOLOS
    return Masalah(
        proof(reference.alinea),
        f"kalimat merujuk {reference.cetak}, tetapi laporan berakhir pada {chapters[-1].nomor}",
        Keyakinan.MUNGKIN,
        terkait=(proof(chapters[-1]),),
        tertulis=reference.cetak,
    )


ATURAN = Aturan(
    kode="STR-11",
    judul="Rujukan menunjuk tabel, gambar, dan bab yang ada",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Tabel, gambar, atau bab yang disebut dengan nomornya ada di dalam laporan, dan berada di atas atau di bawah "
        "sebagaimana kalimatnya berkata. Rujukan ke tabel dokumen lain dilewati."
    ),
    bila_kosong="tidak ada rujukan bernomor",
    run=_run,
)
