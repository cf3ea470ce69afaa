"""Sentences that set the own value against that of somebody else in the table beside them.

"lebih rendah 1,25 poin daripada Kabupaten Maju, tetapi lebih tinggi 2,31 poin daripada Kabupaten Makmur": both values
stand only in the table right before or behind the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from akuntabel.facts.angka import Angka
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel

_NEAR = 3  # blocks between the paragraph and its table
_SIDE = re.compile(
    r"\b(?:(?P<atas>lebih (?:tinggi|besar|banyak|baik)|di ?atas|unggul|melampaui)|(?:lebih (?:rendah|kecil|sedikit)"
    r"|di ?bawah|tertinggal))\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\s*(?:poin|persen|%)?(?:\s+persen)?\s+(?:dari(?:pada)?|di ?banding(?:kan)?(?:\s+dengan)?)\s+"
    r"(?P<nama>[A-Z][^,.;:]*?)(?=\s+(?:dan|serta|tetapi|namun|sedangkan)\s+(?:lebih|di|[\d])|[,.;:]|$)"
)
_PLAIN = frozenset({"kabupaten", "kota", "provinsi", "nilai", "rata", "angka", "dan", "yang", "sebesar", "tahun"})


@dataclass(frozen=True, slots=True)
class BandingBaris:
    """A stated distance between the own row of a table and that of somebody else. `atas`: the own value is higher."""

    kalimat: Kalimat
    angka: Angka
    atas: bool
    kata: str
    tabel: Tabel
    sendiri: Sel
    lain: Sel
    nama: str


def read_row_comparisons(
    sentences: Iterable[Kalimat], tables: Sequence[Tabel], own: Sequence[str]
) -> Iterator[BandingBaris]:
    """Every such distance; `own` are the names of the reporting agency and its region, the best one first."""
    for sentence in sentences:
        if not sentence.angka or not _SIDE.search(sentence.teks):
            continue
        near = [t for t in tables if 0 < abs(t.blok - sentence.alinea.blok) <= _NEAR]
        for number in sentence.angka if near else ():
            match = _FROM.match(sentence.teks, number.akhir)
            sides = list(_SIDE.finditer(sentence.teks[: number.awal]))
            if match and sides and number.nilai is not None:
                yield from _in_tables(sentence, number, sides[-1], match["nama"], near, own)


def _in_tables(
    sentence: Kalimat, number: Angka, side: re.Match[str], name: str, near: Sequence[Tabel], own: Sequence[str]
) -> Iterator[BandingBaris]:
    for table in near:
        rows, column = table.rows(JenisBaris.ISI), _values(table)
        mine = next((r for n in own if (r := _row(rows, n))), None)
        other = _row([r for r in rows if r is not mine], name)
        if column is not None and mine and other:
            cells = mine.sel[column], other.sel[column]
            yield BandingBaris(sentence, number, bool(side["atas"]), side[0], table, *cells, name)
            return


def _values(table: Tabel) -> int | None:
    """The one column whose every row has a number with decimals."""
    rows = table.rows(JenisBaris.ISI)
    filled = [
        k.indeks for k in table.kolom
        if len(rows) > 1 and all((c := r.sel[k.indeks]).nilai_ada and c.angka and c.angka.desimal for r in rows)
    ]  # fmt: skip
    return filled[0] if len(filled) == 1 else None


def _row(rows: Sequence[BarisTabel], name: str) -> BarisTabel | None:
    """The one row whose label holds every telling word of a name."""
    words = {w for w in re.findall(r"\w+", name.lower()) if w not in _PLAIN and not w.isdecimal()}
    found = [r for r in rows if words and words <= set(re.findall(r"\w+", r.teks().lower()))]
    return found[0] if len(found) == 1 else None
