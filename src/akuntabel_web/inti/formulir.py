"""What all forms share."""

from __future__ import annotations

from django import forms

_REASON = 1000


class ReasonField(forms.CharField):
    """Why something is done; it stands in the audit."""

    def __init__(self, *, required: bool = True) -> None:
        super().__init__(
            label="Alasan perubahan",
            required=required,
            max_length=_REASON,
            help_text="Tersimpan dalam jejak perubahan.",
            widget=forms.TextInput(attrs={"class": "form-control", "autocomplete": "off"}),
        )


class ReasonForm(forms.Form):
    """A reason alone, for deletions and imports."""

    alasan_tindakan = ReasonField()
