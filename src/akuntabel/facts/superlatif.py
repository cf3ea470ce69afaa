"""What sentences call the most or the least of a table: "kecamatan dengan taman baca terbanyak ialah Selatan"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from akuntabel.facts.angka import Angka, JenisIsi
from akuntabel.facts.jumlahan import is_sum_of
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.kolom import Peran
from akuntabel.facts.subjek import bare_name, mentions
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel


@dataclass(frozen=True, slots=True)
class Superlatif:
    """A claim: the word, whether it is of the most, the words that name the thing, and the value."""

    kata: str
    terbesar: bool
    nama: str
    angka: Angka
    kalimat: Kalimat


@dataclass(frozen=True, slots=True)
class SelUrut:
    """The cell that a claim is about, and the cell that is the most or the least of its column."""

    tabel: Tabel
    baris: BarisTabel
    sel: Sel
    ujung: BarisTabel
    nilai: Sel


_CLAIM = re.compile(
    r"\b(?P<kata>(?P<atas>terbanyak|tertinggi|terbesar|terluas|paling (?:banyak|tinggi|besar|luas))"
    r"|terendah|terkecil|tersedikit|paling (?:sedikit|rendah|kecil))\b(?P<antara>[^.;\d]{0,50}?)"
    r"\b(?:ialah|adalah|yaitu|yakni|(?:terdapat|berada|ada|terjadi) (?:pada|di)|dicapai(?: oleh)?|diperoleh|dimiliki)"
    r"\s+(?P<nama>[^.;\d]{3,100}?)\s*(?:\(|,|\b(?:dengan|sebanyak|sebesar|sejumlah|yaitu|yakni|mencapai|nilai)\b)"
    r"[^.;\d]{0,30}$",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"\b(?:kedua|ketiga|keempat|setelah|sesudah|selain|kecuali|di ?antara|kelompok|kategori|masing-masing|berturut)",
    re.IGNORECASE,
)
_CODE = re.compile(r"^\s*\(?[A-Z]\d{1,2}\)?[\s.:-]+")  # "U9 Sarana dan Prasarana"
_OF_ALL = re.compile(r"\b(?:skm|ikm|rata-rata|rerata|jumlah|total|keseluruhan)\b", re.IGNORECASE)
_LEAST = 3


def read_superlatives(sentences: Iterable[Kalimat]) -> tuple[Superlatif, ...]:
    """Every claim that names one thing and gives its value."""
    return tuple(c for s in sentences if s.angka and not _PART_OF.search(s.teks) for c in _sentence(s))


def _sentence(sentence: Kalimat) -> Iterator[Superlatif]:
    start = 0
    for number in sentence.angka:
        match = _CLAIM.search(sentence.teks[start : number.awal])
        start = number.akhir
        if match and number.nilai is not None:
            yield Superlatif(match["kata"].lower(), bool(match["atas"]), match["nama"], number, sentence)


def places_of(claim: Superlatif, tables: Iterable[Tabel]) -> Iterator[SelUrut]:
    """The cells of tables that hold the claimed value in a row of that name."""
    for table in tables:
        rows = tuple(r for r in table.rows(JenisBaris.ISI) if not _OF_ALL.search(r.label))
        named = [r for r in rows if _names(claim.nama, r)]
        longest = max((len(bare_name(r.label)) for r in named), default=0)
        named = [r for r in named if len(bare_name(r.label)) == longest]
        if len(named) == 1 and not table.rows(JenisBaris.KELOMPOK):
            yield from _in_row(claim, table, named[0], rows)


def _names(name: str, row: BarisTabel) -> bool:
    label = _CODE.sub("", row.label)
    return len(bare_name(label)) >= _LEAST and mentions(name, label)


def _in_row(claim: Superlatif, table: Tabel, row: BarisTabel, rows: tuple[BarisTabel, ...]) -> Iterator[SelUrut]:
    for column in table.kolom:
        cell = row.sel[column.indeks]
        if column.peran in (Peran.NOMOR, Peran.KODE) or _value(cell) != claim.angka.nilai:
            continue
        filled = [r for r in rows if r.sel[column.indeks].jenis is JenisIsi.ANGKA and r.sel[column.indeks].nilai_ada]
        if len(filled) < _LEAST or len(filled) < len(rows):
            continue
        pick = max if claim.terbesar else min
        values = [_value(r.sel[column.indeks]) or Decimal(0) for r in filled]
        end = filled[values.index(pick(values))]
        if is_sum_of(end, filled) or _is_parent(values, values.index(pick(values))):
            continue
        yield SelUrut(table, row, cell, end, end.sel[column.indeks])


def _is_parent(values: Sequence[Decimal], at: int) -> bool:
    """Whether a value is the sum of two or more right behind it: a heading row with its parts."""
    sums = list(accumulate(values[at + 1 :]))
    return values[at] in sums[1:]


def _value(cell: Sel) -> Decimal | None:
    return cell.angka.nilai if cell.angka else None
