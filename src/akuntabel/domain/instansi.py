"""The agency: identity, report, officials, structure, duties, legal basis."""

from __future__ import annotations

from typing import ClassVar

from akuntabel.domain.kolom import (
    BarisBerid,
    Bulat,
    Desimal,
    Kode,
    Nip,
    Tahun,
    Tanggal,
    Teks,
    TeksPanjang,
    YaTidak,
    kolom,
)
from akuntabel.domain.pilihan import (
    JenisInstansi,
    JenisPejabat,
    JenisTugas,
    JenisUnit,
    StatusJabatan,
    StatusPegawai,
    SubjekRegulasi,
)


class Instansi(BarisBerid):
    """The reporting agency. One row."""

    TABEL: ClassVar[str] = "instansi"
    JUDUL: ClassVar[str] = "Instansi"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode singkat instansi", "DISNAKER", wajib=True)
    nama: Teks = kolom("Nama resmi instansi", "Dinas Tenaga Kerja", wajib=True)
    nama_pendek: Teks | None = kolom("Sebutan pendek", "Disnaker")
    jenis: JenisInstansi = kolom("Jenis instansi", "opd", wajib=True)
    daerah: Teks = kolom("Nama daerah", "Kota Contoh", wajib=True)
    pemerintah: Teks = kolom("Nama pemerintah daerah", "Pemerintah Kota Contoh", wajib=True)
    sebutan_kepala_daerah: Teks = kolom("Sebutan kepala daerah", "Wali Kota", wajib=True)
    provinsi: Teks | None = kolom("Nama provinsi", "Jawa Barat")
    urusan: Teks | None = kolom("Urusan pemerintahan yang dilaksanakan", "tenaga kerja dan transmigrasi")
    alamat: Teks | None = kolom("Alamat untuk kop surat", "Jalan Contoh Nomor 1")
    telepon: Teks | None = kolom("Telepon untuk kop surat", "(021) 1234567")
    surel: Teks | None = kolom("Alamat surel", "dinas@contoh.go.id")
    situs: Teks | None = kolom("Alamat situs", "dinas.contoh.go.id")
    logo: Teks | None = kolom("Nama berkas logo (PNG atau JPEG) di folder dokumentasi", "logo.png")
    layanan_gratis: YaTidak | None = kolom("Apakah semua layanan tidak dipungut biaya", "ya")


class Laporan(BarisBerid):
    """The report of one year: its name, date and layout. One row."""

    TABEL: ClassVar[str] = "laporan"
    JUDUL: ClassVar[str] = "Laporan"
    KUNCI: ClassVar[tuple[str, ...]] = ("tahun",)

    tahun: Tahun = kolom("Tahun laporan", "2025", wajib=True)
    nama: Teks = kolom("Nama laporan", "Laporan Kinerja Instansi Pemerintah", wajib=True)
    singkatan: Teks = kolom("Singkatan nama laporan", "LKIP", wajib=True)
    tempat: Teks = kolom("Tempat penandatanganan", "Bekasi", wajib=True)
    tanggal: Tanggal = kolom("Tanggal laporan", "2026-02-27", wajib=True)
    penanda_tangan: Kode | None = kolom("Kode pejabat yang menandatangani", "KADIS", "pejabat")
    direviu: YaTidak | None = kolom("Apakah laporan ini direviu APIP; kosong berarti ya", "ya")
    huruf: Teks | None = kolom("Jenis huruf: Arimo (setara Arial) atau Tinos (setara Times New Roman)", "Arimo")
    ukuran_huruf: Desimal | None = kolom("Ukuran huruf, dalam poin", "11")
    spasi: Desimal | None = kolom("Jarak baris", "1,15")
    tepi_atas: Desimal | None = kolom("Tepi atas, dalam milimeter", "25")
    tepi_kanan: Desimal | None = kolom("Tepi kanan, dalam milimeter", "25")
    tepi_bawah: Desimal | None = kolom("Tepi bawah, dalam milimeter", "25")
    tepi_kiri: Desimal | None = kolom("Tepi kiri, dalam milimeter", "30")


