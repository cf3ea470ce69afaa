"""Indicators of any level, with their definition and components."""

from __future__ import annotations

from typing import ClassVar

from akuntabel.domain.kolom import BarisBerid, Bulat, Desimal, Kode, Tahun, Teks, TeksPanjang, YaTidak, kolom
from akuntabel.domain.pilihan import (
    AgregasiTahunan,
    AgregasiTriwulan,
    Arah,
    JenisNilai,
    PeranKomponen,
    SumberNilai,
    Tingkatan,
)


class Indikator(BarisBerid):
    """An indicator of a tujuan, sasaran, program, kegiatan or subkegiatan (`induk` is its code)."""

    TABEL: ClassVar[str] = "indikator"
    JUDUL: ClassVar[str] = "Indikator"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode indikator", "IKU-1", wajib=True)
    tingkat: Tingkatan = kolom("Apa yang diukur", "sasaran", wajib=True)
    induk: Kode = kolom(
        "Kode tujuan, sasaran, program, kegiatan, atau subkegiatan yang diukur",
        "S1",
        "tujuan|sasaran|program|kegiatan|subkegiatan",
        wajib=True,
    )
    nama: Teks = kolom("Nama indikator", "Tingkat Pengangguran Terbuka", wajib=True)
    singkatan: Teks | None = kolom("Singkatan", "TPT")
    satuan: Teks = kolom("Satuan", "persen", wajib=True)
    jenis_nilai: JenisNilai = kolom("Jenis nilai", "angka", wajib=True)
    arah: Arah = kolom("Arah yang lebih baik", "turun", wajib=True)
    iku: YaTidak = kolom("Apakah indikator kinerja utama", "ya", wajib=True)
    urutan: Bulat | None = kolom("Urutan tampil", "1")
    desimal: Bulat | None = kolom("Banyak angka desimal yang dicetak", "2")
    alasan: TeksPanjang | None = kolom("Alasan pemilihan indikator", "Mengukur hasil penempatan tenaga kerja")
    definisi: TeksPanjang | None = kolom("Definisi operasional", "Persentase penganggur terhadap angkatan kerja")
    rumus: TeksPanjang | None = kolom("Rumus dalam kata", "Jumlah penganggur / angkatan kerja x 100")
    sumber: Teks | None = kolom("Sumber data", "BPS, Sakernas Agustus")
    penanggung_jawab: Kode | None = kolom("Kode unit penanggung jawab", "PENEMPATAN", "unit")
    agregasi_triwulan: AgregasiTriwulan | None = kolom("Cara triwulan menjadi tahun", "posisi_akhir")
    kumulatif: YaTidak | None = kolom("Apakah nilai triwulan ditulis kumulatif", "tidak")
    agregasi_tahunan: AgregasiTahunan | None = kolom("Cara tahun menjadi akhir periode", "posisi_akhir")
    toleransi: Desimal | None = kolom("Toleransi untuk arah tetap, dalam satuan indikator", "0,5")
    bobot: Desimal | None = kolom("Bobot dalam rata-rata sasaran; kosong berarti sama", "1")
    skala_peringkat: Kode | None = kolom("Kode skala peringkat, untuk jenis nilai peringkat", "OPINI_BPK")
    berlaku_dari: Tahun | None = kolom("Berlaku mulai tahun", "2025")
    berlaku_sampai: Tahun | None = kolom("Berlaku sampai tahun", "2029")
    menggantikan: Kode | None = kolom("Kode indikator yang digantikan", "IKU-0", "indikator")
    definisi_berbeda: YaTidak | None = kolom("Apakah definisinya berbeda dari yang digantikan", "ya")
    acuan: Teks | None = kolom("IKU daerah, IKK, atau SPM yang didukung", "IKU Kota: Tingkat Pengangguran Terbuka")
    sumber_nilai: SumberNilai | None = kolom(
        "ikm bila realisasinya indeks survei kepuasan masyarakat; kosong berarti dari tabel lain", "ikm"
    )


class SkalaPeringkat(BarisBerid):
    """A rank of an ordered scale (WTP above WDP, BB above B), with the number that stands for it."""

    TABEL: ClassVar[str] = "skala_peringkat"
    JUDUL: ClassVar[str] = "Skala Peringkat"
    KUNCI: ClassVar[tuple[str, ...]] = ("skala", "peringkat")

    skala: Kode = kolom("Kode skala", "OPINI_BPK", wajib=True)
    peringkat: Teks = kolom("Peringkat", "WTP", wajib=True)
    nilai: Desimal = kolom("Angka pengganti; makin tinggi makin baik", "4", wajib=True)
    dasar: Teks | None = kolom("Dasar penetapan angka", "Keputusan Wali Kota")


class Komponen(BarisBerid):
    """A component of an indicator's formula."""

    TABEL: ClassVar[str] = "komponen"
    JUDUL: ClassVar[str] = "Komponen Rumus"
    KUNCI: ClassVar[tuple[str, ...]] = ("indikator", "kode")

    indikator: Kode = kolom("Kode indikator", "IKU-1", "indikator", wajib=True)
    kode: Kode = kolom("Kode komponen", "PENGANGGUR", wajib=True)
    nama: Teks = kolom("Nama komponen", "Jumlah penganggur", wajib=True)
    peran: PeranKomponen = kolom("Peran dalam rumus", "pembilang", wajib=True)
    bobot: Desimal | None = kolom("Bobot; kosong berarti 1", "1")
    satuan: Teks | None = kolom("Satuan", "orang")
    penjelasan: TeksPanjang | None = kolom("Penjelasan komponen", "Tidak bekerja dan sedang mencari pekerjaan")
