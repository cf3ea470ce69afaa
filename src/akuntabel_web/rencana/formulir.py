"""Forms of the tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from akuntabel_web.inti.formulir import ReasonField
from akuntabel_web.paket.formulir import BarisForm
from akuntabel_web.paket.models import BarisPaket
from akuntabel_web.rencana.simpul import Jenis


class SimpulForm(BarisForm):
    """The row of a node. Columns that the tree itself fills are hidden: a node hangs where it was added."""

    def __init__(
        self,
        jenis: Jenis,
        *args: Any,
        tetap: dict[str, str] | None = None,
        baris: BarisPaket | None = None,
        **rest: Any,
    ) -> None:
        super().__init__(jenis.tabel, *args, baris=baris, initial=tetap or {}, **rest)
        for name in tetap or {}:
            self.fields[name].widget = forms.HiddenInput()


class PindahForm(forms.Form):
    """Under which node."""

    def __init__(self, pilihan: Sequence[tuple[str, str]], label: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["induk"] = forms.ChoiceField(
            label=label,
            choices=[("", "– pilih –"), *pilihan],
            widget=forms.Select(attrs={"class": "form-select"}),
            error_messages={"invalid_choice": "Pilih dari daftar.", "required": "Pilih dari daftar."},
        )
        self.fields["alasan_tindakan"] = ReasonField()
