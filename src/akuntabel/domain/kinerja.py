"""What was promised and what was reached: targets, realisations, comparisons, action plans, analyses."""

from __future__ import annotations

from typing import ClassVar

from akuntabel.domain.kolom import (
    BarisBerid,
    Bulat,
    Desimal,
    Kode,
    Nilai,
    Tahun,
    Tanggal,
    Teks,
    TeksPanjang,
    YaTidak,
    kolom,
)
from akuntabel.domain.pilihan import JenisAnalisis, Periode, StatusNilai, StatusTindak, Wilayah


class Target(BarisBerid):
    """A target: indicator x year x period x document. A signed target is never altered."""

    TABEL: ClassVar[str] = "target"
    JUDUL: ClassVar[str] = "Target"
    KUNCI: ClassVar[tuple[str, ...]] = ("indikator", "tahun", "periode", "dokumen")

    indikator: Kode = kolom("Kode indikator", "IKU-1", "indikator", wajib=True)
    tahun: Tahun = kolom("Tahun", "2025", wajib=True)
    periode: Periode = kolom("Setahun atau triwulan", "tahun", wajib=True)
    dokumen: Kode = kolom(
        "Kode dokumen rencana atau perjanjian kinerja", "pk", "dokumen_rencana|perjanjian_kinerja", wajib=True
    )
    nilai: Nilai | None = kolom("Target; untuk rentang: batas bawah", "7,73")
    nilai_atas: Desimal | None = kolom("Batas atas, hanya untuk rentang", "90")
    status: StatusNilai | None = kolom("Status; kosong berarti tetap", "tetap")
    alasan_perubahan: TeksPanjang | None = kolom("Alasan bila berbeda dari dokumen lain", "Penyesuaian RPJMD")


class DasarPengukuran(BarisBerid):
    """Which document's target is measured when it is not that of the latest perjanjian kinerja."""

    TABEL: ClassVar[str] = "dasar_pengukuran"
    JUDUL: ClassVar[str] = "Dasar Pengukuran"
    KUNCI: ClassVar[tuple[str, ...]] = ("indikator", "tahun")

    indikator: Kode = kolom("Kode indikator", "IKU-1", "indikator", wajib=True)
    tahun: Tahun = kolom("Tahun", "2025", wajib=True)
    dokumen: Kode = kolom(
        "Kode dokumen yang targetnya diukur", "renstra", "dokumen_rencana|perjanjian_kinerja", wajib=True
    )
    alasan: TeksPanjang = kolom("Alasan", "Target perjanjian kinerja menunggu konfirmasi", wajib=True)
    status: StatusNilai = kolom("tetap bila sudah diputuskan, sementara bila menunggu", "sementara", wajib=True)


class Realisasi(BarisBerid):
    """A realised value. Revised series are new rows under another `versi`; `dipakai` says which one counts.

    A value whose survey month is assumed is provisional, whatever its status.
    """

    TABEL: ClassVar[str] = "realisasi"
    JUDUL: ClassVar[str] = "Realisasi"
    KUNCI: ClassVar[tuple[str, ...]] = ("indikator", "tahun", "periode", "versi")

    indikator: Kode = kolom("Kode indikator", "IKU-1", "indikator", wajib=True)
    tahun: Tahun = kolom("Tahun", "2025", wajib=True)
    periode: Periode = kolom("Setahun atau triwulan", "tahun", wajib=True)
    versi: Kode = kolom("Dokumen asal nilai, misalnya lkip, renstra, bps", "lkip", wajib=True)
    nilai: Nilai | None = kolom("Realisasi; kosongkan bila dihitung dari pembilang dan penyebut", "7,33")
    pembilang: Desimal | None = kolom("Pembilang", "95000")
    penyebut: Desimal | None = kolom("Penyebut", "1296000")
    dipakai: YaTidak = kolom("Apakah nilai ini yang dipakai dalam laporan", "ya", wajib=True)
    status: StatusNilai | None = kolom("Status; kosong berarti tetap", "sementara")
    sumber: Teks | None = kolom("Sumber", "BPS, Sakernas Agustus 2025")
    bulan_survei: Bulat | None = kolom("Bulan survei, 1 sampai 12", "8")
    bulan_anggapan: YaTidak | None = kolom("ya bila bulan survei itu anggapan, tidak tertulis pada sumbernya", "ya")
    tanggal_rilis: Tanggal | None = kolom("Tanggal rilis", "2025-11-05")
    bukti: Teks | None = kolom("Bukti dukung: nama berkas atau tautan", "brs-tpt-2025.pdf")
    keterangan: TeksPanjang | None = kolom("Keterangan atau alasan perubahan", "Deret direvisi BPS")


class NilaiKomponen(BarisBerid):
    """The value of a formula component in a year and period."""

    TABEL: ClassVar[str] = "nilai_komponen"
    JUDUL: ClassVar[str] = "Nilai Komponen"
    KUNCI: ClassVar[tuple[str, ...]] = ("indikator", "komponen", "tahun", "periode")

    indikator: Kode = kolom("Kode indikator", "IKU-1", "indikator", wajib=True)
    komponen: Kode = kolom("Kode komponen", "PENGANGGUR", wajib=True)
    tahun: Tahun = kolom("Tahun", "2025", wajib=True)
    periode: Periode = kolom("Setahun atau triwulan", "tahun", wajib=True)
    nilai: Desimal | None = kolom("Nilai", "95000")
    status: StatusNilai | None = kolom("Status; kosong berarti tetap", "tetap")


