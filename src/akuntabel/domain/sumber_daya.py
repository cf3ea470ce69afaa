"""Staff, assets and vehicles."""

from __future__ import annotations

from typing import ClassVar

from akuntabel.domain.kolom import BarisBerid, Bulat, Kode, Tahun, Tanggal, Teks, TeksPanjang, kolom
from akuntabel.domain.pilihan import Asal, DimensiPegawai, Kondisi, StatusNilai, StatusPegawai


class PegawaiRekap(BarisBerid):
    """A headcount by one dimension and employment status. Several dimensions count the same people."""

    TABEL: ClassVar[str] = "pegawai_rekap"
    JUDUL: ClassVar[str] = "Rekap Pegawai"
    KUNCI: ClassVar[tuple[str, ...]] = ("dimensi", "kategori", "status_pegawai")

    dimensi: DimensiPegawai = kolom("Menurut apa pegawai dihitung", "pendidikan", wajib=True)
    kategori: Teks = kolom("Kategori", "S1", wajib=True)
    status_pegawai: StatusPegawai = kolom("Status kepegawaian", "pns", wajib=True)
    jumlah: Bulat | None = kolom("Jumlah orang", "14")
    kebutuhan: Bulat | None = kolom("Kebutuhan menurut analisis beban kerja", "20")
    golongan: Teks | None = kolom("Golongan ruang, untuk dimensi golongan", "IV/a")
    posisi: Tanggal | None = kolom("Keadaan per tanggal", "2025-12-31")
    urutan: Bulat | None = kolom("Urutan tampil", "1")
    status: StatusNilai | None = kolom("Status; kosong berarti tetap", "tetap")


class Sarana(BarisBerid):
    """A kind of asset by condition."""

    TABEL: ClassVar[str] = "sarana"
    JUDUL: ClassVar[str] = "Sarana dan Prasarana"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode", "SAR-01", wajib=True)
    nama: Teks = kolom("Nama barang", "Kendaraan roda 4", wajib=True)
    jumlah: Bulat | None = kolom("Jumlah", "12")
    baik: Bulat | None = kolom("Keadaan baik", "11")
    rusak_ringan: Bulat | None = kolom("Keadaan rusak ringan", "1")
    rusak_berat: Bulat | None = kolom("Keadaan rusak berat", "0")
    urutan: Bulat | None = kolom("Urutan tampil", "1")
    status: StatusNilai | None = kolom("Status; kosong berarti tetap", "sementara")
    asal: Asal | None = kolom("Milik instansi ini atau instansi lain (tidak dicetak)", "sendiri")


class Kendaraan(BarisBerid):
    """A vehicle. Engine, chassis and full plate numbers are printed only in the internal copy."""

    TABEL: ClassVar[str] = "kendaraan"
    JUDUL: ClassVar[str] = "Kendaraan"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode", "R4-1", wajib=True)
    roda: Bulat = kolom("Jumlah roda", "4", wajib=True)
    pemegang: Teks = kolom("Jabatan pemegang", "Kepala Dinas", wajib=True)
    nomor_polisi: Teks | None = kolom("Nomor polisi", "B 1234 KQN")
    merek: Teks | None = kolom("Merek dan jenis", "Toyota Avanza")
    warna: Teks | None = kolom("Warna", "Hitam")
    nomor_mesin: Teks | None = kolom("Nomor mesin", "1TR1234567")
    nomor_rangka: Teks | None = kolom("Nomor rangka, 17 karakter", "MHFXW42G1A2123456")
    isi_silinder: Bulat | None = kolom("Isi silinder, dalam cc", "1998")
    tahun_pembuatan: Tahun | None = kolom("Tahun pembuatan", "2010")
    tanggal_pajak: Tanggal | None = kolom("Pajak berlaku sampai", "2026-04-10")
    kondisi: Kondisi | None = kolom("Keadaan", "baik")
    keterangan: TeksPanjang | None = kolom("Keterangan", "Nomor rangka 15 karakter pada laporan")
    urutan: Bulat | None = kolom("Urutan tampil", "1")
