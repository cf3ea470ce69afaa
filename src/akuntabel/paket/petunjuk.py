"""The guide of the workbook: what each sheet is for, in the order of filling."""

from __future__ import annotations

from akuntabel.domain.catatan import AWALAN_NARASI, TEMPAT_NARASI
from akuntabel.domain.paket import TABEL
from akuntabel.writers.xlsx import Petunjuk, PetunjukTabel

# Group of sheets -> sheet -> what it is for. Every table of the package has its line; a test holds that.
GUNA: dict[str, dict[str, str]] = {
    "1. Instansi": {
        "instansi": "satu baris tentang instansi yang melapor, termasuk isi kop surat",
        "laporan": "satu baris tentang laporan tahun ini: nama, tanggal, penanda tangan, tata letak",
        "pejabat": "kepala daerah, kepala instansi, dan pejabat lain yang menandatangani",
        "unit": "sekretariat, bidang, seksi, UPTD, dan kelompok jabatan fungsional",
        "tugas_fungsi": "kedudukan, tugas, dan fungsi setiap unit, satu butir satu baris",
        "regulasi": "peraturan yang dikutip sebagai dasar hukum",
    },
    "2. Rencana": {
        "dokumen_rencana": "RPJMD, RPD, Renstra, dan Renja yang berlaku atau dibandingkan",
        "visi_misi": "visi dan misi daerah yang didukung",
        "tujuan": "tujuan Renstra",
        "sasaran": "sasaran Renstra di bawah tujuannya",
        "sasaran_daerah": "sasaran dan IKU daerah yang didukung",
        "strategi": "strategi dan arah kebijakan",
        "crosscutting": "instansi lain yang ikut mencapai sasaran dan perannya",
        "program": "program dengan kode nomenklatur",
        "kegiatan": "kegiatan di bawah programnya",
        "subkegiatan": "subkegiatan di bawah kegiatannya",
        "program_sasaran": "program mana mendukung sasaran mana",
        "permasalahan": "pokok masalah, masalah, dan akar masalah",
        "isu_strategis": "isu strategis instansi",
    },
    "3. Indikator": {
        "indikator": "indikator setiap tujuan, sasaran, program, kegiatan, dan subkegiatan",
        "skala_peringkat": "urutan peringkat untuk indikator yang bernilai peringkat, misalnya opini BPK",
        "komponen": "pembilang, penyebut, dan komponen lain dari rumus indikator",
        "target": "target setiap indikator menurut tahun dan dokumen yang memuatnya",
        "dasar_pengukuran": "dokumen yang targetnya diukur bila bukan perjanjian kinerja terakhir",
    },
    "4. Hasil": {
        "realisasi": "realisasi setiap indikator; tandai nilai yang dipakai",
        "nilai_komponen": "nilai komponen rumus setiap tahun",
        "pembanding": "nilai nasional, provinsi, dan daerah lain pada bulan yang sama",
        "rencana_aksi": "target triwulan setiap indikator",
        "langkah": "langkah rencana aksi dengan pelaksana dan jadwal",
        "monev": "keputusan rapat pemantauan triwulan",
        "analisis": "penyebab, hambatan, tindakan, dan solusi setiap indikator",
    },
    "5. Anggaran": {
        "anggaran": "pagu setiap program, kegiatan, dan subkegiatan menurut versi DPA",
        "dokumen_realisasi": "dokumen asal realisasi anggaran dengan namanya, misalnya laporan realisasi anggaran",
        "realisasi_anggaran": "realisasi keuangan, fisik, dan keluaran",
        "jumlah_realisasi": "jumlah realisasi setahun yang tercetak pada dokumen, bila ada",
        "pendapatan": "target dan realisasi pendapatan, bila ada",
    },
    "6. Perjanjian kinerja": {
        "perjanjian_kinerja": "perjanjian murni dan perubahan dengan para pihak pada hari itu",
        "perjanjian_indikator": "indikator yang dijanjikan",
        "perjanjian_anggaran": "program dan anggaran yang tercantum dalam perjanjian",
    },
    "7. Sumber daya": {
        "pegawai_rekap": "jumlah pegawai menurut jabatan, golongan, pendidikan, jenis kelamin, dan unit",
        "sarana": "barang menurut keadaannya",
        "kendaraan": "kendaraan dinas",
    },
    "8. Survei kepuasan": {
        "skm_periode": "periode survei, cara, dan banyak responden",
        "skm_layanan": "layanan yang disurvei",
        "skm_rekap": "jumlah skor setiap unsur dan layanan dalam satu periode",
        "skm_responden": "lembar jawaban tanpa nama, bila rekap dihitung dari jawaban",
        "skm_tahunan": "indeks kepuasan masyarakat setiap tahun dan targetnya",
        "analisis_unsur": "pendukung, penghambat, tindakan, dan solusi setiap unsur",
    },
    "9. Tindak lanjut": {
        "rtl": "rencana tindak lanjut survei, LHE, reviu, dan BPK",
        "rekomendasi": "rekomendasi yang diterima dan apa yang sudah dilakukan",
        "nilai_akip": "nilai AKIP setiap komponen dan tahun",
        "uraian": "permasalahan dan rekomendasi untuk bab penutup",
        "penghargaan": "penghargaan yang diterima",
        "inovasi": "inovasi instansi",
        "dokumentasi": "judul dan uraian foto",
    },
    "10. Lain-lain": {
        "kebijakan": "pengaturan cara mengukur yang ditetapkan pemerintah daerah",
        "catatan_data": "data yang masih diragukan, pilihan yang diambil, dan akibatnya",
        "catatan_nilai": "nilai yang terlihat untuk setiap data yang diragukan",
        "narasi": "paragraf laporan yang ditulis instansi; angka ditulis sebagai rujukan",
    },
}

