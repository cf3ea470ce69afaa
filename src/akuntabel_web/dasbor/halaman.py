"""The dashboard, the origin of a figure, and the way from a source to its row."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from akuntabel.domain.paket import TABEL
from akuntabel_web.dasbor import kueri
from akuntabel_web.dasbor.hitungan import hitungan, ringkasan
from akuntabel_web.inti.peran import matrix
from akuntabel_web.paket.petakan import rows_of, to_contract


@require_safe
def dasbor(request: HttpRequest) -> HttpResponse:
    """Achievement by sasaran with its lights, absorption beside it, trends, and what is late."""
    wewenang = request.wewenang
    hasil = ringkasan(wewenang.instansi, wewenang.tahun)
    if hasil.galat:
        return render(request, "dasbor/kosong.html", {"galat": hasil.galat})
    isi = {
        "kelompok": kueri.groups(hasil),
        "ringkasan": kueri.named(hasil, hasil.isi["ringkasan"]),
        "uang": kueri.named(hasil, hasil.isi["uang"]),
        "skala": [k | {"tanda": kueri.TANDA[k["lampu"]]} for k in hasil.isi["skala"]],
        "kebijakan": hasil.isi["kebijakan"],
        "grafik": kueri.charts(hasil),
        "terlambat": kueri.late(wewenang.instansi, wewenang.tahun, timezone.localdate()),
    }
    return render(request, "dasbor/dasbor.html", isi)


@require_safe
def asal(request: HttpRequest) -> HttpResponse:
    """Where a figure comes from: formula, sum, inputs, and every cell with a link to its row; or a list to search."""
    wewenang = request.wewenang
    hasil = hitungan(wewenang.instansi, wewenang.tahun)
    if hasil.galat:
        return render(request, "dasbor/kosong.html", {"galat": hasil.galat})
    name = request.GET.get("besaran", "")
    if not name:
        cari = request.GET.get("cari", "")[:200]
        found, jumlah = kueri.search(hasil, cari)
        return render(request, "dasbor/besaran.html", {"ditemukan": found, "jumlah": jumlah, "cari": cari})
    if name not in hasil.besaran:
        raise Http404
    kept = hasil.besaran[name]
    isi = {
        "nama": name,
        "b": kept,
        "masukan": [(i, hasil.besaran[i]) for i in kept["masukan"] if i in hasil.besaran],
        "sel": kueri.sources(hasil, name),
    }
    return render(request, "dasbor/asal.html", isi)


@require_safe
def sumber(request: HttpRequest, tabel: str) -> HttpResponse:
    """From the key of a row to the row itself: its form for who may change it, else the table with the row found."""
    wewenang = request.wewenang
    if tabel not in TABEL:
        raise Http404
    kunci = request.GET.get("kunci", "")
    found = next((r for r in rows_of(tabel, wewenang.instansi, wewenang.tahun) if _key(tabel, r) == kunci), None)
    place = (wewenang.instansi.alamat, wewenang.tahun, tabel)
    if found is not None and wewenang.may_row(matrix().change_of(tabel), None):
        return redirect("ubah", *place, found.pk)
    search = f"?{urlencode({'cari': kunci.partition('|')[0]})}" if found is not None else ""
    return redirect(reverse("daftar", args=place) + search)


def _key(tabel: str, row: object) -> str:
    return to_contract(tabel, row).kunci
