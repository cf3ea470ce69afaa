"""Scales that a document prints: classes with their intervals, in tables, in heads of tables, and in lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import takewhile

from akuntabel.doctree.naskah import Tempat
from akuntabel.facts.angka import JenisIsi
from akuntabel.facts.kalimat import split_sentences
from akuntabel.facts.pola import clean
from akuntabel.facts.rentang import Rentang, find_range, parse_range
from akuntabel.facts.struktur import AlineaFakta, PeranAlinea
from akuntabel.facts.tabel import BarisTabel, Tabel


class UkuranSkala(StrEnum):
    """What a scale measures."""

    CAPAIAN = "capaian"
    SKM = "skm"
    AKIP = "akip"
    ANGGARAN = "anggaran"


@dataclass(frozen=True, slots=True)
class KelasTertulis:
    """A class with its interval and the row, paragraph or table that prints it."""

    nama: str
    rentang: Rentang
    asal: BarisTabel | AlineaFakta | Tabel
    tempat: Tempat


@dataclass(frozen=True, slots=True)
class SkalaTertulis:
    """A printed scale, its classes from the lowest. `utama`: its intervals are those of the measured value itself."""

    kelas: tuple[KelasTertulis, ...]
    sumber: Tabel | AlineaFakta
    ukuran: UkuranSkala
    utama: bool = True

    def has(self, word: str) -> bool:
        """Whether a class of this name is on the scale."""
        return any(normal_class(k.nama) == normal_class(word) for k in self.kelas)

    def holds(self, value: Decimal) -> bool:
        """Whether a class holds the value as it stands, or it lies beyond the ends."""
        inside = any(k.rentang.holds(value) for k in self.kelas)
        return inside or any(_beyond(k, value, self) for k in (self.kelas[0], self.kelas[-1]))

    def classes_of(self, value: Decimal) -> tuple[str, ...]:
        """The names that a value may have: rounded to the places of the scale or cut; beyond the ends, the end."""
        inside = [k for k in self.kelas if any(k.rentang.holds(v) for v in (value, *_at_places(value, k.rentang)))]
        if inside:
            return tuple(normal_class(k.nama) for k in inside)
        ends = [k for k in (self.kelas[0], self.kelas[-1]) if _beyond(k, value, self)]
        return tuple(normal_class(k.nama) for k in ends)


def _at_places(value: Decimal, rentang: Rentang) -> tuple[Decimal, Decimal]:
    step = Decimal(1).scaleb(-rentang.desimal)
    floor = (value / step).to_integral_value("ROUND_FLOOR") * step
    return floor, floor + step if value - floor >= step / 2 else floor


def _beyond(found: KelasTertulis, value: Decimal, scale: SkalaTertulis) -> bool:
    first, last = scale.kelas[0], scale.kelas[-1]
    below = found is first and first.rentang.bawah is not None and value < first.rentang.bawah
    return below or (found is last and last.rentang.atas is not None and value > last.rentang.atas)


_CLASS = (
    r"(?:(?:sangat|amat|cukup|kurang|tidak|agak|belum)\s+)?(?:baik|tinggi|memuaskan|berhasil|kurang|rendah|buruk|cukup"
    r"|sedang|efektif|efisien|istimewa|memadai)(?:\s+(?:sekali|baik|memuaskan|berhasil))?|istimewa|butuh perbaikan"
    r"|merah|kuning|hijau|gagal"
)
_CLASS_CELL = re.compile(rf"(?:[a-z]{{1,2}}\s*[(/=-]?\s*)?({_CLASS})\)?(?:\s*\(.*\))?", re.IGNORECASE)
CLASS_WORD = re.compile(rf"\b({_CLASS})\b", re.IGNORECASE)
_LOW = re.compile(r"\b(?:min(?:imal|imum)?|terendah|batas bawah|dari)\b", re.IGNORECASE)
_HIGH = re.compile(r"\b(?:ma(?:ks|x)(?:imal|imum)?|tertinggi|batas atas|sampai)\b", re.IGNORECASE)
_ABOUT = (
    (UkuranSkala.SKM, re.compile(r"kepuasan|\bskm\b|\bikm\b|\bmutu\b|unsur|\bnik?\b|interval konversi", re.IGNORECASE)),
    (UkuranSkala.AKIP, re.compile(r"\bs?akip\b|akuntabilitas kinerja instansi", re.IGNORECASE)),
    (UkuranSkala.ANGGARAN, re.compile(r"serapan|penyerapan|anggaran|efisiensi|keuangan", re.IGNORECASE)),
)
_LEAST = 3


def normal_class(name: str) -> str:
    """A class name for comparing: lower case, without brackets and letters of grade."""
    match = CLASS_WORD.search(re.sub(r"\([^()]*\)", " ", name))
    return " ".join((match[1] if match else name).lower().split())


def read_scales(tables: Iterable[Tabel], paragraphs: Sequence[AlineaFakta]) -> tuple[SkalaTertulis, ...]:
    """Every scale with at least three classes that a document prints."""
    told = (s for t in tables for s in (*_of_rows(t), *_of_heads(t)))
    return (*told, *_of_paragraphs(paragraphs))


def _about(text: str) -> UkuranSkala:
    return next((u for u, pattern in _ABOUT if pattern.search(text)), UkuranSkala.CAPAIAN)


def _table_about(table: Tabel) -> UkuranSkala:
    heads = " ".join(k.teks for k in table.kolom)
    found = _about(f"{table.judul} {heads}")
    return found if found is not UkuranSkala.CAPAIAN else _about(table.pengantar)


def _scale(
    classes: Iterable[KelasTertulis], source: Tabel | AlineaFakta, about: UkuranSkala, main: bool = True
) -> Iterator[SkalaTertulis]:
    listed = sorted(classes, key=lambda k: (k.rentang.bawah is not None, k.rentang.bawah or Decimal(0)))
    if len({normal_class(k.nama) for k in listed}) >= _LEAST:
        yield SkalaTertulis(tuple(listed), source, about, main)


def _of_rows(table: Tabel) -> Iterator[SkalaTertulis]:
    """A class in each row, with an interval in one cell or its ends in two."""
    rows = [r for r in table.baris if any(c.jenis is not JenisIsi.KOSONG for c in r.sel)]
    names = _class_column(rows, len(table.kolom))
    if names is None:
        return
    main = True
    for column in range(len(table.kolom)):
        found = [(r, parse_range(r.sel[column].teks, point=True)) for r in rows]
        spans = sum(p is not None and (p.bawah != p.atas) for _, p in found)
        if column != names and spans >= 2 and 3 * sum(p is not None for _, p in found) >= 2 * len(rows):
            classes = [KelasTertulis(clean(r.sel[names].teks), p, r, r.tempat) for r, p in found if p]
            yield from _scale(classes, table, _table_about(table), main)
            main = False
    ends = _end_columns(table)
    if ends:
        pairs = [(r, r.sel[ends[0]], r.sel[ends[1]]) for r in rows]
        classes = [
            KelasTertulis(clean(r.sel[names].teks), Rentang(a.angka.nilai, b.angka.nilai), r, r.tempat)
            for r, a, b in pairs
            if a.angka and b.angka and a.angka.nilai is not None and b.angka.nilai is not None
        ]
        yield from _scale(classes, table, _table_about(table), main)


def _class_column(rows: Sequence[BarisTabel], width: int) -> int | None:
    for column in range(width):
        cells = [clean(r.sel[column].teks) for r in rows]
        named = sum(bool(_CLASS_CELL.fullmatch(c)) for c in cells)
        if len(rows) >= _LEAST and 3 * named >= 2 * len(rows) and len({c.lower() for c in cells}) == len(cells):
            return column
    return None


def _end_columns(table: Tabel) -> tuple[int, int] | None:
    low = next((k.indeks for k in table.kolom if k.judul and _LOW.search(k.judul[-1])), None)
    high = next((k.indeks for k in table.kolom if k.judul and _HIGH.search(k.judul[-1])), None)
    return (low, high) if low is not None and high is not None and low != high else None


def class_heads(table: Tabel) -> dict[int, tuple[str, Rentang | None]]:
    """Columns whose head is a class, with its interval where the head prints one."""
    found: dict[int, tuple[str, Rentang | None]] = {}
    for column in table.kolom:
        head = clean(column.judul[-1]) if column.judul else ""
        match = CLASS_WORD.match(head)
        if match and len(head) < 60 and (len(head) == match.end() or not head[match.end()].isalpha()):
            rest = find_range(head[match.end() :])
            if rest or _CLASS_CELL.fullmatch(head):
                found[column.indeks] = (match[1], rest[0] if rest else None)
    return found if len(found) >= _LEAST else {}


def _of_heads(table: Tabel) -> Iterator[SkalaTertulis]:
    heads = class_heads(table)
    classes = [KelasTertulis(name, r, table, table.tempat) for name, r in heads.values() if r]
    yield from _scale(classes, table, _table_about(table))


def _of_paragraphs(paragraphs: Sequence[AlineaFakta]) -> Iterator[SkalaTertulis]:
    """Short paragraphs behind each other that each name one class and one interval."""
    run: list[KelasTertulis] = []
    start = 0
    for at, paragraph in enumerate(paragraphs):
        yield from _of_sentence(paragraph)
        found = _item(paragraph)
        if found:
            start = start if run else at
            run.append(found)
        elif run:
            yield from _finish(run, paragraphs, start)
            run = []
    yield from _finish(run, paragraphs, start)


def _finish(run: list[KelasTertulis], paragraphs: Sequence[AlineaFakta], start: int) -> Iterator[SkalaTertulis]:
    if run:
        before = paragraphs[start - 1].teks if start else ""
        yield from _scale(run, paragraphs[start], _about(before))


_PARTS = re.compile(r";|,(?!\d)|\bdan\s+(?=[<>≤≥]|\d)")
_SAID = re.compile(r"\b(?:dengan|predikat|kategori|kriteria|nilai|capaian|kinerja|bernilai|berpredikat)\b")


def _of_sentence(paragraph: AlineaFakta) -> Iterator[SkalaTertulis]:
    """A sentence that lists its classes: "Sangat Baik lebih dari 100; Baik 85 sampai 100; dan ..."."""
    for sentence in split_sentences(clean(paragraph.teks)):
        before, _, listed = sentence.rpartition(":")
        parts = [p for p in _PARTS.split(listed) if p.strip()]
        found = [c for c in takewhile(bool, (_class_in(p.strip(), paragraph) for p in parts)) if c]
        if len(found) == len(parts):
            yield from _scale(found, paragraph, _about(before))


def _item(paragraph: AlineaFakta) -> KelasTertulis | None:
    text = clean(paragraph.isi)
    return _class_in(text, paragraph) if paragraph.peran in (PeranAlinea.BUTIR, PeranAlinea.ISI) else None


def _class_in(text: str, paragraph: AlineaFakta) -> KelasTertulis | None:
    """The one class with its one interval that a short text names."""
    if len(text) > 90 or not CLASS_WORD.search(text):
        return None
    found = find_range(text)
    rest = f"{text[: found[1][0]]} | {text[found[1][1] :]}" if found else ""
    names = CLASS_WORD.findall(rest)
    if len(names) != 1 or not found:
        return None
    words = re.findall(r"[a-z]{3,}", _SAID.sub(" ", rest.lower().replace(names[0].lower(), " ")))
    return KelasTertulis(names[0], found[0], paragraph, paragraph.tempat) if len(words) <= 4 else None
