"""Numbered items of lists and single-letter headings, each with its step in the sequence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.pola import clean
from akuntabel.facts.struktur import AlineaFakta, JenisJudul, PeranAlinea, Struktur
from akuntabel.facts.urutan import Bernomor, Nomor, Urutan, follow, read_number

_PRINTED = re.compile(r"[-•●○◦▪➢*\s]*(?P<mark>\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{2,5})[.)]{1,2})(?=\s|$)")
_BEHIND = re.compile(r"(?<=\s)(?P<mark>\(?(?:\d{1,2}|[a-z])[.)]{1,2})\s+[A-Z]")
_RUN_IN = re.compile(r"[;.]\s+(?P<mark>\(?(?:\d{1,2}|[a-z])[.)]{1,2})\s+[A-Z]")
_SECTIONS = (JenisJudul.BAB, JenisJudul.LAMPIRAN, JenisJudul.BERTINGKAT)


def read_items(struktur: Struktur) -> tuple[Urutan[AlineaFakta], ...]:
    """Every numbered item in order; runs end at chapters and at headings with dotted numbers."""
    return tuple(follow(_numbered(struktur)))


def _numbered(struktur: Struktur) -> Iterator[Bernomor[AlineaFakta] | None]:
    headings = {j.blok: j for j in struktur.judul}
    bab = ""
    for fact in struktur.alinea:
        heading = headings.get(fact.blok)
        if fact.bab != bab or (heading and (heading.jenis in _SECTIONS or heading.nomor == "A.")):
            bab = fact.bab
            yield None
        if fact.peran in (PeranAlinea.BUTIR, PeranAlinea.JUDUL) and (numbers := read_number(printed_mark(fact))):
            yield Bernomor(fact, numbers, _inside(fact, numbers[0]))


def printed_mark(fact: AlineaFakta) -> str:
    """The number at the head of a paragraph as printed, without bullets: "h." or "(2)"; empty when there is none."""
    match = _PRINTED.match(clean(fact.teks))
    return match["mark"] if match else ""


def run_in(fact: AlineaFakta, own: Nomor) -> tuple[tuple[str, Nomor], ...]:
    """Further items inside an item, one or two ahead of it: "...Barang; h. Penyusunan" in item f; mark and number."""
    found = ((m["mark"], n) for m in _RUN_IN.finditer(clean(fact.teks)) for n in read_number(m["mark"]))
    return tuple((mark, n) for mark, n in found if n.jenis == own.jenis and 0 < n.nilai - own.nilai <= 2)


def _inside(fact: AlineaFakta, own: Nomor) -> tuple[int, ...]:
    """The numbers of further items in the text of an item, also without a mark before them: "... 3. Cuti 4. Pensiun".

    Those count only in an unbroken run that begins right behind the item's own number.
    """
    told = {n.nilai for _, n in run_in(fact, own)}
    due = own.nilai + 1
    for match in _BEHIND.finditer(clean(fact.teks)):
        for number in read_number(match["mark"]):
            if number.bentuk == own.bentuk and number.nilai == due:
                told.add(due)
                due += 1
                break
    return tuple(sorted(told))


def item_number(fact: AlineaFakta) -> str:
    """The number of an item as sentences name it: "h", "(2)", "2)"."""
    return printed_mark(fact).rstrip(".")
