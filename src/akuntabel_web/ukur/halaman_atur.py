"""Pages of settings: steps of approval, windows, days off, extensions."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.inti.formulir import ReasonField
from akuntabel_web.inti.halaman import version_of
from akuntabel_web.ukur import tindakan_atur
from akuntabel_web.ukur.alur import alur, transitions, used_stages
from akuntabel_web.ukur.isian import Unit
from akuntabel_web.ukur.jadwal import JUDUL_PERIODE, PERIODE, Jadwal, national
from akuntabel_web.ukur.models import HariLibur, Jendela, Perpanjangan
from akuntabel_web.ukur.tindakan import BelumDapatError

_SELECT = {"class": "form-select"}
_PERIODS = [(p, JUDUL_PERIODE[p]) for p in PERIODE]


def date_field(label: str) -> forms.DateField:
    """A date with the picker of the browser."""
    widget = forms.DateInput(attrs={"class": "form-control", "type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget)


class AlurForm(forms.Form):
    """Which stages of approval are used."""

    tahap = forms.MultipleChoiceField(label="Tahap pengesahan", widget=forms.CheckboxSelectMultiple, required=False)
    alasan_tindakan = ReasonField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = alur().judul_langkah
        self.fields["tahap"].choices = [(n, names[n]) for n, _, _ in alur().tahap]


class JendelaForm(forms.Form):
    """The window of a period."""

    periode = forms.ChoiceField(label="Periode", choices=_PERIODS, widget=forms.Select(attrs=_SELECT))
    buka = date_field("Dibuka")
    tutup = date_field("Ditutup")
    alasan_tindakan = ReasonField()


class PerpanjanganForm(forms.Form):
    """More time for a unit or everybody."""

    periode = forms.ChoiceField(label="Periode", choices=_PERIODS, widget=forms.Select(attrs=_SELECT))
    unit = forms.ChoiceField(label="Untuk", required=False, widget=forms.Select(attrs=_SELECT))
    sampai = date_field("Sampai dengan")
    alasan_tindakan = ReasonField()

    def __init__(self, wewenang: Wewenang, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", "Seluruh instansi"), *sorted(Unit(wewenang).nama.items())]


class LiburForm(forms.Form):
    """A local day off."""

    tanggal = date_field("Tanggal")
    nama = forms.CharField(
        label="Nama hari libur", max_length=200, widget=forms.TextInput(attrs={"class": "form-control"})
    )


@require_http_methods(["GET", "POST"])
def halaman_alur(request: HttpRequest) -> HttpResponse:
    """The stages of approval of this agency and year."""
    wewenang = request.wewenang
    used = used_stages(transitions(wewenang.instansi, wewenang.tahun))
    form = AlurForm(request.POST or None, initial={"tahap": sorted(used)})
    if request.method == "POST" and form.is_valid():
        try:
            data = form.cleaned_data
            tindakan_atur.set_stages(wewenang, data["tahap"], data["alasan_tindakan"])
        except BelumDapatError as error:
            form.add_error("tahap", str(error))
        else:
            messages.success(request, "Alur pengesahan tersimpan.")
            return _to(request, "ukur_alur")
    titles = alur().judul_keadaan
    rows = [
        (alur().judul_langkah[r.nama], titles[r.dari], titles[r.ke])
        for r in transitions(wewenang.instansi, wewenang.tahun)
    ]
    return render(request, "ukur/alur.html", {"form": form, "baris": rows}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def halaman_jadwal(request: HttpRequest) -> HttpResponse:
    """Windows, extensions and days off; each form posts its own name in `bagian`."""
    wewenang, part = request.wewenang, request.POST.get("bagian", "")
    forms_of = {
        "jendela": JendelaForm(request.POST if part == "jendela" else None, prefix="jendela"),
        "perpanjangan": PerpanjanganForm(wewenang, request.POST if part == "perpanjangan" else None, prefix="panjang"),
        "libur": LiburForm(request.POST if part == "libur" else None, prefix="libur"),
    }
    form = forms_of.get(part)
    if form is not None and form.is_valid():
        try:
            _save(request, part, form.cleaned_data)
        except BelumDapatError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Jadwal tersimpan.")
            return _to(request, "ukur_jadwal")
    status = 422 if form is not None and form.errors else 200
    return render(request, "ukur/jadwal.html", {**_shown(wewenang), "formulir": forms_of}, status=status)


def _save(request: HttpRequest, part: str, data: dict[str, Any]) -> None:
    wewenang = request.wewenang
    if part == "jendela":
        seen = version_of(request, f"versi-{data['periode']}")
        tindakan_atur.set_window(wewenang, data["periode"], data["buka"], data["tutup"], seen, data["alasan_tindakan"])
    elif part == "perpanjangan":
        tindakan_atur.extend(wewenang, data["periode"], data["unit"], data["sampai"], data["alasan_tindakan"])
    else:
        tindakan_atur.add_day_off(wewenang, data["tanggal"], data["nama"])


def _shown(wewenang: Wewenang) -> dict[str, Any]:
    mine = {"instansi": wewenang.instansi, "tahun_paket": wewenang.tahun}
    jadwal = Jadwal(wewenang.instansi, wewenang.tahun)
    windows = {w.periode: w for w in Jendela.objects.filter(**mine)}
    days = sorted((d, n) for d, n in national().items() if d.year in {wewenang.tahun, wewenang.tahun + 1})
    return {
        "jendela": [(JUDUL_PERIODE[p], windows[p], jadwal.of(p, None)) for p in PERIODE if p in windows],
        "versi": [(p, windows[p].versi if p in windows else 0) for p in PERIODE],
        "perpanjangan": [
            (JUDUL_PERIODE[p.periode], p.unit or "seluruh instansi", p)
            for p in Perpanjangan.objects.filter(**mine).select_related("oleh")
        ],
        "libur_daerah": HariLibur.objects.filter(instansi=wewenang.instansi),
        "libur_nasional": days,
        "hari": timezone.localdate(),
    }


@require_POST
def hapus_libur(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Remove a local day off."""
    tindakan_atur.remove_day_off(request.wewenang, pk)
    messages.success(request, "Hari libur dihapus.")
    return _to(request, "ukur_jadwal")


def _to(request: HttpRequest, nama: str) -> HttpResponse:
    return redirect(nama, request.wewenang.instansi.alamat, request.wewenang.tahun)
