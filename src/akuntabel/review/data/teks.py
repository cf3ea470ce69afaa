"""Wording of the document against what is composed from the data: changed, removed and added lines."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.findings import LOLOS, Keyakinan, Lokasi, Terkait, Tingkat
from akuntabel.review.aturan import Jawaban, Masalah
from akuntabel.review.data.bandingan import FIGURE, Bandingan, BarisTeks, same_wording


def _certainty(side: Bandingan) -> Keyakinan:
    """Where the data changed since, wording may differ for that reason."""
    return Keyakinan.MUNGKIN if side.berubah else Keyakinan.PASTI


def wording_is_kept(side: Bandingan) -> Iterator[Jawaban]:
    """A line of the document reads otherwise than it is composed."""
    for want, have in side.pasangan:
        if want is None or have is None:
            continue
        if same_wording(want, have):
            yield LOLOS
            continue
        old, new = _difference(want, have)
        yield Masalah(
            have.bukti,
            f"teks diubah: '{old}' menjadi '{new}'" if old and new else _one_sided(old, new),
            _certainty(side),
            tertulis=new or None,
            seharusnya=old or None,
            saran="Bila perubahan ini benar, tulis pada narasi paket; kalau tidak, kembalikan.",
        )


def _one_sided(old: str, new: str) -> str:
    return f"teks ditambah: '{new}'" if new else f"teks dihapus: '{old}'"


def lines_are_kept(side: Bandingan) -> Iterator[Jawaban]:
    """A line that the data give is not in the document any more."""
    before: BarisTeks | None = None
    for want, have in side.pasangan:
        before = have or before
        if want is None:
            continue
        if have is not None:
            yield LOLOS
            continue
        place = Lokasi(baris=(before.baris,)) if before else Lokasi(baris=(1,))
        yield Masalah(
            Terkait(want.teks, place),
            "sesudah baris ini ada baris yang dihapus",
            _certainty(side),
            seharusnya=want.teks,
            saran="Kembalikan baris itu, atau susun ulang dokumen dari data.",
        )


def nothing_is_added(side: Bandingan) -> Iterator[Jawaban]:
    """A line of the document is not composed from the data."""
    for want, have in side.pasangan:
        if have is None:
            continue
        if want is not None:
            yield LOLOS
            continue
        yield Masalah(
            have.bukti,
            "baris ini tidak disusun dari data",
            _certainty(side),
            Tingkat.RENDAH,
            tertulis=have.teks,
            saran="Bila baris ini perlu, tulis pada narasi paket agar ikut tersusun kembali.",
        )


def _difference(want: BarisTeks, have: BarisTeks) -> tuple[str, str]:
    """The words that differ, from the first to the last, figures as they are read."""
    old, new = want.kunci.split(), have.kunci.split()
    front = 0
    while front < min(len(old), len(new)) and old[front] == new[front]:
        front += 1
    back = 0
    while back < min(len(old), len(new)) - front and old[-1 - back] == new[-1 - back]:
        back += 1
    return _plain(old[front : len(old) - back]), _plain(new[front : len(new) - back])


def _plain(words: list[str]) -> str:
    return FIGURE.sub(r"[\1]", " ".join(words))
