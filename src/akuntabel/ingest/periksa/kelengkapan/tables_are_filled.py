"""The tables that every part of a report is built from are not empty. The message says which part, and who has it."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Lewat, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, missing

# Table, level, the part of the report that lacks it, who usually holds the data.
_NEEDED = (
    ("pejabat", Tingkat.SEDANG, "kata pengantar dan penutup tidak dapat ditandatangani", "subbagian kepegawaian"),
    ("unit", Tingkat.SEDANG, "struktur organisasi pada Bab I kosong", "subbagian kepegawaian"),
    ("tugas_fungsi", Tingkat.SEDANG, "tugas dan fungsi pada Bab I kosong", "Bagian Organisasi"),
    ("regulasi", Tingkat.SEDANG, "dasar hukum pada Bab I kosong", "sekretariat"),
    ("dokumen_rencana", Tingkat.TINGGI, "rencana strategis pada Bab II tidak dapat disebut", "subbagian perencanaan"),
    ("tujuan", Tingkat.TINGGI, "tujuan pada Bab II kosong", "subbagian perencanaan"),
    ("sasaran", Tingkat.TINGGI, "sasaran pada Bab II dan Bab III kosong", "subbagian perencanaan"),
    ("program", Tingkat.TINGGI, "program pendukung pada Bab III kosong", "subbagian perencanaan"),
    ("isu_strategis", Tingkat.SEDANG, "isu strategis pada Bab I kosong", "subbagian perencanaan"),
    ("indikator", Tingkat.TINGGI, "tidak ada yang dapat diukur pada Bab III", "subbagian perencanaan"),
    ("perjanjian_kinerja", Tingkat.TINGGI, "perjanjian kinerja pada Bab II dan lampirannya kosong", "sekretariat"),
    ("anggaran", Tingkat.TINGGI, "realisasi anggaran pada Bab III tidak dapat dihitung", "subbagian keuangan"),
    (
        "realisasi_anggaran",
        Tingkat.TINGGI,
        "realisasi anggaran pada Bab III tidak dapat dihitung",
        "subbagian keuangan",
    ),
    ("pegawai_rekap", Tingkat.SEDANG, "sumber daya manusia pada Bab I kosong", "subbagian kepegawaian"),
    ("uraian", Tingkat.SEDANG, "permasalahan dan rekomendasi pada Bab IV kosong", "para kepala bidang"),
    ("sarana", Tingkat.RENDAH, "sarana dan prasarana pada Bab I kosong", "pengurus barang"),
    ("sasaran_daerah", Tingkat.RENDAH, "dukungan terhadap sasaran daerah pada Bab II kosong", "Bappeda"),
    ("strategi", Tingkat.RENDAH, "strategi pada Bab II kosong", "subbagian perencanaan"),
    ("nilai_akip", Tingkat.RENDAH, "tindak lanjut hasil evaluasi pada Bab III kosong", "Inspektorat"),
    ("rekomendasi", Tingkat.RENDAH, "tindak lanjut hasil evaluasi pada Bab III kosong", "Inspektorat"),
)


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for table, level, part, owner in _NEEDED:
        if paket.rows(table):
            yield LOLOS
        elif table in context.tak_terbaca:
            yield Lewat(f"tabel {table} belum terbaca")
        else:
            yield missing(table, "", f"belum diisi, sehingga {part}; mintalah datanya kepada {owner}", tingkat=level)


CHECK = Check(
    kode="PRK-KLK-01",
    judul="Tabel yang diperlukan laporan sudah diisi",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 53/2014, lampiran II (isi laporan kinerja)",
    penjelasan=(
        "Setiap bab laporan disusun dari tabel tertentu. Tabel kosong disebut bersama bagian laporan yang "
        "kekurangan dan pemilik datanya."
    ),
    bila_kosong="",
    run=_run,
)
