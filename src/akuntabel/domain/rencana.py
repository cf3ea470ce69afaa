"""The plan: documents, vision, goals, objectives, programmes, and what links them."""

from __future__ import annotations

from typing import ClassVar

from akuntabel.domain.kolom import BarisBerid, Bulat, Kode, Tahun, Tanggal, Teks, TeksPanjang, YaTidak, kolom
from akuntabel.domain.pilihan import Asal, JenisRencana, JenisStrategi, JenisVisiMisi, StatusNilai


class DokumenRencana(BarisBerid):
    """RPJMD, RPD, Renstra or Renja in force in the year, or compared with."""

    TABEL: ClassVar[str] = "dokumen_rencana"
    JUDUL: ClassVar[str] = "Dokumen Rencana"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode dokumen", "renstra", wajib=True)
    jenis: JenisRencana = kolom("Jenis dokumen", "renstra", wajib=True)
    nama: Teks = kolom("Nama dokumen", "Renstra Dinas Tenaga Kerja Tahun 2025-2029", wajib=True)
    tahun_awal: Tahun = kolom("Tahun pertama", "2025", wajib=True)
    tahun_akhir: Tahun = kolom("Tahun terakhir", "2029", wajib=True)
    tahun_dasar: Tahun | None = kolom("Tahun data dasar", "2024")
    penetapan: Teks | None = kolom("Peraturan atau keputusan penetapan", "Peraturan Wali Kota Nomor 1 Tahun 2025")
    berlaku_sejak: Tanggal | None = kolom("Berlaku sejak", "2025-01-01")
    berlaku_sampai: Tanggal | None = kolom("Berlaku sampai", "2029-12-31")
    menggantikan: Kode | None = kolom("Kode dokumen yang digantikan", "renstra_2024", "dokumen_rencana")


class VisiMisi(BarisBerid):
    """Vision and missions of the region; `didukung` marks those that the agency supports."""

    TABEL: ClassVar[str] = "visi_misi"
    JUDUL: ClassVar[str] = "Visi dan Misi"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode", "VISI", wajib=True)
    dokumen: Kode = kolom("Kode dokumen rencana", "rpjmd", "dokumen_rencana", wajib=True)
    jenis: JenisVisiMisi = kolom("Visi atau misi", "visi", wajib=True)
    nomor: Bulat | None = kolom("Nomor misi", "1")
    teks: TeksPanjang = kolom("Bunyi", "Kota Contoh yang nyaman dan sejahtera", wajib=True)
    didukung: YaTidak | None = kolom("Apakah didukung instansi ini", "ya")


class Tujuan(BarisBerid):
    """A goal of the agency."""

    TABEL: ClassVar[str] = "tujuan"
    JUDUL: ClassVar[str] = "Tujuan"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode tujuan", "T1", wajib=True)
    dokumen: Kode = kolom("Kode dokumen rencana", "renstra", "dokumen_rencana", wajib=True)
    teks: TeksPanjang = kolom("Rumusan tujuan", "Meningkatnya penyerapan tenaga kerja", wajib=True)
    urutan: Bulat | None = kolom("Urutan tampil", "1")
    misi: Kode | None = kolom("Kode misi yang didukung", "MISI-1", "visi_misi")
    menggantikan: Kode | None = kolom("Kode tujuan yang digantikan", "T0", "tujuan")


class Sasaran(BarisBerid):
    """An objective of the agency."""

    TABEL: ClassVar[str] = "sasaran"
    JUDUL: ClassVar[str] = "Sasaran"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode sasaran", "S1", wajib=True)
    tujuan: Kode = kolom("Kode tujuan", "T1", "tujuan", wajib=True)
    teks: TeksPanjang = kolom("Rumusan sasaran", "Meningkatnya partisipasi tenaga kerja", wajib=True)
    urutan: Bulat | None = kolom("Urutan tampil", "1")
    menggantikan: Kode | None = kolom("Kode sasaran yang digantikan", "S0", "sasaran")


class SasaranDaerah(BarisBerid):
    """A regional objective (IKU daerah) and the agency's objective that supports it."""

    TABEL: ClassVar[str] = "sasaran_daerah"
    JUDUL: ClassVar[str] = "Sasaran Daerah"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode", "SD1", wajib=True)
    dokumen: Kode = kolom("Kode dokumen rencana daerah", "rpjmd", "dokumen_rencana", wajib=True)
    teks: TeksPanjang = kolom("Sasaran daerah", "Menurunnya pengangguran", wajib=True)
    indikator: Teks | None = kolom("Indikator sasaran daerah", "Tingkat Pengangguran Terbuka")
    sasaran: Kode | None = kolom("Kode sasaran instansi yang mendukung", "S1", "sasaran")


class Strategi(BarisBerid):
    """A strategy or policy direction for an objective."""

    TABEL: ClassVar[str] = "strategi"
    JUDUL: ClassVar[str] = "Strategi dan Arah Kebijakan"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode", "STR-1", wajib=True)
    sasaran: Kode = kolom("Kode sasaran", "S1", "sasaran", wajib=True)
    jenis: JenisStrategi = kolom("Strategi atau arah kebijakan", "strategi", wajib=True)
    teks: TeksPanjang = kolom("Bunyi", "Memperluas pelatihan berbasis kompetensi", wajib=True)
    urutan: Bulat | None = kolom("Urutan tampil", "1")


