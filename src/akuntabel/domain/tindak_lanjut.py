"""Follow-up: survey plans, recommendations, AKIP scores; problems and recommendations of the closing chapter."""

from __future__ import annotations

from typing import ClassVar

from akuntabel.domain.kolom import BarisBerid, Bulat, Desimal, Kode, Tahun, Tanggal, Teks, TeksPanjang, YaTidak, kolom
from akuntabel.domain.pilihan import JangkaWaktu, JenisUraian, StatusTindak, SumberTindakLanjut


class Rtl(BarisBerid):
    """A line of a follow-up plan, with owner, due date, state and evidence.

    The plan of the latest survey period that has one is the current plan, every other an earlier one.
    """

    TABEL: ClassVar[str] = "rtl"
    JUDUL: ClassVar[str] = "Rencana Tindak Lanjut"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode", "RTL-1", wajib=True)
    sumber: SumberTindakLanjut = kolom("Asal rencana", "skm", wajib=True)
    periode: Kode | None = kolom("Kode periode SKM yang menimbulkan", "2025-tw4", "skm_periode")
    sebelumnya: YaTidak | None = kolom(
        "ya bila rencana lama yang periodenya tidak tercatat; kosong berarti dilihat dari kode periode", "ya"
    )
    unsur: Kode | None = kolom("Kode unsur", "U9")
    uraian: TeksPanjang = kolom("Program atau kegiatan", "Penambahan kursi tunggu", wajib=True)
    jangka: JangkaWaktu | None = kolom("Jangka waktu", "pendek")
    tahun: Tahun | None = kolom("Tahun pelaksanaan", "2026")
    triwulan: Bulat | None = kolom("Triwulan pelaksanaan, 1 sampai 4", "1")
    tenggat: Tanggal | None = kolom("Tenggat", "2026-03-31")
    penanggung_jawab: Teks | None = kolom("Penanggung jawab", "Sekretariat")
    status: StatusTindak | None = kolom("Keadaan", "belum")
    bukti: Teks | None = kolom("Bukti dukung", "foto-ruang-tunggu.jpg")
    urutan: Bulat | None = kolom("Urutan tampil", "1")


class Rekomendasi(BarisBerid):
    """A recommendation of LHE, reviu or BPK, with what was done."""

    TABEL: ClassVar[str] = "rekomendasi"
    JUDUL: ClassVar[str] = "Rekomendasi"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode", "LHE-1", wajib=True)
    sumber: SumberTindakLanjut = kolom("Asal rekomendasi", "lhe", wajib=True)
    tahun: Tahun = kolom("Tahun dokumen", "2024", wajib=True)
    teks: TeksPanjang = kolom("Bunyi rekomendasi", "Menyempurnakan definisi operasional indikator", wajib=True)
    tindak_lanjut: TeksPanjang | None = kolom("Tindak lanjut", "Definisi ditetapkan dalam keputusan")
    status: StatusTindak | None = kolom("Keadaan", "selesai")
    penanggung_jawab: Teks | None = kolom("Penanggung jawab", "Sekretariat")
    tenggat: Tanggal | None = kolom("Tenggat", "2025-06-30")
    bukti: Teks | None = kolom("Bukti dukung", "SK-IKU-2025.pdf")


class NilaiAkip(BarisBerid):
    """The AKIP score by component and year; komponen `total` is the whole."""

    TABEL: ClassVar[str] = "nilai_akip"
    JUDUL: ClassVar[str] = "Nilai AKIP"
    KUNCI: ClassVar[tuple[str, ...]] = ("tahun", "komponen")

    tahun: Tahun = kolom("Tahun yang dinilai", "2024", wajib=True)
    komponen: Kode = kolom("perencanaan, pengukuran, pelaporan, evaluasi, atau total", "total", wajib=True)
    nilai: Desimal | None = kolom("Nilai", "68,75")
    sumber: Teks | None = kolom("Dokumen asal", "LHE Inspektorat 2025")


class Uraian(BarisBerid):
    """A problem or recommendation of the closing chapter. A recommendation names who, what, when."""

    TABEL: ClassVar[str] = "uraian"
    JUDUL: ClassVar[str] = "Permasalahan dan Rekomendasi"
    KUNCI: ClassVar[tuple[str, ...]] = ("jenis", "urutan")

    jenis: JenisUraian = kolom("Permasalahan atau rekomendasi", "rekomendasi", wajib=True)
    urutan: Bulat = kolom("Urutan", "1", wajib=True)
    teks: TeksPanjang = kolom("Bunyi", "Menambah tenaga pengantar kerja", wajib=True)
    penanggung_jawab: Teks | None = kolom("Siapa yang melaksanakan", "Sekretariat")
    tenggat: Tanggal | None = kolom("Kapan selesai", "2026-06-30")
    permasalahan: Bulat | None = kolom("Nomor permasalahan yang dijawab", "1")


class Penghargaan(BarisBerid):
    """An award."""

    TABEL: ClassVar[str] = "penghargaan"
    JUDUL: ClassVar[str] = "Penghargaan"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode", "PH-1", wajib=True)
    nama: Teks = kolom("Nama penghargaan", "Unit Pelayanan Terbaik", wajib=True)
    pemberi: Teks | None = kolom("Pemberi", "Kementerian Ketenagakerjaan")
    tanggal: Tanggal | None = kolom("Tanggal", "2025-08-17")


class Inovasi(BarisBerid):
    """An innovation."""

    TABEL: ClassVar[str] = "inovasi"
    JUDUL: ClassVar[str] = "Inovasi"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode", "INV-1", wajib=True)
    nama: Teks = kolom("Nama inovasi", "Layanan kartu pencari kerja daring", wajib=True)
    manfaat: TeksPanjang | None = kolom("Manfaat", "Pemohon tidak perlu datang")
    tahun: Tahun | None = kolom("Mulai tahun", "2024")


class Dokumentasi(BarisBerid):
    """A photograph in the folder `dokumentasi` of the package."""

    TABEL: ClassVar[str] = "dokumentasi"
    JUDUL: ClassVar[str] = "Dokumentasi"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode", "FOTO-1", wajib=True)
    berkas: Teks | None = kolom("Nama berkas di folder dokumentasi; kosong bila belum ada", "pelatihan.jpg")
    judul: Teks = kolom("Judul gambar", "Pelatihan kerja berbasis kompetensi", wajib=True)
    keterangan: TeksPanjang | None = kolom("Uraian gambar untuk pembaca layar", "Peserta di ruang latihan")
