"""Every route with its permission. A route cannot come in without one: `guard` wraps whatever stands here."""

from __future__ import annotations

from typing import NamedTuple

from django.urls import include, path

from akuntabel_web.akun import halaman as akun
from akuntabel_web.akun.penjaga import MASUK, PUBLIK, UBAH_TABEL, View, guard, with_actor
from akuntabel_web.akun.rute_akun import RUTE_AKUN, RUTE_SAYA
from akuntabel_web.beranda import halaman as beranda
from akuntabel_web.dasbor.rute_dasbor import RUTE_DASBOR
from akuntabel_web.jejak import halaman as jejak
from akuntabel_web.laporan.rute_laporan import RUTE_LAPORAN
from akuntabel_web.paket import halaman as paket
from akuntabel_web.perjanjian.rute_perjanjian import RUTE_PERJANJIAN
from akuntabel_web.rencana.rute_rencana import RUTE_RENCANA
from akuntabel_web.ukur.rute_ukur import RUTE_ORANG, RUTE_UKUR


class Rute(NamedTuple):
    """A route: pattern, view, name, permission."""

    pola: str
    halaman: View
    nama: str
    izin: str


_DI_INSTANSI = "<slug:instansi>/<int:tahun>/"
_BARIS = "tabel/<slug:tabel>/<uuid:pk>/"

RUTE = (
    Rute("", beranda.beranda, "beranda", MASUK),
    Rute("sehat/", beranda.sehat, "sehat", PUBLIK),
    Rute("undangan/<str:token>/", akun.terima, "terima_undangan", PUBLIK),
    Rute(_DI_INSTANSI, paket.ringkasan, "ringkasan", "instansi.lihat"),
    Rute(_DI_INSTANSI + "tabel/<slug:tabel>/", paket.daftar, "daftar", "paket.lihat"),
    Rute(_DI_INSTANSI + "tabel/<slug:tabel>/tambah/", paket.tambah, "tambah", UBAH_TABEL),
    Rute(_DI_INSTANSI + _BARIS + "ubah/", paket.ubah, "ubah", UBAH_TABEL),
    Rute(_DI_INSTANSI + _BARIS + "hapus/", paket.hapus, "hapus", UBAH_TABEL),
    Rute(_DI_INSTANSI + "impor/", paket.impor, "impor", "paket.impor"),
    Rute(_DI_INSTANSI + "impor/<uuid:pk>/", paket.pratinjau, "pratinjau", "paket.impor"),
    Rute(_DI_INSTANSI + "ekspor.xlsx", paket.ekspor, "ekspor", "paket.ekspor"),
    Rute(_DI_INSTANSI + "jejak/", jejak.jejak, "jejak", "jejak.lihat"),
    Rute(_DI_INSTANSI + "jejak.csv", jejak.jejak_csv, "jejak_csv", "jejak.ekspor"),
    Rute(_DI_INSTANSI + "orang/", akun.orang, "orang", "akun.lihat"),
    Rute(_DI_INSTANSI + "orang/undang/", akun.undang, "undang", "akun.kelola"),
    Rute(_DI_INSTANSI + "orang/penugasan/<uuid:pk>/cabut/", akun.cabut, "cabut", "akun.kelola"),
    Rute(_DI_INSTANSI + "orang/undangan/<uuid:pk>/batal/", akun.batal, "batal", "akun.kelola"),
    Rute(_DI_INSTANSI + "tahun/", beranda.tahun, "tahun", "tahun.kelola"),
    Rute(_DI_INSTANSI + "instansi/tambah/", beranda.tambah_instansi, "tambah_instansi", "instansi.tambah"),
    *(Rute(*parts) for parts in RUTE_SAYA),
    *(Rute(_DI_INSTANSI + pola, *rest) for pola, *rest in RUTE_AKUN),
    *(Rute(_DI_INSTANSI + pola, *rest) for pola, *rest in RUTE_RENCANA),
    *(Rute(_DI_INSTANSI + pola, *rest) for pola, *rest in RUTE_PERJANJIAN),
    *(Rute(pola, halaman, nama, izin) for pola, halaman, nama, izin in RUTE_ORANG),
    *(Rute(_DI_INSTANSI + pola, halaman, nama, izin) for pola, halaman, nama, izin in RUTE_UKUR),
    *(Rute(_DI_INSTANSI + pola, *rest) for pola, *rest in (*RUTE_DASBOR, *RUTE_LAPORAN)),
)

# The pages of allauth guard themselves; what each asks for is stated here and tried by a test.
ALLAUTH = "akun/"
urlpatterns = [
    *(path(r.pola, guard(r.halaman, r.izin, r.nama), name=r.nama) for r in RUTE),
    path(ALLAUTH, with_actor(include("allauth.urls"))),
]
handler403 = "akuntabel_web.beranda.galat.ditolak"
handler404 = "akuntabel_web.beranda.galat.tidak_ada"
handler500 = "akuntabel_web.beranda.galat.rusak"