class Pejabat(BarisBerid):
    """An official, from-to. A kepala daerah has no NIP."""

    TABEL: ClassVar[str] = "pejabat"
    JUDUL: ClassVar[str] = "Pejabat"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode pejabat", "KADIS", wajib=True)
    nama: Teks = kolom("Nama lengkap dengan gelar", "Dra. Contoh Nama, M.Si.", wajib=True)
    jabatan: Teks = kolom("Nama jabatan tanpa Plt./Plh.", "Kepala Dinas Tenaga Kerja", wajib=True)
    jenis: JenisPejabat = kolom("Jenis pejabat", "kepala_instansi", wajib=True)
    status_jabatan: StatusJabatan = kolom("Status menjabat", "definitif", wajib=True)
    nip: Nip | None = kolom("NIP 18 angka, sebagai teks", "196701141986102001")
    status_pegawai: StatusPegawai | None = kolom("Status kepegawaian; kosongkan untuk kepala daerah", "pns")
    pangkat: Teks | None = kolom("Pangkat", "Pembina Utama Muda")
    golongan: Teks | None = kolom("Golongan ruang", "IV/c")
    unit: Kode | None = kolom("Kode unit", "SEKRETARIAT", "unit")
    mulai: Tanggal | None = kolom("Mulai menjabat", "2025-01-02")
    selesai: Tanggal | None = kolom("Selesai menjabat", "2025-12-31")


class Unit(BarisBerid):
    """A unit of the structure."""

    TABEL: ClassVar[str] = "unit"
    JUDUL: ClassVar[str] = "Unit Kerja"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode unit", "SEKRETARIAT", wajib=True)
    nama: Teks = kolom("Nama unit", "Sekretariat", wajib=True)
    jenis: JenisUnit = kolom("Jenis unit", "sekretariat", wajib=True)
    induk: Kode | None = kolom("Kode unit di atasnya", "KEPALA", "unit")
    urutan: Bulat | None = kolom("Urutan tampil", "1")


class TugasFungsi(BarisBerid):
    """A paragraph on position, duty or function."""

    TABEL: ClassVar[str] = "tugas_fungsi"
    JUDUL: ClassVar[str] = "Tugas dan Fungsi"
    KUNCI: ClassVar[tuple[str, ...]] = ("unit", "jenis", "urutan")

    unit: Kode = kolom("Kode unit", "KEPALA", "unit", wajib=True)
    jenis: JenisTugas = kolom("Kedudukan, tugas, atau fungsi", "fungsi", wajib=True)
    urutan: Bulat = kolom("Urutan", "1", wajib=True)
    teks: TeksPanjang = kolom("Bunyi", "perumusan rencana strategis dan rencana kerja Dinas", wajib=True)


class Regulasi(BarisBerid):
    """A legal basis that the report cites."""

    TABEL: ClassVar[str] = "regulasi"
    JUDUL: ClassVar[str] = "Dasar Hukum"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode", "PERPRES-29-2014", wajib=True)
    jenis: Teks = kolom("Jenis peraturan", "Peraturan Presiden", wajib=True)
    nomor: Teks = kolom("Nomor", "29", wajib=True)
    tahun: Tahun = kolom("Tahun", "2014", wajib=True)
    tentang: TeksPanjang = kolom("Judul", "Sistem Akuntabilitas Kinerja Instansi Pemerintah", wajib=True)
    subjek: SubjekRegulasi = kolom("Untuk apa dirujuk", "pelaporan", wajib=True)
    dicabut: YaTidak | None = kolom("Apakah sudah dicabut", "tidak")
    keterangan: TeksPanjang | None = kolom("Keterangan", "Mencabut Peraturan Nomor 12 Tahun 2015")