class Crosscutting(BarisBerid):
    """Another agency that works on the same objective, with its role."""

    TABEL: ClassVar[str] = "crosscutting"
    JUDUL: ClassVar[str] = "Crosscutting"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode", "CC-1", wajib=True)
    sasaran: Kode = kolom("Kode sasaran", "S1", "sasaran", wajib=True)
    instansi_lain: Teks = kolom("Nama instansi lain", "Dinas Pendidikan", wajib=True)
    peran: TeksPanjang = kolom("Peran instansi itu", "menyelaraskan kurikulum kejuruan", wajib=True)


class Program(BarisBerid):
    """A programme by nomenclature code. `penunjang` programmes are kept apart in efficiency."""

    TABEL: ClassVar[str] = "program"
    JUDUL: ClassVar[str] = "Program"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode program menurut nomenklatur", "2.07.03", wajib=True)
    nama: Teks = kolom("Nama program", "Program Pelatihan Kerja dan Produktivitas Tenaga Kerja", wajib=True)
    penunjang: YaTidak = kolom("Apakah program penunjang", "tidak", wajib=True)
    nomenklatur: Kode | None = kolom("Versi nomenklatur", "900.1.15.5-3406/2024")
    unit: Kode | None = kolom("Kode unit penanggung jawab", "PELATIHAN", "unit")


class Kegiatan(BarisBerid):
    """An activity of a programme."""

    TABEL: ClassVar[str] = "kegiatan"
    JUDUL: ClassVar[str] = "Kegiatan"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode kegiatan menurut nomenklatur", "2.07.03.2.01", wajib=True)
    program: Kode = kolom("Kode program", "2.07.03", "program", wajib=True)
    nama: Teks = kolom("Nama kegiatan", "Pelaksanaan Pelatihan berdasarkan Unit Kompetensi", wajib=True)
    unit: Kode | None = kolom("Kode unit penanggung jawab", "PELATIHAN", "unit")
    keterangan: TeksPanjang | None = kolom("Keterangan", "Pada daftar resmi termasuk subkegiatan")


class Subkegiatan(BarisBerid):
    """A sub-activity of an activity."""

    TABEL: ClassVar[str] = "subkegiatan"
    JUDUL: ClassVar[str] = "Subkegiatan"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode subkegiatan menurut nomenklatur", "2.07.03.2.01.0001", wajib=True)
    kegiatan: Kode = kolom("Kode kegiatan", "2.07.03.2.01", "kegiatan", wajib=True)
    nama: Teks = kolom("Nama subkegiatan", "Proses pelaksanaan pendidikan dan pelatihan keterampilan", wajib=True)


class ProgramSasaran(BarisBerid):
    """Which programme supports which objective."""

    TABEL: ClassVar[str] = "program_sasaran"
    JUDUL: ClassVar[str] = "Program Pendukung Sasaran"
    KUNCI: ClassVar[tuple[str, ...]] = ("program", "sasaran")

    program: Kode = kolom("Kode program", "2.07.03", "program", wajib=True)
    sasaran: Kode = kolom("Kode sasaran", "S1", "sasaran", wajib=True)
    keterangan: TeksPanjang | None = kolom("Sumbangan program", "Menambah pencari kerja yang kompeten")


class Permasalahan(BarisBerid):
    """A line of the problem map: main problem, problem, root."""

    TABEL: ClassVar[str] = "permasalahan"
    JUDUL: ClassVar[str] = "Permasalahan"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode", "PM-1", wajib=True)
    pokok_masalah: TeksPanjang = kolom("Pokok masalah", "Kualitas tenaga kerja belum memadai", wajib=True)
    masalah: TeksPanjang | None = kolom("Masalah", "Tenaga kerja terampil terbatas")
    akar_masalah: TeksPanjang | None = kolom("Akar masalah", "Belum ada balai latihan kerja")
    asal: Asal = kolom("Milik instansi ini atau instansi lain (tidak dicetak)", "sendiri", wajib=True)
    urutan: Bulat | None = kolom("Urutan tampil", "1")


class IsuStrategis(BarisBerid):
    """A strategic issue. One that no plan states, but whoever wrote the report, is `sementara`."""

    TABEL: ClassVar[str] = "isu_strategis"
    JUDUL: ClassVar[str] = "Isu Strategis"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode", "ISU-1", wajib=True)
    teks: TeksPanjang = kolom("Rumusan isu", "Ketidaksesuaian keahlian pencari kerja dengan kebutuhan", wajib=True)
    permasalahan: Kode | None = kolom("Kode permasalahan asal", "PM-1", "permasalahan")
    status: StatusNilai | None = kolom(
        "sementara bila dirumuskan penyusun dan belum ditetapkan; kosong berarti tetap", "sementara"
    )
    urutan: Bulat | None = kolom("Urutan tampil", "1")
