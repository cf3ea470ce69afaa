"""Counts of a sentence that names a table, and what that table counts: "2 program dan 11 kegiatan pada Tabel 2.3"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from akuntabel.facts.bilangan_kata import COUNT, read_count
from akuntabel.facts.jumlahan import value_of
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.subjek import normal_name
from akuntabel.facts.tabel import JenisBaris, Tabel

_NAMED = re.compile(r"\btabel\s+(\d+(?:\.\d+)*)")
_COUNTED = re.compile(rf"\b(?P<teks>(?P<n>{COUNT})(?:\s*\([^()]*\))?)\s+(?=(?P<hal>[a-z]+(?:\s+[a-z]+){{0,2}}))")
_PART = re.compile(
    r"(?<!bersumber )(?<!terdiri )(?<!berasal )"
    r"\b(?:dari|di antara|sebagian|lainnya|masing-masing|setiap|per)\b"
)
_TOTAL_HEAD = ("jumlah ", "banyaknya ", "banyak ", "jml ")


@dataclass(frozen=True, slots=True)
class HitunganTabel:
    """A count of things, and the numbers of them that the named table can be said to hold."""

    kalimat: Kalimat
    teks: str
    banyak: int
    hal: str
    tabel: Tabel
    mungkin: tuple[int, ...]


def read_table_counts(sentences: Iterable[Kalimat], tables: Sequence[Tabel]) -> Iterator[HitunganTabel]:
    """Every count whose noun heads a column of the one table that the sentence names."""
    by_name = {t.nama.lower().removeprefix("tabel "): t for t in tables}
    for sentence in sentences:
        named = {n.rstrip(".") for n in _NAMED.findall(sentence.kecil)}
        table = by_name.get(named.pop()) if len(named) == 1 else None
        if table is not None and not table.rows(JenisBaris.KELOMPOK) and not _SOME.search(sentence.kecil):
            yield from _counts(sentence, table)


# Such words say what became of some of them, not how many the table holds.
_SOME = re.compile(
    r"\b(?:mencapai|melampaui|memenuhi|tercapai|belum|tidak|melebihi|meningkat|menurun|naik|turun|selesai|memperoleh"
    r"|berpredikat|masuk|termasuk)\b"
)


def _counts(sentence: Kalimat, table: Tabel) -> Iterator[HitunganTabel]:
    found: list[HitunganTabel] = []
    for match in _COUNTED.finditer(sentence.kecil):
        count = read_count(match["n"])
        words = match["hal"].split()
        for size in range(len(words), 0, -1):
            thing = " ".join(words[:size])
            if ways := _held(table, thing):
                part = bool(_PART.search(sentence.kecil[max(0, match.start() - 20) : match.start()]))
                if count and not part and not any(f.hal == thing for f in found):
                    found.append(HitunganTabel(sentence, match["teks"], count, thing, table, ways))
                break
    yield from (f for f in found if sentence.kecil.count(f" {f.hal}") == 1)  # counted twice: whole and part


def _held(table: Tabel, thing: str) -> tuple[int, ...]:
    """How many of a thing the table holds: the total of a column that counts them, else rows and different rows."""
    for column in table.kolom:
        head = normal_name(column.judul[-1]) if column.judul else ""
        if any(head == f"{word}{thing}" for word in _TOTAL_HEAD):
            totals = [r.sel[column.indeks] for r in table.rows(JenisBaris.JUMLAH) if r.sel[column.indeks].nilai_ada]
            return tuple(int(value_of(c)) for c in totals)
    for column in table.kolom:
        head = normal_name(column.judul[-1]) if column.judul else ""
        if head == thing or head.endswith(f" {thing}"):
            cells = [normal_name(r.sel[column.indeks].teks) for r in table.rows(JenisBaris.ISI)]
            named = [c for c in cells if re.search(r"[a-z]", c)]
            return (len(named), len(set(named))) if named and len(named) == len(cells) else ()
    return ()
