"""Perjanjian kinerja: statement, lines and budget lines, with the parties as they were that day."""

from __future__ import annotations

from typing import ClassVar

from akuntabel.domain.kolom import BarisBerid, Bulat, Kode, Nip, Tahun, Tanggal, Teks, TeksPanjang, Uang, kolom
from akuntabel.domain.pilihan import JenisPerjanjian, Jenjang, SebabPerubahan


class PerjanjianKinerja(BarisBerid):
    """An agreement (PermenPANRB 53/2014, lampiran I). A changed one keeps the first."""

    TABEL: ClassVar[str] = "perjanjian_kinerja"
    JUDUL: ClassVar[str] = "Perjanjian Kinerja"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode perjanjian", "pk", wajib=True)
    tahun: Tahun = kolom("Tahun", "2025", wajib=True)
    jenis: JenisPerjanjian = kolom("Murni atau perubahan", "murni", wajib=True)
    jenjang: Jenjang = kolom("Jenjang pihak pertama", "kepala_instansi", wajib=True)
    sebab_perubahan: SebabPerubahan | None = kolom("Sebab perubahan", "perubahan_strategi")
    tempat: Teks | None = kolom("Tempat penandatanganan", "Bekasi")
    tanggal: Tanggal | None = kolom("Tanggal penandatanganan", "2025-01-20")
    tanggal_dpa: Tanggal | None = kolom("Tanggal DPA", "2025-01-02")
    pihak_pertama: Teks | None = kolom("Nama pihak pertama pada hari itu", "Dra. Contoh Nama, M.Si.")
    jabatan_pertama: Teks | None = kolom("Jabatan pihak pertama", "Kepala Dinas Tenaga Kerja")
    pangkat_pertama: Teks | None = kolom("Pangkat pihak pertama", "Pembina Utama Muda")
    nip_pertama: Nip | None = kolom("NIP pihak pertama", "196701141986102001")
    pihak_kedua: Teks | None = kolom("Nama pihak kedua pada hari itu", "Dr. Contoh Wali")
    jabatan_kedua: Teks | None = kolom("Jabatan pihak kedua", "Wali Kota Bekasi")
    pangkat_kedua: Teks | None = kolom("Pangkat pihak kedua", "Pembina Utama Madya")
    nip_kedua: Nip | None = kolom("NIP pihak kedua; kosong untuk kepala daerah", "196501011990031001")
    menggantikan: Kode | None = kolom("Kode perjanjian yang diubah", "pk", "perjanjian_kinerja")
    unit: Kode | None = kolom("Kode unit pihak pertama", "KEPALA", "unit")


class PerjanjianIndikator(BarisBerid):
    """A line of an agreement: sasaran and indicator. Its target is the row of `target` under the agreement's code."""

    TABEL: ClassVar[str] = "perjanjian_indikator"
    JUDUL: ClassVar[str] = "Sasaran dan Indikator Perjanjian"
    KUNCI: ClassVar[tuple[str, ...]] = ("perjanjian", "indikator")

    perjanjian: Kode = kolom("Kode perjanjian", "pk", "perjanjian_kinerja", wajib=True)
    urutan: Bulat = kolom("Nomor urut", "1", wajib=True)
    indikator: Kode = kolom("Kode indikator", "IKU-1", "indikator", wajib=True)
    sasaran: Kode | None = kolom("Kode sasaran yang tertulis di sebelahnya", "S1", "sasaran|tujuan|program|kegiatan")
    keterangan: TeksPanjang | None = kolom("Keterangan", "Dipasangkan dengan sasaran lain")


class PerjanjianAnggaran(BarisBerid):
    """A budget line of an agreement, as it was signed. Numbers that the document skips stay skipped."""

    TABEL: ClassVar[str] = "perjanjian_anggaran"
    JUDUL: ClassVar[str] = "Anggaran Perjanjian"
    KUNCI: ClassVar[tuple[str, ...]] = ("perjanjian", "kode")

    perjanjian: Kode = kolom("Kode perjanjian", "pk", "perjanjian_kinerja", wajib=True)
    kode: Kode = kolom(
        "Kode program, kegiatan, atau subkegiatan", "2.07.03", "program|kegiatan|subkegiatan", wajib=True
    )
    urutan: Bulat = kolom("Nomor urut", "1", wajib=True)
    anggaran: Uang | None = kolom("Anggaran, dalam rupiah", "1260750000")
    sumber_dana: Teks | None = kolom("Sumber dana", "APBD")
    keterangan: TeksPanjang | None = kolom("Keterangan", "Nomor urut pada dokumen kosong")
