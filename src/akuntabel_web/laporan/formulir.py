"""Forms of reports and of the shelf."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings

from akuntabel_web.inti.formulir import ReasonField
from akuntabel_web.laporan.jenis import shelf_kinds
from akuntabel_web.laporan.tindakan import Permintaan

_ISI = {"class": "form-control", "autocomplete": "off"}


def _tick(label: str) -> forms.BooleanField:
    return forms.BooleanField(
        label=label, required=False, widget=forms.CheckboxInput(attrs={"class": "form-check-input"})
    )


class SusunForm(forms.Form):
    """Which document to build."""

    dokumen = forms.ChoiceField(label="Dokumen", widget=forms.Select(attrs={"class": "form-select"}))
    publik = _tick("Salinan publik (data pribadi disamarkan)")
    final = _tick("Final: tolak bila masih ada angka sementara")
    nomor_halaman = _tick("Isi nomor halaman daftar isi Word (memerlukan LibreOffice pada peladen)")

    def __init__(self, pilihan: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dokumen"].choices = pilihan

    @property
    def permintaan(self) -> Permintaan:
        """What was asked for, for a valid form."""
        data = dict(self.cleaned_data)
        jenis, _, pilihan = data.pop("dokumen").partition(":")
        return Permintaan(jenis, pilihan, **data)


class _Keterangan(forms.Form):
    """What people state of a document."""

    jenis = forms.ChoiceField(label="Jenis dokumen", widget=forms.Select(attrs={"class": "form-select"}))
    nomor = forms.CharField(label="Nomor", max_length=200, required=False, widget=forms.TextInput(attrs=_ISI))
    tanggal = forms.DateField(
        label="Tanggal dokumen", widget=forms.DateInput(attrs={**_ISI, "type": "date"}, format="%Y-%m-%d")
    )
    disampaikan = forms.DateField(
        label="Tanggal disampaikan", widget=forms.DateInput(attrs={**_ISI, "type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, jenis: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = shelf_kinds().values()
        self.fields["jenis"].choices = [(k.kode, k.judul) for k in kinds if not jenis or k.susun == jenis]


class RakForm(_Keterangan):
    """A document made elsewhere: an uploaded file or a link, one of the two."""

    berkas = forms.FileField(
        label="Berkas",
        required=False,
        help_text=f"PDF, Word, Excel, JPG, atau PNG; paling besar {settings.AKUNTABEL_UNGGAHAN_MAKS >> 20} MB.",
        widget=forms.FileInput(attrs={"class": "form-control", "accept": ".pdf,.docx,.xlsx,.jpg,.jpeg,.png"}),
    )
    tautan = forms.URLField(
        label="Tautan",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="Bila dokumennya tersimpan di tempat lain.",
        widget=forms.URLInput(attrs=_ISI),
    )

    def clean(self) -> dict[str, Any]:
        """A file or a link."""
        values = super().clean() or {}
        if not self.errors and bool(values.get("berkas")) == bool(values.get("tautan")):
            raise forms.ValidationError("Unggah berkas atau tulis tautan, salah satu.")
        return values


class KoreksiForm(_Keterangan):
    """What was stated of a document on the shelf, corrected; the link only where it is one."""

    tautan = forms.URLField(label="Tautan", max_length=500, assume_scheme="https", widget=forms.URLInput(attrs=_ISI))
    alasan_tindakan = ReasonField()

    def __init__(self, *args: Any, bertautan: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["jenis"]
        if not bertautan:
            del self.fields["tautan"]


class RakVersiForm(_Keterangan):
    """A version that was built here, on its way to the shelf."""


class TenggatForm(forms.Form):
    """A deadline of all agencies."""

    tanggal = forms.DateField(
        label="Tenggat", widget=forms.DateInput(attrs={**_ISI, "type": "date"}, format="%Y-%m-%d")
    )
    dasar = forms.CharField(
        label="Dasar",
        max_length=500,
        help_text="Surat edaran atau peraturan yang menetapkannya.",
        widget=forms.TextInput(attrs=_ISI),
    )


class NarasiForm(forms.Form):
    """A passage in Markdown with the reason of its change."""

    teks = forms.CharField(
        label="Teks (Markdown)",
        max_length=32_767,
        strip=False,
        widget=forms.Textarea(attrs={"class": "form-control font-monospace", "rows": 14, "spellcheck": "true"}),
    )
    alasan_tindakan = ReasonField(required=False)
