"""Entries of the lists of contents, tables and pictures: number, title, page, chapter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from akuntabel.facts.entri import EntriDaftar
from akuntabel.facts.penomoran_judul import chapter_value
from akuntabel.facts.struktur import Struktur, is_front, read_caption

_CHAPTER = re.compile(r"BAB\s+(?P<nomor>[IVX]+|\d{1,2})\b[\s.:–-]*(?P<judul>.*)", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?P<nomor>\d{1,2}(?:\s*\.\s*\d{1,2})+|\d{1,2}|[A-Z]|[a-z]|[IVX]{1,4})(?:[.)]|(?<=\d)(?=\s))\s*(?P<judul>\S.*)"
)
_ROMAN_PAGE = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class Entri:
    """An entry of a list. `nomor` without the word before it ("2.1", "II"); `bab` the chapter that it belongs to."""

    daftar: str
    nomor: str
    judul: str
    bab: int
    halaman: int | None
    asal: EntriDaftar
    kepala_bab: bool = False


def read_entries(struktur: Struktur) -> tuple[Entri, ...]:
    """All entries in order; an entry that goes on in the next line is one."""
    made: list[Entri] = []
    bab = 0
    for entry in _joined(struktur.entri):
        item = _isi(entry, bab) if entry.daftar == "isi" else _keterangan(entry)
        bab = item.bab if entry.daftar == "isi" else 0
        made.append(item)
    return tuple(made)


def _joined(entries: tuple[EntriDaftar, ...]) -> Iterator[EntriDaftar]:
    held: EntriDaftar | None = None
    paged = {e.daftar for e in entries if e.halaman}
    for entry in entries:
        known = entry.daftar in paged or entry.daftar != "isi"
        if held and known and held.daftar == entry.daftar and _goes_on(held, entry):
            held = replace(held, teks=f"{held.teks} {entry.teks}", halaman=entry.halaman)
            continue
        if held:
            yield held
        held = entry
    if held:
        yield held


def _goes_on(before: EntriDaftar, entry: EntriDaftar) -> bool:
    if before.halaman or before.tempat.baris == entry.tempat.baris or before.blok == entry.blok:
        return False
    if entry.daftar == "isi":
        numbered = _CHAPTER.match(entry.teks) or _NUMBER.match(entry.teks) or is_front(entry.teks)
        appendix = entry.teks.upper().startswith("LAMPIRAN")
        return not numbered and not appendix and not _CHAPTER.match(before.teks)
    return read_caption(entry.teks) is None


def _isi(entry: EntriDaftar, bab: int) -> Entri:
    text = entry.teks
    made = Entri("isi", "", text, bab, page_value(entry.halaman), entry)
    if match := _CHAPTER.fullmatch(text):
        return replace(
            made, nomor=match["nomor"], judul=match["judul"], bab=chapter_value(match["nomor"]), kepala_bab=True
        )
    if is_front(text) or text.upper().startswith("LAMPIRAN"):
        return replace(made, bab=0)
    if match := _NUMBER.fullmatch(text):
        return replace(made, nomor=re.sub(r"\s", "", match["nomor"]), judul=match["judul"])
    return made


def _keterangan(entry: EntriDaftar) -> Entri:
    caption = read_caption(entry.teks)
    number, title = (caption[1], caption[2]) if caption else ("", entry.teks)
    head = number.split(".")[0]
    return Entri(entry.daftar, number, title, chapter_value(head) if head else 0, page_value(entry.halaman), entry)


def page_value(text: str) -> int | None:
    """A page as a number; Roman pages of the front count below zero, so that they stand before page 1."""
    if text.isdecimal():
        return int(text)
    values = [_ROMAN_PAGE.get(ch, 0) for ch in text.lower()]
    if not values or 0 in values:
        return None
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values)) - 1000
