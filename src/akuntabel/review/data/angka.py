"""Figures of the document against what was printed and what the data give now."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.findings import LOLOS, Lewat, Terkait, Tingkat
from akuntabel.review.aturan import Jawaban, Masalah
from akuntabel.review.data.bandingan import AngkaCetak, Bandingan

NOWHERE = Terkait("")


def changed_by_hand(side: Bandingan) -> Iterator[Jawaban]:
    """A figure reads otherwise than it was printed, and otherwise than the data give."""
    for (one, printed, now), place in zip(side.nilai_data(), side.tempat, strict=True):
        if one.kini is None:
            yield Lewat("tanda angkanya hilang")
        elif one.kini in (printed, now):
            yield LOLOS
        else:
            yield _by_hand(side, one, now, place or NOWHERE)


def _by_hand(side: Bandingan, one: AngkaCetak, now: str | None, place: Terkait) -> Masalah:
    since = "" if now == one.tercetak else f"; data sekarang memberi {now or 'tidak ada angka ini lagi'}"
    written = f"menjadi {one.kini}" if one.kini else "hingga hilang"
    return Masalah(
        place,
        f"angka {one.figure_id} diubah dengan tangan dari {one.tercetak} {written}{since}",
        tertulis=one.kini or None,
        seharusnya=now,
        hitungan=side.hitungan.get(one.figure_id),
        saran="Ubah datanya, lalu susun ulang dokumennya; atau kembalikan angkanya.",
    )


def marks_are_kept(side: Bandingan) -> Iterator[Jawaban]:
    """A figure lost its mark while its line is still there: nobody can tell any more whether it was changed."""
    for (one, _, now), place in zip(side.nilai_data(), side.tempat, strict=True):
        if one.kini is not None:
            yield LOLOS
        elif place is None:
            yield Lewat("barisnya ikut terhapus")
        else:
            yield Masalah(
                place,
                f"tanda angka {one.figure_id} hilang, sehingga angkanya tidak dapat dibandingkan lagi; semula tercetak "
                f"{one.tercetak}",
                tingkat=Tingkat.SEDANG,
                seharusnya=now,
                hitungan=side.hitungan.get(one.figure_id),
                saran="Bandingkan angka pada baris ini dengan data.",
            )


def data_are_those_of_the_document(side: Bandingan) -> Iterator[Jawaban]:
    """The data give another figure now than the document prints."""
    for (one, printed, now), place in zip(side.nilai_data(), side.tempat, strict=True):
        if one.kini is None:
            yield Lewat("tanda angkanya hilang")
        elif now == printed or one.kini != printed:
            yield LOLOS
        else:
            gives = f"memberi {now}" if now is not None else "tidak lagi mencetak angka ini"
            yield Masalah(
                place or NOWHERE,
                f"angka {one.figure_id} tercetak {printed}, sedangkan data sekarang {gives}",
                tertulis=printed,
                seharusnya=now,
                hitungan=side.hitungan.get(one.figure_id),
                saran="Susun ulang dokumen dari data yang sekarang.",
            )
