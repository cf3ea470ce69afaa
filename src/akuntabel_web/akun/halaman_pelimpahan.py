"""The page where a person gives a duty to another for a time."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from akuntabel_web.akun import pelimpahan
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.inti.formulir import ReasonField

_SELECT = {"class": "form-select"}
_DATE = forms.DateInput(attrs={"class": "form-control", "type": "date"}, format="%Y-%m-%d")


class LimpahForm(forms.Form):
    """Which duty, to whom, from when to when, why."""

    tugas = forms.ModelChoiceField(None, label="Tugas", empty_label="– pilih –", widget=forms.Select(attrs=_SELECT))
    kepada = forms.ModelChoiceField(None, label="Kepada", empty_label="– pilih –", widget=forms.Select(attrs=_SELECT))
    mulai = forms.DateField(label="Mulai", widget=_DATE)
    sampai = forms.DateField(label="Sampai dengan", widget=_DATE)
    alasan_tindakan = ReasonField()

    def __init__(self, wewenang: Wewenang, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tugas"].queryset = pelimpahan.own_duties(wewenang)
        self.fields["tugas"].label_from_instance = lambda d: d.get_peran_display() + (f", {d.unit}" if d.unit else "")
        self.fields["kepada"].queryset = pelimpahan.receivers(wewenang)


@require_http_methods(["GET", "POST"])
def limpah(request: HttpRequest) -> HttpResponse:
    """What was given and received; give one more."""
    wewenang = request.wewenang
    form = LimpahForm(wewenang, request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        wish = pelimpahan.Limpahan(
            data["tugas"].pk, data["kepada"].pk, data["mulai"], data["sampai"], data["alasan_tindakan"]
        )
        try:
            pelimpahan.give_duty(wewenang, wish, timezone.localdate())
        except pelimpahan.LimpahTidakSahError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"Tugas dilimpahkan kepada {data['kepada']}.")
            return redirect("limpah", wewenang.instansi.alamat, wewenang.tahun)
    isi = {"form": form, "daftar": pelimpahan.given(wewenang), "hari": timezone.localdate()}
    return render(request, "akun/limpah.html", isi, status=422 if form.errors else 200)


@require_POST
def akhiri(request: HttpRequest, pk: UUID) -> HttpResponse:
    """End a delegation before its time."""
    pelimpahan.take_back(request.wewenang, pk)
    messages.success(request, "Pelimpahan diakhiri.")
    return redirect("limpah", request.wewenang.instansi.alamat, request.wewenang.tahun)
