"""Routes of reports, narrative and shelf: pattern, view, name, permission."""

from __future__ import annotations

from akuntabel_web.laporan import halaman_laporan, halaman_narasi, halaman_rak

RUTE_LAPORAN = (
    ("laporan/", halaman_laporan.laporan, "laporan", "laporan.lihat"),
    ("laporan/susun/", halaman_laporan.susun, "susun", "laporan.susun"),
    ("laporan/<uuid:pk>/", halaman_laporan.versi, "versi", "laporan.lihat"),
    ("laporan/<uuid:pk>/data.xlsx", halaman_laporan.unduh_paket, "unduh_paket", "laporan.lihat"),
    ("laporan/<uuid:pk>/rak/", halaman_rak.taruh, "taruh", "rak.kelola"),
    ("laporan/berkas/<uuid:pk>/", halaman_laporan.unduh, "unduh", "laporan.lihat"),
    ("narasi/", halaman_narasi.daftar_narasi, "narasi", "narasi.tulis"),
    ("narasi/sunting/", halaman_narasi.sunting, "sunting", "narasi.tulis"),
    ("narasi/pratinjau/", halaman_narasi.pratinjau_narasi, "pratinjau_narasi", "narasi.tulis"),
    ("narasi/angka/", halaman_narasi.angka, "angka", "narasi.tulis"),
    ("rak/", halaman_rak.rak, "rak", "rak.lihat"),
    ("rak/tambah/", halaman_rak.tambah_dokumen, "tambah_dokumen", "rak.kelola"),
    ("rak/<uuid:pk>/", halaman_rak.unduh_dokumen, "unduh_dokumen", "rak.lihat"),
    ("rak/<uuid:pk>/ubah/", halaman_rak.ubah_dokumen, "ubah_dokumen", "rak.kelola"),
    ("rak/<uuid:pk>/turunkan/", halaman_rak.turunkan, "turunkan", "rak.kelola"),
    ("papan/", halaman_rak.papan, "papan", "papan.lihat"),
    ("papan/semua/", halaman_rak.papan_semua, "papan_semua", "papan.semua"),
    ("papan/tenggat/", halaman_rak.tenggat, "tenggat", "tenggat.kelola"),
)
