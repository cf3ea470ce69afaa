"""The measuring policy in force, data to confirm, and narrative."""

from __future__ import annotations

from typing import ClassVar

from akuntabel.domain.kolom import Baris, BarisBerid, Bulat, Kode, Teks, TeksPanjang, kolom


class Kebijakan(BarisBerid):
    """A setting of the measuring policy. A deviation from the preset needs a reason and a decree."""

    TABEL: ClassVar[str] = "kebijakan"
    JUDUL: ClassVar[str] = "Kebijakan Pengukuran"
    KUNCI: ClassVar[tuple[str, ...]] = ("kunci_kebijakan",)

    kunci_kebijakan: Kode = kolom("Nama pengaturan; 'preset' memilih kumpulan pengaturan", "preset", wajib=True)
    nilai: Teks = kolom("Isi pengaturan", "baku", wajib=True)
    dasar: Teks | None = kolom("Peraturan atau surat edaran", "Peraturan Wali Kota Nomor 1 Tahun 2025")
    alasan: TeksPanjang | None = kolom("Alasan bila menyimpang dari kumpulan pengaturan", "Mengikuti pedoman lama")


class CatatanData(BarisBerid):
    """Data to confirm: what is in doubt, what was chosen and why, the consequence of the other, who confirms.

    `akibat` is narrative: it may hold references to figures, so that the consequence is computed.
    """

    TABEL: ClassVar[str] = "catatan_data"
    JUDUL: ClassVar[str] = "Catatan Data"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode", "CD-01", wajib=True)
    perihal: TeksPanjang = kolom("Apa yang diragukan", "Target TPT 2025", wajib=True)
    besaran: Teks | None = kolom("Nama besaran yang terpengaruh", "target/TPT/2025")
    dipilih: TeksPanjang = kolom("Nilai yang dipakai; boleh memuat rujukan angka", "{{ target/TPT/2025 }}", wajib=True)
    alasan: TeksPanjang = kolom("Mengapa dipilih", "Tabel pengukuran memakai nilai ini", wajib=True)
    akibat: TeksPanjang | None = kolom("Akibatnya bila nilai lain yang benar", "Target tidak tercapai")
    konfirmasi: Teks | None = kolom("Siapa yang harus memastikan", "Sekretariat")
    urutan: Bulat | None = kolom("Urutan tampil", "1")


class CatatanNilai(BarisBerid):
    """A value that was seen for a doubtful figure, and where. One that is not printed but worked out is a reference."""

    TABEL: ClassVar[str] = "catatan_nilai"
    JUDUL: ClassVar[str] = "Nilai pada Catatan Data"
    KUNCI: ClassVar[tuple[str, ...]] = ("catatan", "urutan")

    catatan: Kode = kolom("Kode catatan data", "CD-01", "catatan_data", wajib=True)
    urutan: Bulat = kolom("Urutan", "1", wajib=True)
    nilai: Teks = kolom(
        "Nilai yang terlihat, persis seperti tertulis; yang dihitung ditulis sebagai rujukan", "7,32 %", wajib=True
    )
    tempat: Teks = kolom("Di mana tertulis", "naskah sebelumnya, Tabel 2.3", wajib=True)


# Where a passage of the agency's own text may stand: its code and the place in the report.
TEMPAT_NARASI = {
    "kata_pengantar": "Kata Pengantar",
    "latar_belakang": "Bab I, Latar Belakang",
    "maksud_tujuan": "Bab I, Maksud dan Tujuan",
    "aspek_strategis": "Bab I, Aspek Strategis dan Isu Strategis",
    "skm_pengantar": "Bab III, pengantar Survei Kepuasan Masyarakat",
    "efisiensi_sdm": "Bab III, Efisiensi Sumber Daya Manusia",
    "efisiensi_peralatan": "Bab III, Efisiensi Mesin dan Peralatan",
    "efisiensi_bahan": "Bab III, Efisiensi Bahan",
    "efisiensi_metode": "Bab III, Efisiensi Metode",
    "penutup": "Bab IV, Penutup",
    "skm_latar_belakang": "Laporan survei, Bab I, Latar Belakang",
    "skm_maksud_tujuan": "Laporan survei, Bab I, Maksud dan Tujuan",
    "skm_pelaksana": "Laporan survei, Bab II, Pelaksana",
    "skm_lokasi": "Laporan survei, Bab II, Lokasi",
    "skm_penutup": "Laporan survei, Bab V, Penutup",
}
AWALAN_NARASI = "sasaran_"  # before the code, in lower case, of the tujuan or sasaran that a passage of Bab III opens


class Narasi(Baris):
    """A passage of the agency's own text (Markdown) for a named place of a document.

    In a folder package each passage is a file `narasi/<kode>.md`; in a workbook a row of the sheet `narasi`.
    """

    TABEL: ClassVar[str] = "narasi"
    JUDUL: ClassVar[str] = "Narasi"
    KUNCI: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Kode = kolom("Kode tempat narasi", "latar_belakang", wajib=True)
    teks: TeksPanjang = kolom(
        "Teks; angka ditulis sebagai rujukan", "Capaian sebesar {{ capaian/IKU-1 | persen }}.", wajib=True
    )