_LANGKAH = (
    "Isi lembar menurut urutan pada daftar di bawah; klik nama lembar untuk membukanya.",
    "Lembar yang tidak mempunyai data dibiarkan kosong. Jangan mengubah nama lembar dan judul kolom.",
    "Arahkan penunjuk ke judul kolom untuk melihat petunjuk dan contohnya.",
    "Kode (misalnya IKU-1) dibuat sendiri, tanpa spasi dan garis miring, lalu dipakai tetap di semua lembar.",
    "Tulis satu data satu baris, mulai tepat di bawah judul atau baris contoh. Jangan menggabungkan sel.",
    "Lembar dilindungi tanpa kata sandi. Untuk membuang baris, kosongkan isinya; baris kosong tidak dibaca.",
    "Simpan sebagai .xlsx, lalu jalankan: akuntabel periksa NAMA_BERKAS.xlsx",
)
_ATURAN = (
    ("Angka", "80 atau 80,5; tanpa satuan, tanpa tanda persen, tanpa Rp. Pemisah ribuan tidak perlu ditulis."),
    ("Persen", "Tulis 7,73 untuk 7,73 %, di sel berformat biasa (jangan berformat persen)."),
    ("Rupiah", "1170250000; sen hanya bila ada, misalnya 1500,25."),
    ("Tanggal", "2025-12-31 atau 31/12/2025."),
    ("Tahun", "Empat angka, misalnya 2025."),
    ("NIP", "18 angka tanpa spasi. Sel sudah berformat teks supaya angkanya tidak hilang."),
    ("Ya atau tidak", "Pilih dari daftar."),
    ("Nilai indikator", "Angka (7,73), peringkat (WTP, BB), tanggal (2025-12-31), atau ya/tidak."),
    ("Belum ada nilai", "Kosongkan selnya, lalu pilih status, misalnya belum_rilis. Nol ditulis 0."),
    (
        "Kode narasi",
        "; ".join(f"{kode} ({place})" for kode, place in TEMPAT_NARASI.items())
        + f"; {AWALAN_NARASI} dan kode tujuan atau sasaran dalam huruf kecil (pembuka analisisnya), "
        f"misalnya {AWALAN_NARASI}s1",
    ),
    ("Angka dalam narasi", "Tulis sebagai rujukan, misalnya {{ capaian/IKU-1 | persen }}, bukan angkanya."),
)


def guide(judul: str) -> Petunjuk:
    """The guide with all sheets."""
    lines = tuple(
        PetunjukTabel(group, name, TABEL[name].JUDUL, purpose)
        for group, tables in GUNA.items()
        for name, purpose in tables.items()
    )
    return Petunjuk(judul, _LANGKAH, _ATURAN, lines)
