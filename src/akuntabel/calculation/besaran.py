"""Every kind of figure: its name, what it means, and how it is printed when nothing else is said."""

from __future__ import annotations

from dataclasses import dataclass

# Every format that a figure can be printed in; a reference in text names one of them.
FORMAT = (
    *("nilai", "angka", "bulat", "dua_desimal", "tiga_desimal", "poin", "persen", "rupiah"),
    *("rupiah_bulat", "uang", "uang_bulat", "mutlak", "kata", "cacah", "teks", "tercatat"),
)


@dataclass(frozen=True, slots=True)
class Besaran:
    """A kind of figure. `format` is the default print format."""

    kode: str
    nama: str
    format: str
    arti: str


_ALL = (
    Besaran("target", "Target", "nilai", "target yang diukur, atau target menurut dokumen yang disebut"),
    Besaran("target_atas", "Batas atas target", "nilai", "batas atas target rentang"),
    Besaran("realisasi", "Realisasi", "nilai", "realisasi yang dipakai, atau menurut versi yang disebut"),
    Besaran("komponen", "Komponen", "nilai", "nilai komponen rumus indikator"),
    Besaran("capaian", "Capaian", "persen", "realisasi terhadap target dalam persen; sasaran: rata-rata indikatornya"),
    Besaran("capaian_dibatasi", "Capaian dibatasi", "persen", "capaian setelah batas bawah dan batas atas kebijakan"),
    Besaran("predikat", "Predikat capaian", "teks", "kelas capaian menurut skala kebijakan"),
    Besaran("status", "Status target", "teks", "melampaui, mencapai, atau tidak mencapai target"),
    Besaran("selisih_target", "Selisih terhadap target", "nilai", "realisasi dikurangi target"),
    Besaran("perubahan", "Perubahan dari tahun lalu", "nilai", "realisasi dikurangi realisasi tahun lalu"),
    Besaran("arah", "Arah perubahan", "teks", "naik, turun, atau tetap dibanding tahun lalu"),
    Besaran("makna", "Makna perubahan", "teks", "membaik, memburuk, atau tetap menurut arah indikator"),
    Besaran("target_akhir", "Target akhir periode", "nilai", "target pada tahun terakhir rencana"),
    Besaran("kemajuan", "Kemajuan ke akhir periode", "persen", "perbandingan dengan target akhir rencana"),
    Besaran("target_renstra", "Target akhir Renstra", "nilai", "target seluruh periode rencana"),
    Besaran("realisasi_renstra", "Realisasi Renstra", "nilai", "realisasi sejak tahun pertama rencana"),
    Besaran("target_aksi", "Target keluaran rencana aksi", "nilai", "target keluaran rencana aksi per triwulan"),
    Besaran("pembanding", "Nilai pembanding", "nilai", "nilai nasional, provinsi, atau daerah lain"),
    Besaran("selisih_pembanding", "Selisih terhadap pembanding", "nilai", "realisasi dikurangi nilai pembanding"),
    Besaran("banding", "Hasil pembandingan", "teks", "lebih baik, belum sebaik, atau sama"),
    Besaran("jumlah_indikator", "Banyak indikator", "bulat", "banyak indikator yang diukur menurut hasilnya"),
    Besaran("jumlah", "Banyak unsur rencana", "bulat", "banyak tujuan, sasaran, program, kegiatan"),
    Besaran("pagu", "Pagu", "rupiah", "anggaran versi terakhir, atau versi yang disebut"),
    Besaran("realisasi_anggaran", "Realisasi anggaran", "rupiah", "belanja yang direalisasikan"),
    Besaran("serapan", "Serapan anggaran", "persen", "realisasi anggaran terhadap pagu"),
    Besaran("sisa", "Sisa anggaran", "rupiah", "pagu dikurangi realisasi"),
    Besaran("selisih_serapan", "Selisih capaian dan serapan", "poin", "capaian sasaran dikurangi serapan anggarannya"),
    Besaran("efisiensi", "Penilaian efisiensi", "teks", "efisien atau tidak, hanya bila target tercapai"),
    Besaran("fisik", "Realisasi fisik", "persen", "kemajuan fisik"),
    Besaran("keluaran_target", "Target keluaran", "nilai", "target keluaran kegiatan"),
    Besaran("keluaran_realisasi", "Realisasi keluaran", "nilai", "realisasi keluaran kegiatan"),
    Besaran("anggaran_pk", "Anggaran perjanjian kinerja", "rupiah", "anggaran yang tertulis pada perjanjian kinerja"),
    Besaran("target_pendapatan", "Target pendapatan", "rupiah", "target pendapatan"),
    Besaran("realisasi_pendapatan", "Realisasi pendapatan", "rupiah", "realisasi pendapatan"),
    Besaran("capaian_pendapatan", "Capaian pendapatan", "persen", "realisasi pendapatan terhadap target"),
    Besaran("pegawai", "Banyak pegawai", "bulat", "banyak pegawai menurut jabatan, golongan, pendidikan, atau status"),
    Besaran("kebutuhan", "Kebutuhan pegawai", "bulat", "kebutuhan pegawai menurut analisis beban kerja"),
    Besaran("sarana", "Banyak barang", "bulat", "banyak barang menurut keadaannya"),
    Besaran("kendaraan", "Banyak kendaraan", "bulat", "banyak kendaraan menurut jumlah roda dan pajak"),
    Besaran("skm_responden", "Banyak responden", "bulat", "banyak responden survei"),
    Besaran("skm_skor", "Jumlah skor", "bulat", "jumlah skor jawaban satu unsur"),
    Besaran("nrr", "Nilai rata-rata unsur", "tiga_desimal", "jumlah skor satu unsur per responden, 1 sampai 4"),
    Besaran("nrr_tertimbang", "Nilai rata-rata tertimbang", "tiga_desimal", "nilai rata-rata unsur dikalikan bobotnya"),
    Besaran("bobot_unsur", "Bobot unsur", "teks", "bobot setiap unsur survei menurut kebijakan"),
    Besaran("ikm_tertinggi", "Indeks tertinggi yang mungkin", "dua_desimal", "indeks bila semua jawaban bernilai 4"),
    Besaran("pengguna_layanan", "Banyak pengguna layanan", "bulat", "banyak pengguna layanan dalam periode survei"),
    Besaran("sampel", "Sampel yang diperlukan", "bulat", "banyak responden menurut tabel Krejcie dan Morgan"),
    Besaran("selisih_sampel", "Selisih sampel", "bulat", "banyak responden dikurangi sampel yang diperlukan"),
    Besaran("status_sampel", "Status sampel", "teks", "memenuhi atau belum memenuhi sampel yang diperlukan"),
    Besaran("skm_lembar", "Banyak lembar jawaban", "bulat", "banyak lembar jawaban yang tercatat satu per satu"),
    Besaran("skm_jawaban", "Frekuensi jawaban", "bulat", "banyak jawaban satu unsur menurut skornya"),
    Besaran(
        "skm_ditolak",
        "Jawaban yang tidak dihitung",
        "bulat",
        "jawaban kosong, jawaban di luar skala, lembar tanpa jawaban sah",
    ),
    Besaran("skm_profil", "Karakteristik responden", "bulat", "banyak responden menurut ciri yang diisinya"),
    Besaran("bagian_responden", "Bagian responden", "persen", "banyak responden sekelompok terhadap seluruh lembar"),
    Besaran("perubahan_unsur", "Perubahan nilai unsur", "dua_desimal", "nilai unsur dikurangi nilai periode lalu"),
    Besaran("arah_unsur", "Arah perubahan unsur", "teks", "naik, turun, atau tetap dibanding periode lalu"),
    Besaran("nilai_unsur", "Nilai unsur", "dua_desimal", "nilai konversi unsur, 25 sampai 100"),
    Besaran("ikm", "Indeks kepuasan masyarakat", "dua_desimal", "indeks hasil survei, 25 sampai 100"),
    Besaran("mutu", "Mutu pelayanan", "teks", "mutu menurut skala survei"),
    Besaran("kinerja_layanan", "Kinerja pelayanan", "teks", "sebutan kinerja menurut skala survei"),
    Besaran("target_ikm", "Target IKM", "nilai", "target indeks kepuasan masyarakat"),
    Besaran("capaian_ikm", "Capaian IKM", "persen", "indeks terhadap targetnya"),
    Besaran("perubahan_ikm", "Perubahan IKM", "dua_desimal", "indeks dikurangi indeks tahun lalu atau periode lalu"),
    Besaran("arah_ikm", "Arah perubahan IKM", "teks", "naik, turun, atau tetap dibanding tahun atau periode lalu"),
    Besaran("status_ikm", "Status target IKM", "teks", "melampaui, mencapai, atau tidak mencapai target"),
    Besaran("unsur", "Nama unsur", "teks", "unsur tertinggi, terendah, di atas atau di bawah rata-rata"),
    Besaran("layanan", "Nama layanan", "teks", "layanan dengan indeks tertinggi atau terendah"),
    Besaran("rtl", "Banyak rencana tindak lanjut", "bulat", "banyak rencana tindak lanjut menurut keadaannya"),
    Besaran("rekomendasi", "Banyak rekomendasi", "bulat", "banyak rekomendasi menurut keadaannya"),
    Besaran("nilai_akip", "Nilai AKIP", "dua_desimal", "nilai akuntabilitas kinerja per komponen"),
    Besaran("predikat_akip", "Predikat AKIP", "teks", "predikat menurut nilai AKIP"),
)
BESARAN: dict[str, Besaran] = {b.kode: b for b in _ALL}
