"""Routes of accounts: of the person himself, and of the people of an agency."""

from akuntabel_web.akun import halaman_aktif as aktif
from akuntabel_web.akun.aktif import IZIN
from akuntabel_web.akun.penjaga import MASUK

RUTE_SAYA = (("keluar-semua/", aktif.keluar_semua, "keluar_semua", MASUK),)
RUTE_AKUN = (
    ("orang/<uuid:pk>/nonaktifkan/", aktif.nonaktifkan, "nonaktifkan", IZIN),
    ("orang/<uuid:pk>/aktifkan/", aktif.aktifkan, "aktifkan", IZIN),
)
