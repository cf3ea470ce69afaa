"""Counts with names that a sentence lists one after the other: "9 orang Pembina, 12 orang Penata Tk. I"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from akuntabel.facts.angka import Angka
from akuntabel.facts.jumlahan import additive, value_of
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.kolom import Peran
from akuntabel.facts.subjek import normal_name
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel


@dataclass(frozen=True, slots=True)
class BanyakBernama:
    """A count of a sentence and its name; `di_depan`: the name stands before it ("Pembina sebanyak 1 orang")."""

    angka: Angka
    nama: str
    kalimat: Kalimat
    di_depan: bool = False


@dataclass(frozen=True, slots=True)
class BarisBernama:
    """A row of a table with its names and its count."""

    nama: tuple[str, ...]
    sel: Sel
    baris: BarisTabel


_UNIT = r"(?:orang|org|unit|buah|orang pegawai)"
_BEHIND = re.compile(rf"\s*{_UNIT}\s+(?P<nama>(?:[Tt][Kk]\.|[^,;.()])+)")
_BEFORE = re.compile(
    r"(?:,|;|:|\bdan\b|\bserta\b|^|\d)\s*(?P<nama>[^,;:.()\d]{3,60}?)\s+(?:sebanyak|sejumlah|berjumlah)\s*$"
)
_AND = re.compile(r"\s+(?:dan|serta)\s*$")
_OF_RANK = re.compile(r"\b(?:tk|tingkat)\b\.?\s*$", re.IGNORECASE)  # "Penata TK 1": no count
_LEAST = 3


def named_counts(sentence: Kalimat) -> tuple[BanyakBernama, ...]:
    """The named counts of a sentence; none where fewer than three are listed."""
    found = tuple(_named(sentence))
    return found if len(found) >= _LEAST else ()


def _named(sentence: Kalimat) -> Iterator[BanyakBernama]:
    end = 0
    numbers = [n for n in sentence.angka if not _OF_RANK.search(sentence.teks[: n.awal])]
    for at, number in enumerate(numbers):
        stop = numbers[at + 1].awal if at + 1 < len(numbers) else len(sentence.teks)
        before = _BEFORE.search(sentence.teks[end : number.awal])
        behind = _BEHIND.match(sentence.teks[number.akhir : stop])
        name = before["nama"] if before else behind["nama"] if behind else ""
        if name and number.nilai is not None and not number.persen and not number.rupiah and not number.desimal:
            yield BanyakBernama(number, _AND.sub("", name).strip(), sentence, bool(before))
        end = number.akhir


def rank_name(name: str) -> str:
    """A name for comparing: tk. and tingkat are one, 1 and I are one, a class in brackets or behind is dropped."""
    text = normal_name(name)
    text = re.sub(r"\btk\b", "tingkat", text)
    text = re.sub(r"\btingkat 1\b", "tingkat i", text)
    return re.sub(r"\s+(?:i{1,3}|iv) [a-e]$", "", text).strip()


def words_of(count: BanyakBernama, row: BarisBernama) -> str:
    """The words of the sentence that name the row; what stands before them is another part of it."""
    ending = max((len(n.split()) for n in row.nama if n and rank_name(count.nama).endswith(f" {n}")), default=0)
    words = count.nama.split()
    classes = len(normal_name(count.nama).split()) - len(rank_name(count.nama).split())
    return " ".join(words[-(ending + min(classes, 1)) :]) if ending else count.nama


def rows_by_name(table: Tabel) -> tuple[BarisBernama, ...]:
    """The rows of a table with the names that may be used for them; names that several rows share are left out."""
    columns = [k for k in table.of(Peran.JUMLAH) if additive(table, k)]
    if len(columns) != 1:
        return ()
    labels = [k.indeks for k in table.of(Peran.URAIAN, Peran.LAIN, Peran.PROGRAM) if k.indeks < columns[0].indeks]
    found = [
        BarisBernama(tuple(_names(row, labels)), row.sel[columns[0].indeks], row)
        for row in table.rows(JenisBaris.ISI)
        if row.sel[columns[0].indeks].nilai_ada
    ]
    counted: dict[str, int] = {}
    for one in found:
        for name in set(one.nama):
            counted[name] = counted.get(name, 0) + 1
    return tuple(BarisBernama(tuple(n for n in r.nama if counted[n] == 1), r.sel, r.baris) for r in found)


def _names(row: BarisTabel, columns: Iterable[int]) -> Iterator[str]:
    texts = [row.sel[c].teks for c in columns if row.sel[c].teks.strip()]
    if texts:
        yield rank_name(texts[0])
        yield rank_name(" ".join(texts))


def same_count(cell: Sel, number: Angka) -> bool:
    """Whether a cell holds a count."""
    return number.nilai is not None and value_of(cell) == number.nilai
