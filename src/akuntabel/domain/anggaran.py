"""Money: budgets by version, realisations by document, revenue."""

from __future__ import annotations

from typing import ClassVar

from akuntabel.domain.kolom import (
    BarisBerid,
    Bulat,
    Desimal,
    Kode,
    Tahun,
    Tanggal,
    Teks,
    TeksPanjang,
    Uang,
    YaTidak,
    kolom,
)
from akuntabel.domain.pilihan import StatusNilai


class Anggaran(BarisBerid):
    """A budget: code x year x version x kind of spending x source of funds. Each version keeps its rows."""

    TABEL: ClassVar[str] = "anggaran"
    JUDUL: ClassVar[str] = "Anggaran"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode", "tahun", "versi", "jenis_belanja", "sumber_dana")

    kode: Kode = kolom(
        "Kode program, kegiatan, atau subkegiatan", "2.07.03.2.01", "program|kegiatan|subkegiatan", wajib=True
    )
    tahun: Tahun = kolom("Tahun anggaran", "2025", wajib=True)
    versi: Kode = kolom("murni, pergeseran_1, pergeseran_2, ..., atau perubahan", "murni", wajib=True)
    pagu: Uang | None = kolom("Pagu, dalam rupiah", "1170250000")
    jenis_belanja: Teks | None = kolom("Jenis belanja", "Belanja Barang dan Jasa")
    sumber_dana: Teks | None = kolom("Sumber dana", "APBD")
    nomor_dpa: Teks | None = kolom("Nomor DPA atau DPPA", "DPA/A.1/2.07.3.32.0.00.01.0000/001/2025")
    tanggal_dpa: Tanggal | None = kolom("Tanggal DPA atau DPPA", "2025-01-02")
    status: StatusNilai | None = kolom("Status; kosong berarti tetap", "tetap")
    keterangan: TeksPanjang | None = kolom("Keterangan", "Angka pada dokumen tidak lengkap")


class DokumenRealisasi(BarisBerid):
    """A document that states spending, by the name under which people know it."""

    TABEL: ClassVar[str] = "dokumen_realisasi"
    JUDUL: ClassVar[str] = "Dokumen Realisasi Anggaran"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode dokumen", "lra", wajib=True)
    nama: Teks = kolom("Nama dokumen seperti dikenal pembaca", "Laporan Realisasi Anggaran", wajib=True)


class RealisasiAnggaran(BarisBerid):
    """Spending: code x year x month x document. `persen` keeps a percentage that a document prints without rupiah."""

    TABEL: ClassVar[str] = "realisasi_anggaran"
    JUDUL: ClassVar[str] = "Realisasi Anggaran"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode", "tahun", "bulan", "dokumen", "jenis_belanja", "sumber_dana")

    kode: Kode = kolom(
        "Kode program, kegiatan, atau subkegiatan", "2.07.03.2.01", "program|kegiatan|subkegiatan", wajib=True
    )
    tahun: Tahun = kolom("Tahun anggaran", "2025", wajib=True)
    bulan: Bulat | None = kolom("Sampai dengan bulan, 1 sampai 12; kosong berarti setahun", "12")
    dokumen: Kode = kolom("Kode dokumen asal nilai", "lra", "dokumen_realisasi", wajib=True)
    realisasi: Uang | None = kolom("Realisasi keuangan, dalam rupiah", "1098000000")
    persen: Desimal | None = kolom("Persentase yang tercetak bila rupiahnya tidak ada", "94")
    fisik: Desimal | None = kolom("Realisasi fisik, dalam persen", "100")
    keluaran_target: Desimal | None = kolom("Target keluaran", "60")
    keluaran_realisasi: Desimal | None = kolom("Realisasi keluaran", "59")
    keluaran_satuan: Teks | None = kolom("Satuan keluaran", "orang")
    jenis_belanja: Teks | None = kolom("Jenis belanja", "Belanja Barang dan Jasa")
    sumber_dana: Teks | None = kolom("Sumber dana", "APBD")
    dipakai: YaTidak = kolom("Apakah nilai ini yang dipakai dalam laporan", "ya", wajib=True)
    status: StatusNilai | None = kolom("Status; kosong berarti tetap", "belum_diaudit")
    keterangan: TeksPanjang | None = kolom("Keterangan", "Sama dengan pagu")


class JumlahRealisasi(BarisBerid):
    """The total of a year as a document prints it, whatever its lines say: an amount, a share, or what is left."""

    TABEL: ClassVar[str] = "jumlah_realisasi"
    JUDUL: ClassVar[str] = "Jumlah Realisasi Tercetak"
    KUNCI: ClassVar[tuple[str, ...]] = ("dokumen", "tahun")

    dokumen: Kode = kolom("Kode dokumen yang mencetaknya", "lra", "dokumen_realisasi", wajib=True)
    tahun: Tahun = kolom("Tahun anggaran", "2025", wajib=True)
    realisasi: Uang | None = kolom("Jumlah realisasi yang tercetak, dalam rupiah", "1098000000")
    persen: Desimal | None = kolom("Persentase realisasi yang tercetak terhadap seluruh pagu", "94")
    sisa: Uang | None = kolom("Sisa atau penghematan yang tercetak, dalam rupiah", "72250000")
    keterangan: TeksPanjang | None = kolom("Keterangan", "Disebut pada kesimpulan")


class Pendapatan(BarisBerid):
    """Revenue collected by the agency."""

    TABEL: ClassVar[str] = "pendapatan"
    JUDUL: ClassVar[str] = "Pendapatan"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode", "tahun")

    kode: Kode = kolom("Kode jenis pendapatan", "4.1.02", wajib=True)
    nama: Teks = kolom("Nama jenis pendapatan", "Retribusi Perpanjangan RPTKA", wajib=True)
    tahun: Tahun = kolom("Tahun", "2025", wajib=True)
    target: Uang | None = kolom("Target, dalam rupiah", "1000000000")
    realisasi: Uang | None = kolom("Realisasi, dalam rupiah", "1100000000")
    status: StatusNilai | None = kolom("Status; kosong berarti tetap", "belum_diaudit")
