"""Forms of agencies and years."""

from __future__ import annotations

from django import forms
from django.utils import timezone

from akuntabel_web.instansi.tindakan import year_problem

_INPUT = {"class": "form-control", "autocomplete": "off"}
_TAKEN = frozenset({"akun", "aset", "undangan", "sehat"})


class TahunForm(forms.Form):
    """A year to open."""

    tahun = forms.IntegerField(label="Tahun", widget=forms.NumberInput(attrs=_INPUT))

    def clean_tahun(self) -> int:
        """A year that people work on."""
        tahun = self.cleaned_data["tahun"]
        problem = year_problem(tahun, timezone.localdate())
        if problem:
            raise forms.ValidationError(problem)
        return tahun


class InstansiForm(TahunForm):
    """A new agency and its first year."""

    nama = forms.CharField(label="Nama", max_length=200, widget=forms.TextInput(attrs=_INPUT))
    kode = forms.RegexField(
        r"^[A-Za-z0-9._-]{2,40}$",
        label="Kode",
        help_text="Sama dengan kode instansi pada paket datanya. Contoh: DISNAKER",
        widget=forms.TextInput(attrs=_INPUT),
    )
    alamat = forms.RegexField(
        r"^[a-z0-9][a-z0-9-]{1,49}$",
        label="Alamat halaman",
        help_text="Huruf kecil, angka, dan tanda hubung. Contoh: disnaker",
        widget=forms.TextInput(attrs=_INPUT),
    )
    field_order = ("nama", "kode", "alamat", "tahun")

    def clean_alamat(self) -> str:
        """An address that no page of ours has."""
        alamat = self.cleaned_data["alamat"]
        if alamat in _TAKEN:
            raise forms.ValidationError("Alamat ini dipakai halaman lain.")
        return alamat
