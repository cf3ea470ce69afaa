"""Forms of an entry: a field is read as a cell of a workbook is, by the reader of its kind of value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django import forms

from akuntabel.domain.kolom import JenisKolom, Kolom
from akuntabel.domain.pilihan import JenisNilai, StatusNilai
from akuntabel.paket.teks import cell_text
from akuntabel_web.paket.formulir import KolomField
from akuntabel_web.paket.models import BarisPaket
from akuntabel_web.paket.petakan import columns
from akuntabel_web.ukur.isian import Butir
from akuntabel_web.ukur.tindakan import Nilai

_KIND = {
    JenisNilai.ANGKA: JenisKolom.DESIMAL,
    JenisNilai.RASIO: JenisKolom.DESIMAL,
    JenisNilai.TANGGAL: JenisKolom.TANGGAL,
    JenisNilai.YA_TIDAK: JenisKolom.YA_TIDAK,
}
_STATUS = (
    ("", "tetap"),
    (StatusNilai.SEMENTARA, "sementara"),
    (StatusNilai.BELUM_RILIS, "belum rilis: nilainya belum terbit"),
    (StatusNilai.TIDAK_BERLAKU, "tidak berlaku pada periode ini"),
)
WITHOUT_VALUE = frozenset({StatusNilai.BELUM_RILIS, StatusNilai.TIDAK_BERLAKU})
_LABELS = {
    "nilai": "Realisasi",
    "bukti": "Tautan bukti",
    "keterangan": "Penjelasan",
    "sumber": "Sumber data",
    "tanggal_rilis": "Tanggal rilis",
    "bulan_survei": "Bulan survei",
}
_DIRECT = "Isi bila nilainya diterima jadi, misalnya dari rilis BPS; kosongkan bila dihitung dari komponen di bawah"
_PARTS = ("pembilang", "penyebut")
_REST = ("sumber", "tanggal_rilis", "bulan_survei", "bukti", "keterangan")


class IsianForm(forms.Form):
    """The value of an indicator in a period, or that it is not out yet; its components where the formula has them."""

    def __init__(self, butir: Butir, *args: Any, **kwargs: Any) -> None:
        self.butir = butir
        super().__init__(*args, initial=initial(butir), auto_id="id_%s", **kwargs)
        known = {k.nama: k for k in columns("realisasi")}
        for name, kolom, label in self._value_columns(known):
            self.fields[name] = KolomField("realisasi", kolom)
            self.fields[name].label = label
        kept = butir.realisasi.status if butir.realisasi else None
        more = [(s.value, s.value.replace("_", " ")) for s in StatusNilai if s == kept and s not in dict(_STATUS)]
        self.fields["status"] = forms.ChoiceField(
            label="Keadaan nilai",
            choices=[*_STATUS, *more],
            required=False,
            widget=forms.Select(attrs={"class": "form-select"}),
        )
        for name in _REST:
            self.fields[name] = KolomField("realisasi", known[name])
            self.fields[name].label = _LABELS[name]
        self.fields["keterangan"].help_text = "Wajib bila realisasi tidak mencapai target: sebab dan tindak lanjutnya."

    def _value_columns(self, known: dict[str, Kolom]) -> Iterator[tuple[str, Kolom, str]]:
        """(field, column, label) of what holds the value: the value itself, and what it can be computed from.

        An office that publishes the value, such as BPS, does not always give its components: both ways stay open.
        """
        value = value_column(self.butir.indikator)
        if self.butir.komponen:
            yield "nilai", replace(value, petunjuk=f"{value.petunjuk}. {_DIRECT}"), _LABELS["nilai"]
            for n, (part, _) in enumerate(self.butir.komponen):
                about = f" ({part.satuan})" if part.satuan else ""
                kolom = replace(known["pembilang"], petunjuk=part.penjelasan or "Nilai komponen", contoh="1.234")
                yield f"komponen_{n}", kolom, f"{part.nama}{about}"
            return
        kind = JenisNilai(self.butir.indikator.jenis_nilai)
        yield "nilai", value, _LABELS["nilai"]
        if kind is JenisNilai.RASIO or (self.butir.realisasi and self.butir.realisasi.pembilang is not None):
            for name in _PARTS:
                yield name, known[name], name.capitalize()

    def clean(self) -> dict[str, Any]:
        """A value, or the word that there is none yet: never both, never neither."""
        data = super().clean() or {}
        if self.errors:
            return data
        values = [data.get(n) for n in self.value_names]
        filled = [v for v in values if v is not None]
        if data["status"] in WITHOUT_VALUE:
            if filled:
                self.add_error(
                    "status", "Nilai terisi, padahal keadaannya menyatakan belum ada nilai. Pilih salah satu."
                )
        elif not filled:
            self.add_error(self.value_names[0], "Isi nilainya, atau pilih keadaan “belum rilis”.")
        else:
            self._one_way(data)
        return data

    def _one_way(self, data: dict[str, Any]) -> None:
        if self.butir.komponen:
            components = [n for n in self.value_names if n != "nilai"]
            if data["nilai"] is not None:
                if any(data[n] is not None for n in components):
                    self.add_error("nilai", "Kosongkan bila dihitung dari komponen.")
                return
            for name in components:
                if data[name] is None:
                    self.add_error(name, "Semua komponen harus terisi agar nilainya dapat dihitung.")
            return
        parts = [data.get(n) for n in _PARTS]
        if data.get("nilai") is not None and any(p is not None for p in parts):
            self.add_error("nilai", "Kosongkan bila dihitung dari pembilang dan penyebut.")
        elif data.get("nilai") is None and None in parts:
            self.add_error(_PARTS[parts.index(None)], "Pembilang dan penyebut harus terisi keduanya.")

    @property
    def value_names(self) -> list[str]:
        """The fields that hold the value."""
        return [n for n in self.fields if n in ("nilai", *_PARTS) or n.startswith("komponen_")]

    @property
    def nilai(self) -> Nilai:
        """What was entered, for a valid form."""
        data = self.cleaned_data
        names = [n for n in ("nilai", *_PARTS) if n in self.fields]
        row = {n: data[n] for n in (*names, *_REST)} | {"status": data["status"] or None}
        parts = {k.kode: data[f"komponen_{n}"] for n, (k, _) in enumerate(self.butir.komponen)}
        return Nilai(row, parts)


def value_column(indikator: BarisPaket) -> Kolom:
    """The column of the value, of the kind that the indicator has: text in a number's place is an error."""
    known = next(k for k in columns("realisasi") if k.nama == "nilai")
    kind = _KIND.get(JenisNilai(indikator.jenis_nilai), known.jenis)
    return replace(known, jenis=kind, petunjuk=f"Dalam {indikator.satuan}")


def initial(butir: Butir) -> dict[str, str]:
    """The entry as the form shows it."""
    row = butir.realisasi
    names = ("nilai", *_PARTS, "status", *_REST)
    shown = {n: cell_text(getattr(row, n)) for n in names} if row else {}
    if shown.get("status") == StatusNilai.TETAP:
        shown["status"] = ""
    parts = {f"komponen_{n}": cell_text(v.nilai) for n, (_, v) in enumerate(butir.komponen) if v}
    return shown | parts


class CatatanForm(forms.Form):
    """A note or reason: what the next person must know."""

    catatan = forms.CharField(
        label="Catatan", max_length=1000, widget=forms.Textarea(attrs={"class": "form-control", "rows": 2})
    )


class BuktiForm(forms.Form):
    """A file of evidence."""

    berkas = forms.FileField(
        label="Berkas bukti",
        max_length=255,
        widget=forms.FileInput(attrs={"class": "form-control", "accept": ".pdf,.jpg,.jpeg,.png,.docx,.xlsx"}),
    )
