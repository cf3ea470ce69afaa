"""The page that says which roles must have a second factor."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from akuntabel_web.akun.faktor_wajib import set_required, state
from akuntabel_web.inti.formulir import ReasonField
from akuntabel_web.inti.peran import matrix


class FaktorForm(forms.Form):
    """The roles, and why."""

    peran = forms.MultipleChoiceField(
        label="Peran",
        required=False,
        choices=[(p.kode, p.judul) for p in matrix().peran.values()],
        widget=forms.CheckboxSelectMultiple,
    )
    alasan_tindakan = ReasonField()


@require_http_methods(["GET", "POST"])
def faktor_kedua(request: HttpRequest) -> HttpResponse:
    """Which roles must, who of them has none yet; change it, with a reason."""
    wewenang = request.wewenang
    roles = state(wewenang)
    form = FaktorForm(request.POST or None, initial={"peran": [one.kode for one in roles if one.wajib]})
    if request.method == "POST" and form.is_valid():
        set_required(wewenang, form.cleaned_data["peran"], form.cleaned_data["alasan_tindakan"])
        messages.success(request, "Kewajiban faktor kedua tersimpan.")
        return redirect("faktor_kedua", wewenang.instansi.alamat, wewenang.tahun)
    isi = {"form": form, "daftar": [one for one in roles if one.orang or one.wajib]}
    return render(request, "akun/faktor_kedua.html", isi, status=422 if form.errors else 200)
