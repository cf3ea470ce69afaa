"""Forms of agreements and of the ladder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings

from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import Jenjang, SebabPerubahan, Tingkatan
from akuntabel_web.inti.formulir import ReasonField
from akuntabel_web.perjanjian.susun import Wish, plans_of
from akuntabel_web.perjanjian.tangga import Anak

_SELECT = {"class": "form-select"}
_TEXT = {"class": "form-control", "autocomplete": "off"}
_DAY = {"class": "form-control", "type": "date"}
SEBAB = {
    SebabPerubahan.PEJABAT.value: "Pergantian atau mutasi pejabat",
    SebabPerubahan.STRATEGI.value: "Perubahan strategi: program, kegiatan, atau alokasi anggaran",
    SebabPerubahan.PRIORITAS.value: "Perubahan prioritas atau asumsi",
}
_RINCIAN = (("program", "program"), ("kegiatan", "kegiatan"), ("subkegiatan", "subkegiatan"))


def _choice(
    label: str, choices: Sequence[tuple[str, str]], *, required: bool = True, bantuan: str = ""
) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=[("", "– pilih –"), *choices],
        required=required,
        help_text=bantuan,
        widget=forms.Select(attrs=_SELECT),
        error_messages={"invalid_choice": "Pilih dari daftar."},
    )


class DrafForm(forms.Form):
    """For whom an agreement is drafted, and from which plan."""

    def __init__(self, tangga: Sequence[Anak], paket: Paket, tahun: int, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tangga = {a.sebutan: a for a in tangga}
        plans = plans_of(paket, tahun)
        names = {d.kode: d.nama for d in paket.dokumen_rencana}
        people = [(p.kode, f"{p.nama}, {p.jabatan}") for p in paket.pejabat]
        self.fields["anak"] = _choice("Jenjang", [(a.sebutan, a.sebutan) for a in tangga])
        self.fields["unit"] = _choice(
            "Unit pihak pertama", [(u.kode, u.nama) for u in paket.unit], required=False,
            bantuan="Wajib untuk jenjang yang hanya memperjanjikan milik unitnya.",
        )  # fmt: skip
        self.fields["dokumen"] = _choice("Target diambil dari", [(k, names[k]) for k in plans])
        self.fields["dokumen"].initial = plans[0] if plans else ""
        self.fields["pertama"] = _choice("Pihak pertama", people, required=False)
        self.fields["kedua"] = _choice("Pihak kedua", people, required=False)
        self.fields["tempat"] = forms.CharField(
            label="Tempat penandatanganan", required=False, max_length=200, widget=forms.TextInput(attrs=_TEXT)
        )
        self.fields["tanggal_dpa"] = forms.DateField(
            label="Tanggal DPA", required=False, widget=forms.DateInput(attrs=_DAY, format="%Y-%m-%d")
        )
        self.fields["alasan_tindakan"] = ReasonField(required=False)

    def clean(self) -> dict[str, Any]:
        """A rung that is held to a unit needs the unit."""
        values = super().clean() or {}
        if values.get("anak") and self.tangga[values["anak"]].per_unit and not values.get("unit"):
            self.add_error("unit", "Pilih unit: jenjang ini hanya memperjanjikan milik unitnya.")
        return values

    @property
    def wish(self) -> Wish:
        """What is asked for; for a valid form."""
        data = self.cleaned_data
        return Wish(
            self.tangga[data["anak"]],
            data["dokumen"],
            data["unit"] or None,
            data["pertama"] or None,
            data["kedua"] or None,
            data["tempat"] or None,
            data["tanggal_dpa"],
        )


class LangkahForm(forms.Form):
    """A step with its note."""

    def __init__(self, *args: Any, bukti: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if bukti:
            self.fields["tanggal"] = forms.DateField(
                label="Tanggal penandatanganan", required=False, widget=forms.DateInput(attrs=_DAY, format="%Y-%m-%d")
            )
            self.fields["pindaian"] = forms.FileField(
                label="Pindaian naskah",
                required=False,
                help_text=f"PDF, PNG, atau JPEG, paling besar {settings.AKUNTABEL_UNGGAHAN_MAKS >> 20} MB.",
                widget=forms.FileInput(attrs={"class": "form-control", "accept": ".pdf,.png,.jpg,.jpeg"}),
            )
        self.fields["alasan_tindakan"] = ReasonField()
        self.fields["alasan_tindakan"].label = "Catatan"


class RevisiForm(forms.Form):
    """Why a signed agreement is changed."""

    sebab = _choice("Sebab perubahan", list(SEBAB.items()))
    alasan_tindakan = ReasonField()


class TanggaForm(forms.Form):
    """A rung of the ladder."""

    urutan = forms.IntegerField(label="Urutan", min_value=1, max_value=99, widget=forms.NumberInput(attrs=_TEXT))
    sebutan = forms.CharField(label="Sebutan", max_length=200, widget=forms.TextInput(attrs=_TEXT))
    jenjang = _choice("Jenjang menurut pedoman", [(j.value, j.value.replace("_", " ")) for j in Jenjang])
    tingkat = forms.MultipleChoiceField(
        label="Indikator yang diperjanjikan",
        choices=[(t.value, t.value) for t in Tingkatan],
        widget=forms.CheckboxSelectMultiple,
    )
    anggaran = _choice("Rincian anggaran", _RINCIAN)
    per_unit = forms.BooleanField(label="Hanya milik unit pihak pertama", required=False)
    alasan_tindakan = ReasonField()
