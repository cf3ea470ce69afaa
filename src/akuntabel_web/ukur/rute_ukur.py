"""Routes of act and measure: (pattern below agency and year, view, name, permission)."""

from __future__ import annotations

from akuntabel_web.akun import halaman_pelimpahan as pelimpahan
from akuntabel_web.ukur import halaman
from akuntabel_web.ukur.alur import AJUKAN, BUKA_KEMBALI, KEMBALIKAN, KUNCI

_ISIAN = "ukur/isian/<slug:periode>/<str:kode>/"

RUTE_UKUR = (
    ("ukur/", halaman.ikhtisar, "ukur", "ukur.lihat"),
    (_ISIAN, halaman.isian, "ukur_isian", "ukur.lihat"),
    (_ISIAN + "simpan/", halaman.simpan, "ukur_simpan", "ukur.isi"),
    (_ISIAN + "ajukan/", halaman.langkah(AJUKAN), "ukur_ajukan", "ukur.isi"),
    (_ISIAN + "setujui-bidang/", halaman.langkah("setujui_bidang"), "ukur_setujui_bidang", "ukur.setujui_bidang"),
    (_ISIAN + "verifikasi/", halaman.langkah("verifikasi"), "ukur_verifikasi", "ukur.verifikasi"),
    (_ISIAN + "setujui-opd/", halaman.langkah("setujui_opd"), "ukur_setujui_opd", "ukur.setujui_opd"),
    (_ISIAN + "kunci/", halaman.langkah(KUNCI), "ukur_kunci", "ukur.kunci"),
    (_ISIAN + "kembalikan/", halaman.langkah(KEMBALIKAN), "ukur_kembalikan", "ukur.kembalikan"),
    (_ISIAN + "buka-kembali/", halaman.langkah(BUKA_KEMBALI), "ukur_buka_kembali", "ukur.buka_kembali"),
    (_ISIAN + "bukti/", halaman.unggah, "ukur_unggah_bukti", "ukur.isi"),
    ("ukur/bukti/<uuid:pk>/", halaman.unduh, "ukur_bukti", "ukur.bukti"),
    ("ukur/bukti/<uuid:pk>/cabut/", halaman.cabut_bukti, "ukur_cabut_bukti", "ukur.isi"),
    ("limpah/", pelimpahan.limpah, "limpah", "akun.limpahkan"),
    ("limpah/<uuid:pk>/akhiri/", pelimpahan.akhiri, "akhiri_limpah", "akun.limpahkan"),
)
RUTE_ORANG = ()  # above the agencies: a person's own pages
