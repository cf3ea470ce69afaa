"""The page of the quarterly meeting."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from akuntabel.domain.pilihan import StatusTindak
from akuntabel_web.inti.halaman import version_of
from akuntabel_web.paket.formulir import KolomField
from akuntabel_web.paket.kueri import suggestions
from akuntabel_web.paket.petakan import columns
from akuntabel_web.paket.tindakan import KonflikError
from akuntabel_web.ukur import rapat
from akuntabel_web.ukur.jadwal import JUDUL_PERIODE, PERIODE

_FIELDS = {
    "indikator": "Indikator",
    "hambatan": "Hambatan",
    "keputusan": "Keputusan",
    "penanggung_jawab": "Unit penanggung jawab",
    "tenggat": "Tenggat",
}
_NEEDED = frozenset({"keputusan", "penanggung_jawab", "tenggat"})
_QUARTERS = PERIODE[:4]


class KeputusanForm(forms.Form):
    """A decision: what, who, by when."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="id_%s", **kwargs)
        known = {k.nama: k for k in columns(rapat.TABEL_RAPAT)}
        for name, label in _FIELDS.items():
            self.fields[name] = KolomField(rapat.TABEL_RAPAT, known[name])
            self.fields[name].label, self.fields[name].required = label, name in _NEEDED


@require_safe
def kini(request: HttpRequest) -> HttpResponse:
    """The meeting of the quarter that ended last, within the year of the page."""
    today = timezone.localdate()
    ended = 4 if today.year > request.wewenang.tahun else max(1, (today.month - 1) // 3)
    return _to(request, _QUARTERS[ended - 1])


@require_safe
def halaman_rapat(request: HttpRequest, periode: str) -> HttpResponse:
    """Decisions of a quarter and those that come back."""
    return _page(request, periode, KeputusanForm())


@require_POST
def putuskan(request: HttpRequest, periode: str) -> HttpResponse:
    """Write down a decision."""
    form = KeputusanForm(request.POST)
    if not form.is_valid():
        return _page(request, periode, form, 422)
    made = {**form.cleaned_data, "status": StatusTindak.BELUM.value}
    rapat.decide(request.wewenang, _quarter(periode), made)
    messages.success(request, "Keputusan tersimpan.")
    return _to(request, periode)


@require_POST
def ubah_keadaan(request: HttpRequest, periode: str, pk: UUID) -> HttpResponse:
    """Say how far a decision is."""
    seen = version_of(request)
    try:
        note = request.POST.get("catatan", "")[:500].replace("\x00", "")
        rapat.set_status(request.wewenang, pk, seen, request.POST.get("status", ""), note)
    except KonflikError:
        messages.error(request, "Keputusan ini baru saja diubah orang lain; periksa, lalu ulangi.")
    else:
        messages.success(request, "Keadaan keputusan tersimpan.")
    return _to(request, periode)


def _quarter(periode: str) -> int:
    if periode not in _QUARTERS:
        raise Http404
    return _QUARTERS.index(periode) + 1


def _page(request: HttpRequest, periode: str, form: KeputusanForm, status: int = 200) -> HttpResponse:
    own, back = rapat.decisions(request.wewenang, _quarter(periode), timezone.localdate())
    isi = {
        "form": form,
        "periode": periode,
        "judul_periode": JUDUL_PERIODE[periode],
        "periode_lain": [(p, JUDUL_PERIODE[p]) for p in _QUARTERS],
        "kelompok": [("Belum selesai dari triwulan sebelumnya", back), ("Keputusan triwulan ini", own)],
        "boleh": request.wewenang.may(rapat.IZIN),
        "saran": list(suggestions(request.wewenang, rapat.TABEL_RAPAT)),
        "pilihan_status": [s.value for s in StatusTindak],
    }
    return render(request, "ukur/rapat.html", isi, status=status)


def _to(request: HttpRequest, periode: str) -> HttpResponse:
    return redirect("ukur_rapat", request.wewenang.instansi.alamat, request.wewenang.tahun, periode)
