"""The satisfaction survey: periods, services, recaps, answers, analysis, index of the year."""

from __future__ import annotations

from typing import ClassVar

from akuntabel.domain.kolom import BarisBerid, Bulat, Desimal, Kode, Tahun, Tanggal, Teks, TeksPanjang, YaTidak, kolom
from akuntabel.domain.pilihan import JenisAnalisisUnsur, StatusNilai


class SkmPeriode(BarisBerid):
    """A survey period: months, method, answers."""

    TABEL: ClassVar[str] = "skm_periode"
    JUDUL: ClassVar[str] = "Periode SKM"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode periode", "2025-tw4", wajib=True)
    tahun: Tahun = kolom("Tahun", "2025", wajib=True)
    bulan_awal: Bulat = kolom("Bulan pertama, 1 sampai 12", "10", wajib=True)
    bulan_akhir: Bulat = kolom("Bulan terakhir, 1 sampai 12", "12", wajib=True)
    metode: Teks | None = kolom("Cara pengumpulan", "Kuesioner daring")
    responden: Bulat | None = kolom("Banyak responden", "64")
    pengguna: Bulat | None = kolom("Banyak pengguna layanan dalam periode", "180")
    tanggal_laporan: Tanggal | None = kolom("Tanggal laporan survei ditandatangani", "2026-01-09")
    keterangan: TeksPanjang | None = kolom("Keterangan", "Hanya satu triwulan")


class SkmLayanan(BarisBerid):
    """A service that is surveyed."""

    TABEL: ClassVar[str] = "skm_layanan"
    JUDUL: ClassVar[str] = "Layanan"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode layanan", "AK1", wajib=True)
    nama: Teks = kolom("Nama layanan", "Penerbitan Kartu AK.I", wajib=True)
    unit: Kode | None = kolom("Kode unit", "PENEMPATAN", "unit")
    berbayar: YaTidak | None = kolom("Apakah dipungut biaya", "tidak")
    sla: Teks | None = kolom("Waktu penyelesaian yang dijanjikan", "1 hari kerja")
    urutan: Bulat | None = kolom("Urutan tampil", "1")


class SkmRekap(BarisBerid):
    """A recap of a period by service and unsur code; blank layanan is all services, blank unsur is the index.

    Either the sum of scores with n, or the converted score (25 to 100) that a document prints.
    """

    TABEL: ClassVar[str] = "skm_rekap"
    JUDUL: ClassVar[str] = "Rekap SKM"
    KUNCI: ClassVar[tuple[str, ...]] = ("periode", "layanan", "unsur")

    periode: Kode = kolom("Kode periode", "2025-tw4", "skm_periode", wajib=True)
    layanan: Kode | None = kolom("Kode layanan; kosong berarti semua layanan", "AK1", "skm_layanan")
    unsur: Kode | None = kolom("Kode unsur, U1 sampai U9; kosong berarti indeks", "U1")
    responden: Bulat | None = kolom("Banyak jawaban", "64")
    jumlah_skor: Bulat | None = kolom("Jumlah skor jawaban 1 sampai 4", "228")
    nilai_tercetak: Desimal | None = kolom("Nilai konversi yang tercetak bila jumlah skor tidak ada", "89,08")
    status: StatusNilai | None = kolom("Status; kosong berarti tetap", "tetap")


class SkmResponden(BarisBerid):
    """One anonymous answer sheet."""

    TABEL: ClassVar[str] = "skm_responden"
    JUDUL: ClassVar[str] = "Jawaban SKM"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Nomor lembar jawaban", "1", wajib=True)
    periode: Kode = kolom("Kode periode", "2025-tw4", "skm_periode", wajib=True)
    layanan: Kode | None = kolom("Kode layanan", "AK1", "skm_layanan")
    u1: Bulat | None = kolom("Skor unsur 1, 1 sampai 4", "4")
    u2: Bulat | None = kolom("Skor unsur 2", "4")
    u3: Bulat | None = kolom("Skor unsur 3", "3")
    u4: Bulat | None = kolom("Skor unsur 4", "4")
    u5: Bulat | None = kolom("Skor unsur 5", "3")
    u6: Bulat | None = kolom("Skor unsur 6", "4")
    u7: Bulat | None = kolom("Skor unsur 7", "4")
    u8: Bulat | None = kolom("Skor unsur 8", "4")
    u9: Bulat | None = kolom("Skor unsur 9", "3")
    jenis_kelamin: Teks | None = kolom("L atau P", "P")
    usia: Bulat | None = kolom("Usia", "24")
    pendidikan: Teks | None = kolom("Pendidikan", "SMA")
    pekerjaan: Teks | None = kolom("Pekerjaan", "Swasta")
    saran: TeksPanjang | None = kolom("Saran", "Tambah kursi tunggu")


class SkmTahunan(BarisBerid):
    """The index of a year as a document prints it, with its target. Several documents may print different values."""

    TABEL: ClassVar[str] = "skm_tahunan"
    JUDUL: ClassVar[str] = "IKM Tahunan"
    KUNCI: ClassVar[tuple[str, ...]] = ("tahun", "versi")

    tahun: Tahun = kolom("Tahun", "2025", wajib=True)
    versi: Kode = kolom("Dokumen asal nilai, misalnya lkip, skm", "lkip", wajib=True)
    target: Desimal | None = kolom("Target IKM", "85")
    asal_target: Teks | None = kolom("Dari mana target itu", "Perjanjian kinerja 2025")
    indeks: Desimal | None = kolom("IKM yang tercetak", "89,36")
    mutu: Teks | None = kolom("Mutu yang tercetak", "A")
    dipakai: YaTidak = kolom("Apakah nilai ini yang dipakai dalam laporan", "ya", wajib=True)
    status: StatusNilai | None = kolom("Status; kosong berarti tetap", "sementara")
    keterangan: TeksPanjang | None = kolom("Keterangan", "Nilai satu triwulan")


class AnalisisUnsur(BarisBerid):
    """A line of analysis of a survey element."""

    TABEL: ClassVar[str] = "analisis_unsur"
    JUDUL: ClassVar[str] = "Analisis Unsur SKM"
    KUNCI: ClassVar[tuple[str, ...]] = ("periode", "unsur", "jenis", "urutan")

    periode: Kode = kolom("Kode periode", "2025-tw4", "skm_periode", wajib=True)
    unsur: Kode = kolom("Kode unsur", "U9", wajib=True)
    jenis: JenisAnalisisUnsur = kolom("Jenis uraian", "penghambat", wajib=True)
    urutan: Bulat = kolom("Urutan", "1", wajib=True)
    teks: TeksPanjang = kolom("Uraian", "Ruang tunggu kurang nyaman", wajib=True)
