"""Headings of the body as a list of contents names them: number, title, chapter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from akuntabel.facts.daftar_butir import item_number
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.penomoran_judul import SalahNomor, chapter_value
from akuntabel.facts.struktur import AlineaFakta, JenisJudul, Judul, PeranAlinea
from akuntabel.review.bukti import shorten

_LONGEST = 180  # characters of a list item that may be a heading


@dataclass(frozen=True, slots=True)
class Kepala:
    """A heading, or a short item that may be one. `nomor` is the number that is due where a wrong one stands."""

    nomor: str
    judul: str
    bab: int
    asal: Judul | AlineaFakta
    kepala_bab: bool = False

    @property
    def judul_pasti(self) -> bool:
        """Whether it is a heading and not a paragraph that may be one."""
        return isinstance(self.asal, Judul)

    @property
    def cetak(self) -> str:
        """Number and title as printed."""
        printed = f"{self.asal.nomor} {self.judul}".strip() if isinstance(self.asal, Judul) else self.asal.teks
        return shorten(printed, 160)


def heads_of(fakta: Fakta) -> list[Kepala]:
    """All headings in order, and short numbered items behind them."""
    return [*_headings(fakta), *_items(fakta)]


def _headings(fakta: Fakta) -> Iterator[Kepala]:
    chapter_of = {fact.blok: chapter_value(fact.bab) for fact in fakta.struktur.alinea}
    due = {n.judul.blok: n.seharusnya for n in fakta.nomor_judul if n.salah is not SalahNomor.LONCAT}
    for heading in fakta.struktur.judul:
        chapter = heading.jenis is JenisJudul.BAB
        number = due.get(heading.blok, heading.nomor.removeprefix("BAB").strip(" ."))
        yield Kepala(number, heading.teks or number, chapter_of.get(heading.blok, 0), heading, chapter)


def _items(fakta: Fakta) -> Iterator[Kepala]:
    for fact in fakta.struktur.alinea:
        if fact.peran in (PeranAlinea.BUTIR, PeranAlinea.ISI) and len(fact.teks) < _LONGEST:
            yield Kepala(item_number(fact), fact.isi, chapter_value(fact.bab), fact)
