"""Pages of the ladder."""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from akuntabel_web.inti.formulir import ReasonForm
from akuntabel_web.inti.halaman import version_of
from akuntabel_web.perjanjian.formulir import TanggaForm
from akuntabel_web.perjanjian.tangga import Anak, TertinggalError, drop_rung, ladder, own_ladder, save_rung

_DISALIP = "Anak tangga ini baru saja diubah orang lain. Periksa isinya yang sekarang, lalu ulangi."


@require_http_methods(["GET", "POST"])
def tangga(request: HttpRequest) -> HttpResponse:
    """The ladder; POST makes it the agency's own, to be changed."""
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        own_ladder(request.wewenang, form.cleaned_data["alasan_tindakan"])
        messages.success(request, "Tangga bawaan disalin. Sekarang dapat diubah.")
        return _to_ladder(request)
    rungs = ladder(request.wewenang.instansi)
    isi = {"tangga": rungs, "sendiri": any(a.pk for a in rungs), "form": form}
    return render(request, "perjanjian/tangga.html", isi, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def tambah(request: HttpRequest) -> HttpResponse:
    """A new rung."""
    return _rung_page(request, None)


@require_http_methods(["GET", "POST"])
def ubah(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change a rung."""
    return _rung_page(request, _own(request, pk))


@require_http_methods(["GET", "POST"])
def hapus(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Delete a rung."""
    anak = _own(request, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            drop_rung(request.wewenang, pk, version_of(request), form.cleaned_data["alasan_tindakan"])
        except TertinggalError:
            form.add_error(None, _DISALIP)
        else:
            messages.success(request, "Anak tangga dihapus.")
            return _to_ladder(request)
    isi = {
        "form": form,
        "judul": f"Hapus anak tangga {anak.sebutan}",
        "versi": anak.versi,
        "tombol": "Hapus",
        "bahaya": True,
    }
    return render(request, "perjanjian/anak.html", isi, status=422 if form.errors else 200)


def _rung_page(request: HttpRequest, anak: Anak | None) -> HttpResponse:
    initial = asdict(anak) if anak else {"urutan": len(ladder(request.wewenang.instansi)) + 1}
    form = TanggaForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        alasan = data.pop("alasan_tindakan")
        data["tingkat"] = tuple(data["tingkat"])
        try:
            save_rung(request.wewenang, Anak(**data, pk=anak.pk if anak else None, versi=version_of(request)), alasan)
        except TertinggalError:
            form.add_error(None, _DISALIP)
        except IntegrityError:
            form.add_error("sebutan", "Sudah ada anak tangga dengan sebutan ini.")
        else:
            messages.success(request, "Tangga tersimpan.")
            return _to_ladder(request)
    isi = {
        "form": form,
        "judul": "Ubah anak tangga" if anak else "Tambah anak tangga",
        "versi": anak.versi if anak else None,
        "tombol": "Simpan",
    }
    return render(request, "perjanjian/anak.html", isi, status=422 if form.errors else 200)


def _own(request: HttpRequest, pk: UUID) -> Anak:
    found = next((a for a in ladder(request.wewenang.instansi) if a.pk == pk), None)
    if found is None:
        raise Http404
    return found


def _to_ladder(request: HttpRequest) -> HttpResponse:
    return redirect("tangga", request.wewenang.instansi.alamat, request.wewenang.tahun)
