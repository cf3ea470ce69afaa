"""The form of a row, made from the contract: a field is read as a cell of a workbook is, by the same reader."""

from __future__ import annotations

from typing import Any

from django import forms
from pydantic import ValidationError

from akuntabel.domain.kolom import JenisKolom, Kolom
from akuntabel.domain.paket import TABEL
from akuntabel.grid.batas import BAKU
from akuntabel.grid.sheet import RawCell, Sheet
from akuntabel.ingest.sel import read_cell
from akuntabel.paket.teks import cell_text
from akuntabel_web.inti.formulir import ReasonField
from akuntabel_web.inti.teks import title
from akuntabel_web.paket.models import BarisPaket
from akuntabel_web.paket.petakan import columns, values_of

DOUBTFUL = frozenset({"DATA-22", "DATA-23"})  # a person can be asked at once which reading is meant
_NUMBERS = frozenset({JenisKolom.DESIMAL, JenisKolom.UANG})
_WHOLE = frozenset({JenisKolom.BULAT, JenisKolom.TAHUN, JenisKolom.NIP})


class KolomField(forms.CharField):
    """A field of a column: its text is read as a cell of a workbook is."""

    def __init__(self, tabel: str, kolom: Kolom) -> None:
        self.tabel, self.kolom = tabel, kolom
        super().__init__(
            label=title(kolom.nama),
            required=kolom.wajib,
            help_text=_help(kolom),
            max_length=BAKU.panjang_sel,
            widget=_widget(kolom),
        )

    def clean(self, value: Any) -> Any:
        """The value of the contract, or what is wrong and what to write instead."""
        text = str(super().clean(value)).replace("\r\n", "\n")
        if not text.strip():
            return None
        sheet = Sheet(self.tabel, self.tabel)
        key = self.kolom.nama in TABEL[self.tabel].KUNCI
        read, notes = read_cell(sheet, RawCell(text, text, 1, 1), self.kolom, key=key)
        wrong = [n for n in notes if n.kode in DOUBTFUL or read is None]
        if wrong:
            place = sheet.place(1, self.kolom.nama) + ": "
            raise forms.ValidationError(
                [n.pesan.removeprefix(place).replace(", baris ini tidak dipakai", "") for n in wrong]
            )
        if read == "" and self.required:
            raise forms.ValidationError(self.error_messages["required"])
        return None if read == "" else read


class BarisForm(forms.Form):
    """A row of a table with the reason of the change."""

    def __init__(
        self, tabel: str, *args: Any, baris: BarisPaket | None = None, beralasan: bool = False, **kwargs: Any
    ) -> None:
        self.tabel = tabel
        initial = {k.nama: cell_text(getattr(baris, k.nama)) for k in columns(tabel)} if baris else {}
        super().__init__(*args, initial=initial | kwargs.pop("initial", {}), auto_id="id_%s", **kwargs)
        for kolom in columns(tabel):
            self.fields[kolom.nama] = KolomField(tabel, kolom)
        self.fields["alasan_tindakan"] = ReasonField(required=beralasan)

    def clean(self) -> dict[str, Any]:
        """What the contract itself refuses becomes an error of its field."""
        values = super().clean() or {}
        if not self.errors:
            rows = {k.nama: values[k.nama] for k in columns(self.tabel)}
            try:
                self.baris = TABEL[self.tabel](**rows)
            except ValidationError as error:
                for problem in error.errors():
                    name = str(problem["loc"][0]) if problem["loc"] else None
                    self.add_error(name if name in self.fields else None, "Isian ini tidak memenuhi syarat kolom.")
        return values

    @property
    def values(self) -> dict[str, Any]:
        """The columns as the database holds them; for a valid form."""
        return values_of(self.tabel, self.baris)


class UnggahForm(forms.Form):
    """A workbook to import."""

    berkas = forms.FileField(
        label="Buku kerja (.xlsx)",
        help_text="Buku kerja paket data, misalnya hasil unduhan dari halaman ini.",
        widget=forms.FileInput(attrs={"class": "form-control", "accept": ".xlsx"}),
    )


def _help(kolom: Kolom) -> str:
    example = f" Contoh: {kolom.contoh}" if kolom.contoh and not kolom.pilihan else ""
    return f"{kolom.petunjuk}.{example}"


def _widget(kolom: Kolom) -> forms.Widget:
    choices = kolom.pilihan or (("ya", "tidak") if kolom.jenis is JenisKolom.YA_TIDAK else ())
    if choices:
        return forms.Select(attrs={"class": "form-select"}, choices=[("", "– pilih –"), *((c, c) for c in choices)])
    attrs = {"class": "form-control", "autocomplete": "off"}
    if kolom.jenis is JenisKolom.TEKS_PANJANG:
        return forms.Textarea(attrs=attrs | {"rows": 3})
    if kolom.jenis is JenisKolom.TANGGAL:
        return forms.DateInput(attrs=attrs | {"type": "date"}, format="%Y-%m-%d")
    if kolom.jenis in _NUMBERS | _WHOLE:
        attrs["inputmode"] = "decimal" if kolom.jenis in _NUMBERS else "numeric"
    if kolom.acuan:
        attrs["list"] = f"pilihan_{kolom.nama}"
    return forms.TextInput(attrs=attrs)
