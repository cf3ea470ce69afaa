"""Places and quotes of facts, in the one shape that findings use."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch

from akuntabel.doctree.naskah import Tempat
from akuntabel.facts.capaian_tabel import BarisCapaian
from akuntabel.facts.entri import EntriDaftar
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.identitas import SebutanInstansi
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.pengukuran import BarisPengukuran, NilaiTabel
from akuntabel.facts.pernyataan import Pernyataan
from akuntabel.facts.struktur import AlineaFakta, Judul, Keterangan
from akuntabel.facts.tabel import BarisTabel, Sel, Tabel
from akuntabel.facts.tanda_tangan import Nip
from akuntabel.facts.uang import KlaimUang, TotalUang
from akuntabel.facts.waktu import Hari
from akuntabel.findings import Lokasi, Terkait

_LONGEST = 400


def proof(fact: object, table: Tabel | None = None, kutipan: str | None = None) -> Terkait:
    """The place and quote of a fact. `table` names the table that a row or cell belongs to."""
    quote, place, section, cell = _describe(fact)
    in_sheet = place.lembar is not None and place.unsur is not None
    return Terkait(
        shorten(kutipan if kutipan is not None else quote),
        Lokasi(
            lembar=place.lembar,
            baris=(place.unsur if in_sheet and place.unsur else place.baris,),
            halaman=place.halaman,
            bagian=None if in_sheet else " > ".join(section or (table.bagian if table else ())) or None,
            tabel=table.nama if table and not in_sheet else None,
            sel=cell,
        ),
    )


def proof_of_other(other: Fakta, fact: object, table: Tabel | None = None) -> Terkait:
    """The place and quote of a fact of another document, with the name of its file."""
    made = proof(fact, table)
    return replace(made, lokasi=replace(made.lokasi, berkas=other.naskah.berkas))


def place_text(place: Lokasi) -> str:
    """A place as messages write it: "halaman 12, Tabel 3.9, baris 1005"; with its file where that is named."""
    sheet = f"lembar {place.lembar}" if place.lembar else None
    page = f"halaman {place.halaman}" if place.halaman else None
    line = f"baris {place.baris[0]}" if place.baris else None
    return ", ".join(p for p in (place.berkas, sheet, page, place.tabel, line) if p)


def other_place(other: Fakta, fact: object, table: Tabel | None = None) -> str:
    """Where a fact of another document stands: "pk.pdf, halaman 2, baris 14"."""
    return place_text(replace(proof_of_other(other, fact, table).lokasi, tabel=None))


def shorten(text: str, longest: int = _LONGEST) -> str:
    """A quote of bearable length."""
    body = " ".join(text.split(" "))
    return body if len(body) <= longest else body[: longest - 1].rstrip() + "…"


_Facts = tuple[str, Tempat, tuple[str, ...], str | None]


@singledispatch
def _describe(fact: object) -> _Facts:
    raise TypeError(f"tidak mempunyai tempat: {type(fact).__name__}")


@_describe.register
def _(fact: Sel) -> _Facts:
    return fact.teks or "(kosong)", fact.tempat, (), f"kolom {fact.kolom + 1}"


@_describe.register
def _(fact: BarisTabel) -> _Facts:
    return fact.teks(), fact.tempat, (), None


@_describe.register
def _(fact: NilaiTabel) -> _Facts:
    return fact.baris.teks(), fact.sel.tempat, fact.tabel.bagian, f"kolom {fact.kolom.indeks + 1}"


@_describe.register
def _(fact: BarisPengukuran) -> _Facts:
    return fact.baris.teks(), fact.baris.tempat, fact.tabel.bagian, None


@_describe.register
def _(fact: BarisCapaian) -> _Facts:
    return fact.baris.teks(), fact.baris.tempat, fact.tabel.bagian, None


@_describe.register
def _(fact: Tabel) -> _Facts:
    title = f"{fact.keterangan.cetak} {fact.judul}" if fact.keterangan else "\t".join(k.teks for k in fact.kolom)
    place = fact.keterangan.tempat if fact.keterangan else fact.tempat
    return title, place, fact.bagian, None


@_describe.register
def _(fact: Kalimat) -> _Facts:
    return fact.teks, fact.alinea.tempat, fact.alinea.bagian, None


@_describe.register
def _(fact: Pernyataan) -> _Facts:
    return fact.kalimat.teks, fact.kalimat.alinea.tempat, fact.kalimat.alinea.bagian, None


@_describe.register
def _(fact: KlaimUang) -> _Facts:
    return fact.kalimat.teks, fact.kalimat.alinea.tempat, fact.kalimat.alinea.bagian, None


@_describe.register
def _(fact: TotalUang) -> _Facts:
    words = "jumlah kolom yang dihitung" if fact.dihitung else fact.teks
    return words, Tempat(fact.baris, fact.tabel.tempat.halaman), fact.tabel.bagian, None


@_describe.register
def _(fact: AlineaFakta) -> _Facts:
    return fact.teks, fact.tempat, fact.bagian, None


@_describe.register
def _(fact: Judul) -> _Facts:
    return f"{fact.nomor} {fact.teks}".strip(), fact.tempat, (), None


@_describe.register
def _(fact: Keterangan) -> _Facts:
    return f"{fact.cetak} {fact.judul}".strip(), fact.tempat, (), None


@_describe.register
def _(fact: EntriDaftar) -> _Facts:
    return f"{fact.teks} {fact.halaman}".strip(), fact.tempat, (f"daftar {fact.daftar}",), None


@_describe.register
def _(fact: SebutanInstansi) -> _Facts:
    return fact.kutipan, fact.tempat, (), None


@_describe.register
def _(fact: Nip) -> _Facts:
    return fact.kutipan, fact.tempat, (), None


@_describe.register
def _(fact: Hari) -> _Facts:
    return fact.kutipan, fact.tempat, (), None
