"""Routes of accounts: of the person himself, and of the people of an agency."""

from akuntabel_web.akun import faktor_wajib
from akuntabel_web.akun import halaman_aktif as aktif
from akuntabel_web.akun import halaman_faktor as faktor
from akuntabel_web.akun.aktif import IZIN
from akuntabel_web.akun.penjaga import SAYA

RUTE_SAYA = (
    ("keluar-semua/", aktif.keluar_semua, "keluar_semua", SAYA),
    ("akun/sessions/", aktif.perangkat, "perangkat", SAYA),  # in the place of the library's own list
    ("akun/sessions/<int:pk>/akhiri/", aktif.akhiri_sesi, "akhiri_sesi", SAYA),
)
RUTE_AKUN = (
    ("orang/<uuid:pk>/nonaktifkan/", aktif.nonaktifkan, "nonaktifkan", IZIN),
    ("orang/<uuid:pk>/aktifkan/", aktif.aktifkan, "aktifkan", IZIN),
    ("orang/<uuid:pk>/lepas-faktor/", aktif.lepas_faktor, "lepas_faktor", IZIN),
    ("orang/faktor-kedua/", faktor.faktor_kedua, "faktor_kedua", faktor_wajib.IZIN),
)
