"""What every page knows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from akuntabel_web.inti.alamat import address

# Menu of an agency and year: route, title, permission (the same as the route's; a test compares them).
MENU = (
    ("dasbor", "Dasbor", "dasbor.lihat"),
    ("ringkasan", "Data", "instansi.lihat"),
    ("pohon", "Rencana", "paket.lihat"),
    ("perjanjian", "Perjanjian", "paket.lihat"),
    ("ukur", "Pengukuran", "ukur.lihat"),
    ("narasi", "Narasi", "narasi.tulis"),
    ("laporan", "Laporan", "laporan.lihat"),
    ("rak", "Rak dokumen", "rak.lihat"),
    ("papan", "Siapa belum", "papan.lihat"),
    ("impor", "Impor", "paket.impor"),
    ("ekspor", "Unduh buku kerja", "paket.ekspor"),
    ("jejak", "Jejak", "jejak.lihat"),
    ("orang", "Orang", "akun.lihat"),
    ("tahun", "Tahun", "tahun.kelola"),
    ("buka_tahun", "Buka tahun berikutnya", "tahun.buka"),
    ("tambah_instansi", "Tambah instansi", "instansi.tambah"),
)
# Pages beside the first page of measuring.
SUBMENU = (
    ("ukur", "Keadaan isian", "ukur.lihat"),
    ("ukur_tempel", "Isian cepat", "ukur.isi"),
    ("ukur_bulanan", "Keuangan dan fisik", "ukur.lihat"),
    ("ukur_rapat_kini", "Rapat triwulan", "ukur.lihat"),
    ("ukur_ekspor", "Impor ekspor anggaran", "paket.impor"),
    ("ukur_pengingat", "Pengingat", "ukur.ingatkan"),
    ("ukur_jadwal", "Jadwal", "ukur.jadwal"),
    ("ukur_alur", "Alur pengesahan", "ukur.alur"),
    ("limpah", "Limpahkan tugas", "akun.limpahkan"),
)
_PEMDA_ONLY = frozenset({"tambah_instansi"})


def page_context(request: HttpRequest) -> dict[str, Any]:
    """The duty that this page was opened with, its menu, and the provider of the government where there is one."""
    wewenang = getattr(request, "wewenang", None)
    providers = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    if wewenang is None:
        return {"wewenang": None, "oidc": providers, "surel_terpasang": settings.SUREL_TERPASANG}
    whole = wewenang.instansi.jenis == "pemda"
    menu = _places(request, [p for p in MENU if whole or p[0] not in _PEMDA_ONLY])
    beside = _places(request, SUBMENU)
    return {
        "wewenang": wewenang,
        "oidc": providers,
        "surel_terpasang": settings.SUREL_TERPASANG,
        "menu": menu,
        "tautan_ukur": beside,
        "boleh_ekspor_jejak": wewenang.may("jejak.ekspor"),
    }


def _places(request: HttpRequest, places: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """The places that this person may see: address, title, and what `aria-current` says of it.

    That is this page, or the one below which this page lies: the longest address that begins the present one.
    """
    wewenang, path = request.wewenang, request.path
    here = (wewenang.instansi.alamat, wewenang.tahun)
    links = [(address(name, *here), title) for name, title, izin in places if wewenang.may(izin)]
    data = address("ringkasan", *here)  # every page lies below it by its address; its own are the tables
    above = [url for url, _ in links if path.startswith(f"{data}tabel/" if url == data else url)]
    present = path if any(path == url for url, _ in links) else max(above, key=len, default="")
    return [(url, title, "" if url != present else "page" if url == path else "true") for url, title in links]


def version_of(request: HttpRequest, nama: str = "versi") -> int:
    """The version of the row that a form was opened with; 0 where it says none."""
    text = request.POST.get(nama, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
