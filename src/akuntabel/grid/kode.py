"""The codes of findings about reading data: title and level in one table, and one way to make them."""

from __future__ import annotations

from typing import NamedTuple

from akuntabel.bahasa.bersih import clean_text
from akuntabel.findings import Lokasi, Temuan, Tingkat


class Jenis(NamedTuple):
    """Title and level of a kind of finding."""

    judul: str
    tingkat: Tingkat


KODE: dict[str, Jenis] = {
    "DATA-01": Jenis("Bukan angka", Tingkat.SEDANG),
    "DATA-02": Jenis("Bukan tanggal", Tingkat.SEDANG),
    "DATA-03": Jenis("Bukan ya atau tidak", Tingkat.SEDANG),
    "DATA-04": Jenis("Pilihan tidak dikenal", Tingkat.SEDANG),
    "DATA-05": Jenis("Isian wajib kosong", Tingkat.SEDANG),
    "DATA-06": Jenis("Kunci ganda", Tingkat.SEDANG),
    "DATA-07": Jenis("Kode tidak sah", Tingkat.SEDANG),
    "DATA-08": Jenis("Digit NIP hilang atau tidak lengkap", Tingkat.SEDANG),
    "DATA-09": Jenis("Bukan bilangan bulat", Tingkat.SEDANG),
    "DATA-10": Jenis("Formula tanpa nilai", Tingkat.SEDANG),
    "DATA-11": Jenis("Sel galat", Tingkat.SEDANG),
    "DATA-12": Jenis("Sel digabung", Tingkat.SEDANG),
    "DATA-13": Jenis("Kolom tidak dikenal", Tingkat.SEDANG),
    "DATA-14": Jenis("Kolom wajib tidak ada", Tingkat.SEDANG),
    "DATA-15": Jenis("Judul kolom ganda", Tingkat.SEDANG),
    "DATA-16": Jenis("Isi di luar kolom", Tingkat.SEDANG),
    "DATA-17": Jenis("Karakter diganti", Tingkat.RENDAH),
    "DATA-18": Jenis("Penyandian teks bukan UTF-8", Tingkat.RENDAH),
    "DATA-19": Jenis("Tabel tidak dikenal", Tingkat.SEDANG),
    "DATA-20": Jenis("Lembar tersembunyi", Tingkat.RENDAH),
    "DATA-21": Jenis("Teks terlalu panjang", Tingkat.SEDANG),
    "DATA-22": Jenis("Angka berformat persen", Tingkat.RENDAH),
    "DATA-23": Jenis("Angka dapat dibaca dua cara", Tingkat.SEDANG),
    "DATA-24": Jenis("Tanda kutip tidak ditutup", Tingkat.SEDANG),
    "DATA-25": Jenis("Gambar tidak dapat dipakai", Tingkat.SEDANG),
    "DATA-26": Jenis("Narasi tidak dapat dipakai", Tingkat.SEDANG),
    "DATA-27": Jenis("Versi skema dianggap yang terbaru", Tingkat.RENDAH),
    "DATA-28": Jenis("Rupiah lebih dari dua desimal", Tingkat.SEDANG),
}


def is_reading(kode: str) -> bool:
    """Whether a code is that of a finding about reading: what comes after it may follow from what was not read."""
    return kode in KODE


def found(kode: str, pesan: str, lokasi: Lokasi, tertulis: str | None = None, saran: str | None = None) -> Temuan:
    """A finding of the table above. `tertulis` is what stands there, `saran` what to write instead.

    A message ends with one full stop, also where an example brought its own.
    """
    jenis = KODE[kode]
    return Temuan(
        kode=kode,
        judul=jenis.judul,
        tingkat=jenis.tingkat,
        pesan=pesan.rstrip(".") + ".",
        lokasi=lokasi,
        kutipan=tertulis or "",
        tertulis=tertulis,
        saran=saran,
    )


def quoted(text: str, most: int = 40) -> str:
    """A user's text in quotes on one line, printable, shortened where it is long."""
    line = " ".join(clean_text(text[: 4 * most]).text.split())
    return f"'{line if len(line) <= most else line[: most - 1] + '…'}'"
