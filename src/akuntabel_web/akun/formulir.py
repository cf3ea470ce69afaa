"""Forms of people and their duties."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from akuntabel_web.akun.models import Pengguna
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.instansi.models import Tahun, Unit
from akuntabel_web.inti.peran import matrix

_INPUT = {"class": "form-control"}
_SELECT = {"class": "form-select"}


class UndangForm(forms.Form):
    """Invite a person to a duty."""

    surel = forms.EmailField(
        label="Surel", max_length=254, widget=forms.EmailInput(attrs=_INPUT | {"autocomplete": "off"})
    )
    peran = forms.ChoiceField(
        label="Peran",
        choices=[("", "– pilih –"), *((p.kode, p.judul) for p in matrix().peran.values())],
        widget=forms.Select(attrs=_SELECT),
    )
    tahun = forms.TypedChoiceField(
        label="Tahun", required=False, coerce=int, empty_value=None, widget=forms.Select(attrs=_SELECT)
    )
    unit = forms.ModelChoiceField(
        label="Unit",
        queryset=Unit.objects.none(),
        required=False,
        empty_label="Seluruh instansi",
        help_text="Wajib untuk pengelola data: ia hanya mengubah data unitnya.",
        widget=forms.Select(attrs=_SELECT),
    )

    def __init__(self, wewenang: Wewenang, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years = Tahun.objects.filter(instansi=wewenang.instansi).values_list("tahun", flat=True)
        self.fields["tahun"].choices = [("", "Semua tahun"), *((y, str(y)) for y in years)]
        self.fields["unit"].queryset = Unit.objects.filter(instansi=wewenang.instansi)

    def clean(self) -> dict[str, Any]:
        """A role that is held to a unit needs one."""
        data = super().clean() or {}
        role = matrix().peran.get(data.get("peran", ""))
        if role and role.batas_unit and not data.get("unit"):
            self.add_error("unit", f"Pilih unit untuk peran {role.judul}.")
        return data


class TerimaForm(forms.Form):
    """Make an account from an invitation."""

    surel = forms.EmailField(
        label="Surel", max_length=254, widget=forms.EmailInput(attrs=_INPUT | {"autocomplete": "username"})
    )
    nama = forms.CharField(
        label="Nama lengkap", max_length=200, widget=forms.TextInput(attrs=_INPUT | {"autocomplete": "name"})
    )
    sandi = forms.CharField(
        label="Kata sandi",
        strip=False,
        max_length=128,
        help_text="Paling sedikit 12 karakter. Kalimat pendek mudah diingat dan sulit ditebak.",
        widget=forms.PasswordInput(attrs=_INPUT | {"autocomplete": "new-password"}),
    )
    ulang = forms.CharField(
        label="Ulangi kata sandi",
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs=_INPUT | {"autocomplete": "new-password"}),
    )

    def __init__(self, surel: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if surel:
            del self.fields["surel"]
        self.surel = surel

    def clean(self) -> dict[str, Any]:
        """Both passwords are one, and no weak one."""
        data = super().clean() or {}
        if data.get("sandi") and data.get("ulang") and data["sandi"] != data["ulang"]:
            self.add_error("ulang", "Kedua kata sandi tidak sama.")
        if data.get("sandi"):
            person = Pengguna(email=self.surel or data.get("surel", ""), nama=data.get("nama", ""))
            try:
                validate_password(data["sandi"], person)
            except ValidationError as error:
                self.add_error("sandi", error)
        return data
