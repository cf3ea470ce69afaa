"""The rules that compare a document with its data. They answer only where the data are given."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from akuntabel.findings import Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok
from akuntabel.review.data import angka, teks
from akuntabel.review.data.bandingan import Bandingan

_DASAR = "Perbandingan dokumen dengan paket datanya"
_TABLE: tuple[tuple[str, str, Tingkat, str, Callable[[Bandingan], Iterator[Jawaban]]], ...] = (
    (
        "DTA-01",
        "Angka tidak diubah dengan tangan",
        Tingkat.TINGGI,
        "Setiap angka yang disusun program dibandingkan dengan yang dahulu tercetak dan yang kini dihitung dari data.",
        angka.changed_by_hand,
    ),
    (
        "DTA-02",
        "Tanda angka masih ada",
        Tingkat.SEDANG,
        "Angka tanpa tanda tidak dapat dibandingkan; tanda hilang bila angkanya dihapus atau ditulis ulang.",
        angka.marks_are_kept,
    ),
    (
        "DTA-03",
        "Angka dokumen sama dengan data sekarang",
        Tingkat.TINGGI,
        "Data yang berubah sesudah dokumen disusun membuat angka yang tidak disentuh pun tidak berlaku lagi.",
        angka.data_are_those_of_the_document,
    ),
    (
        "DTA-04",
        "Kata-kata tidak diubah",
        Tingkat.SEDANG,
        "Setiap alinea dan baris tabel dibandingkan dengan yang disusun dari data sekarang, di luar angkanya.",
        teks.wording_is_kept,
    ),
    (
        "DTA-05",
        "Baris yang disusun dari data masih ada",
        Tingkat.SEDANG,
        "Alinea atau baris tabel yang disusun dari data tidak ditemukan lagi pada dokumen.",
        teks.lines_are_kept,
    ),
    (
        "DTA-06",
        "Tidak ada baris di luar data",
        Tingkat.RENDAH,
        "Alinea atau baris tabel yang ditambahkan pada dokumen tidak ikut bila dokumen disusun ulang.",
        teks.nothing_is_added,
    ),
)


def data_rules(side: Bandingan | str) -> tuple[Aturan, ...]:
    """The rules over a comparison, or why there is none: then none of them applies."""
    return tuple(_rule(side, *row) for row in _TABLE)


def _rule(
    side: Bandingan | str,
    kode: str,
    judul: str,
    tingkat: Tingkat,
    penjelasan: str,
    check: Callable[[Bandingan], Iterator[Jawaban]],
) -> Aturan:
    why = side if isinstance(side, str) else "dokumen ini tidak memuat yang dibandingkan"
    answers = () if isinstance(side, str) else tuple(check(side))
    return Aturan(kode, judul, Kelompok.DATA, tingkat, _DASAR, penjelasan, why, lambda _f, _k: answers)
