"""The list of tables and the caption name the same months and years."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.bahasa.tanggal import BULAN
from akuntabel.facts.angka import years
from akuntabel.facts.daftar_isi import Entri
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.struktur import Keterangan
from akuntabel.facts.waktu import months_of
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.judul import title_matcher


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    matcher = title_matcher(fakta, konteks)
    for entry in fakta.entri:
        for caption in fakta.struktur.keterangan:
            same = entry.daftar == caption.jenis and entry.nomor == caption.nomor
            if entry.nomor and same and matcher.same(entry.judul, caption.judul):
                yield _judge(entry, caption, matcher.terpotong)


def _judge(entry: Entri, caption: Keterangan, cut: bool) -> Jawaban:
    listed, printed = _period(entry.judul), _period(caption.judul)
    if listed == printed or (cut and (listed.startswith(printed) or printed.startswith(listed))):
        return LOLOS
    return Masalah(
        proof(entry.asal),
        f"{caption.jenis.capitalize()} {caption.nomor} pada daftar menyebut {listed or 'tanpa waktu'}, pada isi "
        f"{printed or 'tanpa waktu'}",
        Keyakinan.PASTI,
        Tingkat.RENDAH,
        terkait=(proof(caption),),
        tertulis=listed or None,
        seharusnya=printed or None,
    )


def _period(title: str) -> str:
    """Months and years of a title: "Januari-Desember 2025"."""
    months = "-".join(BULAN[m - 1] for m in months_of(title))
    return " ".join(t for t in (months, "-".join(map(str, years(title)))) if t)


ATURAN = Aturan(
    kode="WKT-02",
    judul="Waktu pada daftar tabel sama dengan keterangan tabelnya",
    kelompok=Kelompok.WAKTU,
    tingkat=Tingkat.RENDAH,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Bulan dan tahun pada baris daftar tabel atau daftar gambar sama dengan bulan dan tahun pada keterangannya di "
        "dalam laporan, misalnya periode Januari-Desember 2025 dan periode Desember 2025 bukan waktu yang sama."
    ),
    bila_kosong="tidak ada daftar tabel yang judulnya sama dengan keterangannya",
    run=_run,
)
