"""Routes of agreements: pattern, view, name, permission. Each step of the transition table has a page of its own."""

from akuntabel_web.perjanjian import halaman, halaman_tangga
from akuntabel_web.perjanjian.langkah import table
from akuntabel_web.perjanjian.tangga import ATUR
from akuntabel_web.perjanjian.tindakan import BUAT

_LIHAT = "paket.lihat"
_SATU = "perjanjian/<uuid:pk>/"

RUTE_PERJANJIAN = (
    ("perjanjian/", halaman.daftar, "perjanjian", _LIHAT),
    ("perjanjian/buat/", halaman.buat, "perjanjian_buat", BUAT),
    ("perjanjian/tangga/", halaman_tangga.tangga, "tangga", ATUR),
    ("perjanjian/tangga/tambah/", halaman_tangga.tambah, "tangga_tambah", ATUR),
    ("perjanjian/tangga/<uuid:pk>/ubah/", halaman_tangga.ubah, "tangga_ubah", ATUR),
    ("perjanjian/tangga/<uuid:pk>/hapus/", halaman_tangga.hapus, "tangga_hapus", ATUR),
    (_SATU, halaman.lihat, "perjanjian_lihat", _LIHAT),
    (_SATU + "naskah.<slug:akhiran>", halaman.naskah, "perjanjian_naskah", _LIHAT),
    (_SATU + "pindaian/", halaman.pindaian, "perjanjian_pindaian", _LIHAT),
    (_SATU + "revisi/", halaman.revisi, "perjanjian_revisi", BUAT),
    (_SATU + "hapus/", halaman.hapus, "perjanjian_hapus", BUAT),
    *(
        (f"{_SATU}{kode}/", halaman.langkah(kode), f"perjanjian_{kode}", one.izin)
        for kode, one in table().langkah.items()
    ),
)
