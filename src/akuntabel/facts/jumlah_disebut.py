"""Counts of staff and of assets that sentences state as a whole, and the totals of the tables about them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.facts.angka import Angka
from akuntabel.facts.jenjang import nestings
from akuntabel.facts.jumlahan import additive, value_of
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.kolom import Peran
from akuntabel.facts.peran_angka import roles_of
from akuntabel.facts.tabel import JenisBaris, Tabel


@dataclass(frozen=True, slots=True)
class HalDihitung:
    """A thing that is counted: its name, its words in sentences and in tables, and the units of its counts.

    `kalimat` stands before the number; `sesudah` behind it, where a unit alone ("orang", "unit") names nothing.
    """

    nama: str
    kalimat: re.Pattern[str]
    tabel: re.Pattern[str]
    satuan: tuple[str, ...]
    sesudah: re.Pattern[str]


HAL = (
    HalDihitung(
        "pegawai",
        re.compile(r"\b(?:jumlah|total|didukung(?: oleh)?|memiliki|sebanyak|berjumlah)\b.{0,60}$"),
        re.compile(r"\b(?:pegawai|asn|pns|pppk|aparatur|sdm|sumber daya manusia)\b", re.IGNORECASE),
        ("orang pegawai", "pegawai", "orang asn", "asn", "orang aparatur", "aparatur"),
        re.compile(r"orang\s*,\s*(?:yaitu|yakni|terdiri)\b.{0,30}\b(?:pegawai|pns|asn)\b"),
    ),
    HalDihitung(
        "penduduk",
        re.compile(
            r"\b(?:jumlah|total|banyaknya) penduduk(?:nya)?\b.{0,80}"
            r"\b(?:sebanyak|sebesar|adalah|ialah|mencapai|berjumlah)\s*$"
        ),
        re.compile(r"\bpenduduk\b", re.IGNORECASE),
        ("jiwa", "orang"),
        re.compile(r"(?:jiwa|orang) penduduk\b"),
    ),
    HalDihitung(
        "aset",
        re.compile(
            r"\b(?:aset|barang|inventaris|sarana(?: dan prasarana)?)\b(?:\s+\w+){0,3}\s+"
            r"(?:berjumlah|sebanyak|sejumlah)\s*$"
        ),
        re.compile(r"\b(?:aset|barang|inventaris|sarana|prasarana)\b", re.IGNORECASE),
        ("unit", "buah", "barang"),
        re.compile(r"(?:unit|buah)\s+(?:sarana|barang|aset|inventaris)\b"),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class JumlahDisebut:
    """A count of a sentence."""

    hal: HalDihitung
    angka: Angka
    kalimat: Kalimat


@dataclass(frozen=True, slots=True)
class JumlahTabel:
    """A total of a table: printed, or added from its rows (`dihitung`)."""

    nilai: Decimal
    tabel: Tabel
    dihitung: bool


def read_counts(sentences: Iterable[Kalimat]) -> Iterator[JumlahDisebut]:
    """Counts that sentences state of the whole staff or of all assets."""
    for sentence in sentences:
        for number in roles_of(sentence):
            for thing in HAL:
                if number.angka.nilai and _is_of(thing, number.sebelum, sentence.kecil[number.angka.akhir :]):
                    yield JumlahDisebut(thing, number.angka, sentence)


def _is_of(thing: HalDihitung, before: str, behind: str) -> bool:
    """Whether a number counts the whole of a thing: named with its unit, or named behind a unit."""
    if thing.kalimat.search(before):
        return " ".join(behind.split()[:2]).startswith(thing.satuan) or bool(thing.sesudah.match(behind.lstrip()))
    return bool(_HAS.search(before) and thing.sesudah.match(behind.lstrip()))


_HAS = re.compile(r"\b(?:mempunyai|memiliki|didukung(?: oleh)?|sebanyak|berjumlah)\s*$")


def totals_of(thing: HalDihitung, tables: Iterable[Tabel]) -> Iterator[JumlahTabel]:
    """The totals of the tables about a thing."""
    for table in tables:
        if thing.tabel.search(f"{table.judul} {' '.join(k.teks for k in table.kolom)}"):
            for column in table.of(Peran.JUMLAH):
                if additive(table, column):
                    yield from _of_column(table, column.indeks)


def _of_column(table: Tabel, column: int) -> Iterator[JumlahTabel]:
    printed = [r.sel[column] for r in table.rows(JenisBaris.JUMLAH) if r.sel[column].nilai_ada]
    yield from (JumlahTabel(value_of(c), table, dihitung=False) for c in printed)
    rows = [n for n, r in enumerate(table.baris) if r.jenis is JenisBaris.ISI and r.sel[column].nilai_ada]
    if len(rows) > 1:
        for chosen in dict.fromkeys((tuple(rows), *(w.roots(rows) for w in nestings(table)))):
            yield JumlahTabel(
                sum((value_of(table.baris[n].sel[column]) for n in chosen), Decimal()), table, dihitung=True
            )