class Pembanding(BarisBerid):
    """A national, provincial or neighbouring value of the same month."""

    TABEL: ClassVar[str] = "pembanding"
    JUDUL: ClassVar[str] = "Pembanding"
    KUNCI: ClassVar[tuple[str, ...]] = ("indikator", "wilayah", "nama_wilayah", "tahun")

    indikator: Kode = kolom("Kode indikator", "IKU-1", "indikator", wajib=True)
    wilayah: Wilayah = kolom("Nasional, provinsi, atau daerah lain", "nasional", wajib=True)
    nama_wilayah: Teks = kolom("Nama wilayah", "Indonesia", wajib=True)
    tahun: Tahun = kolom("Tahun", "2025", wajib=True)
    bulan: Bulat | None = kolom("Bulan survei, 1 sampai 12", "8")
    nilai: Desimal | None = kolom("Nilai", "4,85")
    sumber: Teks | None = kolom("Sumber", "BPS, Berita Resmi Statistik November 2025")
    tanggal_rilis: Tanggal | None = kolom("Tanggal rilis", "2025-11-05")
    status: StatusNilai | None = kolom("Status; kosong berarti tetap", "tetap")


class RencanaAksi(BarisBerid):
    """A line of the action plan: what is done for an indicator, with output targets per quarter."""

    TABEL: ClassVar[str] = "rencana_aksi"
    JUDUL: ClassVar[str] = "Rencana Aksi"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode", "RA-1", wajib=True)
    indikator: Kode = kolom("Kode indikator", "IKU-1", "indikator", wajib=True)
    uraian: TeksPanjang = kolom("Rencana aksi", "Pelatihan berbasis kompetensi", wajib=True)
    keluaran: Teks | None = kolom("Keluaran", "Peserta lulus")
    satuan: Teks | None = kolom("Satuan keluaran", "orang")
    target_tw1: Desimal | None = kolom("Target triwulan I", "0")
    target_tw2: Desimal | None = kolom("Target triwulan II", "40")
    target_tw3: Desimal | None = kolom("Target triwulan III", "40")
    target_tw4: Desimal | None = kolom("Target triwulan IV", "20")
    kode_anggaran: Kode | None = kolom(
        "Kode program, kegiatan, atau subkegiatan", "2.07.03.2.01", "program|kegiatan|subkegiatan"
    )
    penanggung_jawab: Kode | None = kolom("Kode unit penanggung jawab", "PELATIHAN", "unit")


class Langkah(BarisBerid):
    """A step of an action plan, with owner and schedule."""

    TABEL: ClassVar[str] = "langkah"
    JUDUL: ClassVar[str] = "Langkah Rencana Aksi"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode", "L-1", wajib=True)
    rencana_aksi: Kode = kolom("Kode rencana aksi", "RA-1", "rencana_aksi", wajib=True)
    uraian: TeksPanjang = kolom("Langkah", "Seleksi peserta", wajib=True)
    penanggung_jawab: Kode | None = kolom("Kode unit penanggung jawab", "PELATIHAN", "unit")
    mulai: Tanggal | None = kolom("Mulai", "2025-02-01")
    selesai: Tanggal | None = kolom("Selesai", "2025-03-31")
    status: StatusTindak | None = kolom("Keadaan", "selesai")


class Monev(BarisBerid):
    """A decision of a quarterly meeting, with owner and due date."""

    TABEL: ClassVar[str] = "monev"
    JUDUL: ClassVar[str] = "Monitoring dan Evaluasi Triwulan"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode", "MV-1", wajib=True)
    tahun: Tahun = kolom("Tahun", "2025", wajib=True)
    triwulan: Bulat = kolom("Triwulan, 1 sampai 4", "1", wajib=True)
    indikator: Kode | None = kolom("Kode indikator", "IKU-1", "indikator")
    hambatan: TeksPanjang | None = kolom("Hambatan", "Peserta belum cukup")
    keputusan: TeksPanjang | None = kolom("Keputusan rapat", "Membuka pendaftaran kedua")
    penanggung_jawab: Kode | None = kolom("Kode unit penanggung jawab", "PELATIHAN", "unit")
    tenggat: Tanggal | None = kolom("Tenggat", "2025-04-30")
    status: StatusTindak | None = kolom("Keadaan", "selesai")


class Analisis(BarisBerid):
    """A line of analysis of an indicator: cause, obstacle, action, solution."""

    TABEL: ClassVar[str] = "analisis"
    JUDUL: ClassVar[str] = "Analisis Indikator"
    KUNCI: ClassVar[tuple[str, ...]] = ("indikator", "tahun", "jenis", "urutan")

    indikator: Kode = kolom("Kode indikator", "IKU-1", "indikator", wajib=True)
    tahun: Tahun = kolom("Tahun", "2025", wajib=True)
    jenis: JenisAnalisis = kolom("Jenis analisis", "penyebab_keberhasilan", wajib=True)
    urutan: Bulat = kolom("Urutan", "1", wajib=True)
    teks: TeksPanjang = kolom("Uraian; boleh memuat rujukan angka", "Pelatihan menjangkau pencari kerja", wajib=True)
    penanggung_jawab: Kode | None = kolom("Kode unit penanggung jawab", "PELATIHAN", "unit")
    tenggat: Tanggal | None = kolom("Tenggat untuk solusi", "2026-06-30")
