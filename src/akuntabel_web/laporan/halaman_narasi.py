"""The editor of narrative: list of places, text with preview, figures to insert."""

from __future__ import annotations

import re

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from akuntabel_web.dasbor.hitungan import Hitungan, hitungan
from akuntabel_web.dasbor.kueri import search
from akuntabel_web.inti.halaman import version_of
from akuntabel_web.jejak.kueri import last_writer
from akuntabel_web.laporan import narasi
from akuntabel_web.laporan.formulir import NarasiForm
from akuntabel_web.paket import tindakan
from akuntabel_web.paket.models import BarisPaket

_LONGEST = 32_767
_KODE = re.compile(r"[a-z0-9_.-]{1,80}")


@require_safe
def daftar_narasi(request: HttpRequest) -> HttpResponse:
    """Every place of the report for own text."""
    return render(request, "laporan/narasi.html", {"tempat": narasi.places(request.wewenang)})


@require_http_methods(["GET", "POST"])
def sunting(request: HttpRequest) -> HttpResponse:
    """A passage. Who was overtaken sees the other text and keeps his own."""
    kode = _place(request)
    baris = narasi.passage(request.wewenang, kode)
    if request.method == "GET":
        form = NarasiForm(initial={"teks": baris.teks if baris else ""})
        return _page(request, kode, form, baris, baris.versi_baris if baris else 0)
    form, versi = NarasiForm(request.POST), version_of(request)
    if form.is_valid():
        try:
            _save(request, kode, form, baris, versi)
        except tindakan.KonflikError as konflik:
            return _page(request, kode, form, baris, konflik.sekarang.versi_baris if konflik.sekarang else 0, True)
        except tindakan.KunciGandaError:
            now = narasi.passage(request.wewenang, kode)
            return _page(request, kode, form, now, now.versi_baris if now else 0, True)
        messages.success(request, "Narasi tersimpan.")
        return redirect("narasi", request.wewenang.instansi.alamat, request.wewenang.tahun)
    return _page(request, kode, form, baris, versi)


@require_POST
def pratinjau_narasi(request: HttpRequest) -> HttpResponse:
    """The text as it will be printed, while it is written."""
    hasil = hitungan(request.wewenang.instansi, request.wewenang.tahun)
    teks = request.POST.get("teks", "")[:_LONGEST]
    return render(request, "laporan/_pratinjau.html", _preview(request, hasil, _place(request), teks))


@require_safe
def angka(request: HttpRequest) -> HttpResponse:
    """Figures to insert, found by words."""
    hasil = hitungan(request.wewenang.instansi, request.wewenang.tahun)
    found, jumlah = search(hasil, request.GET.get("cari", "")[:200]) if not hasil.galat else ([], 0)
    return render(request, "laporan/_angka.html", {"ditemukan": found[:20], "jumlah": jumlah, "galat": hasil.galat})


def _save(request: HttpRequest, kode: str, form: NarasiForm, baris: BarisPaket | None, versi: int) -> None:
    teks = form.cleaned_data["teks"].replace("\r\n", "\n").strip()
    alasan = form.cleaned_data["alasan_tindakan"] or "menyunting narasi"
    if versi == 0 and baris is None:
        tindakan.add_row(request.wewenang, "narasi", {"kode": kode, "teks": teks}, alasan)
    elif baris is None or versi == 0:
        raise tindakan.KonflikError(baris)
    else:
        tindakan.change_row(request.wewenang, "narasi", baris.pk, versi, {"kode": kode, "teks": teks}, alasan)


def _page(
    request: HttpRequest, kode: str, form: NarasiForm, baris: BarisPaket | None, versi: int, bentrok: bool = False
) -> HttpResponse:
    teks = form["teks"].value() or ""
    hasil = hitungan(request.wewenang.instansi, request.wewenang.tahun)
    now = narasi.passage(request.wewenang, kode) if bentrok else None
    isi = {
        **_preview(request, hasil, kode, teks),
        "form": form,
        "kode": kode,
        "judul_tempat": next((t.judul for t in narasi.places(request.wewenang) if t.kode == kode), kode),
        "versi": versi,
        "bentrok": bentrok,
        "teks_kini": now.teks if now else "",
        "penulis": last_writer(now.pk) if now else "",
        "ditemukan": search(hasil, "")[0][:20] if not hasil.galat else [],
        "galat": hasil.galat,
    }
    return render(request, "laporan/sunting.html", isi, status=409 if bentrok else 422 if form.errors else 200)


def _preview(request: HttpRequest, hasil: Hitungan, kode: str, teks: str) -> dict[str, object]:
    if hasil.galat:
        return {"galat_angka": hasil.galat}
    made = narasi.preview(request.wewenang, hasil, kode, teks.replace("\r\n", "\n"))
    # The library's own HTML writer escapes every text and lets no scheme but http, https and mailto through.
    return {"pratinjau": made, "html": mark_safe(made.html)}


def _place(request: HttpRequest) -> str:
    """The place that the URL names; the list of places is a page of its own."""
    kode = request.GET.get("kode", "latar_belakang")
    if not _KODE.fullmatch(kode):
        raise Http404
    return kode
