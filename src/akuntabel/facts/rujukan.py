"""Cross-references to tables, pictures and chapters, and sentences that announce what must follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from akuntabel.facts.pola import clean
from akuntabel.facts.struktur import AlineaFakta, PeranAlinea, Struktur

_REFERENCE = re.compile(
    r"\b(?P<jenis>tabel|gambar|grafik|diagram|bagan|lampiran|bab)\s*(?:nomor\s*|no\.?\s*)?"
    r"(?P<nomor>(?:[IVX]{1,4}|\d{1,2})(?:\s?[.-]\s?\d{1,2}){0,3}(?![\w%]))"
    r"(?P<arah>\s*(?:di ?atas|di ?bawah(?: ini)?|berikut(?: ini)?|tersebut)?)",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\b(?:peraturan|permen\w*|undang-undang|perda|perwal|perbup|pergub|keputusan|renstra|rpjmd|lampiran (?:i|ii|iii)\b"
    r"|dokumen|renja|rkpd|perjanjian kinerja)\b.{0,60}$",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"\b(?:sebagai(?:mana)? berikut|berikut(?: ini)?|di ?bawah ini|di ?bawah)\s*(?:ini)?\s*[:.]?\s*$", re.IGNORECASE
)
_THING = re.compile(r"\b(tabel|gambar|grafik|diagram|bagan|matriks?|struktur|foto|peta)\b", re.IGNORECASE)
_LEAD = 60  # characters before the announcing words in which the thing is named
_BACKWARD = re.compile(
    r"\b(?:tabel|gambar|grafik|data|matriks?|uraian|hal)\b[^.]{0,25}?\b(?:di ?atas|tersebut)\b", re.IGNORECASE
)
_FORWARD = re.compile(r"\b(?:berikut|di ?bawah|tabel|grafik|gambar|matriks?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A reference by number. `arah` is "atas", "bawah" or empty."""

    jenis: str
    nomor: str
    cetak: str
    arah: str
    alinea: AlineaFakta


@dataclass(frozen=True, slots=True)
class Pengumuman:
    """A paragraph that ends by announcing something; `benda` is tabel, gambar, daftar or empty."""

    benda: str
    alinea: AlineaFakta


def read_references(struktur: Struktur) -> tuple[Rujukan, ...]:
    """References of running text to the parts of this document."""
    own = frozenset((k.jenis.lower(), k.nomor) for k in struktur.keterangan)
    return tuple(r for fact in struktur.alinea if _speaks(fact) for r in _references(fact, own))


def _speaks(fact: AlineaFakta) -> bool:
    return fact.peran in (PeranAlinea.ISI, PeranAlinea.BUTIR, PeranAlinea.JUDUL)


def _references(fact: AlineaFakta, own: frozenset[tuple[str, str]]) -> Iterator[Rujukan]:
    """`own` are the captions of this document: what has one is no part of another document."""
    text = clean(fact.teks)
    for match in _REFERENCE.finditer(text):
        if fact.peran is PeranAlinea.JUDUL and match.start() == 0:
            continue
        number = re.sub(r"\s", "", match["nomor"]).replace("-", ".")
        known = (match["jenis"].lower(), number) in own
        if not known and _OF_ANOTHER.search(text[: match.start()]) and not match["arah"].strip():
            continue
        way = match["arah"].lower().replace(" ", "")
        direction = "atas" if "atas" in way else "bawah" if way.startswith(("dibawah", "berikut")) else ""
        yield Rujukan(match["jenis"].lower(), number, match[0].strip(), direction, fact)


def read_announcements(struktur: Struktur) -> tuple[Pengumuman, ...]:
    """Paragraphs that end with "sebagai berikut:", "dapat dilihat pada tabel di bawah ini"."""
    spoken = ((fact, clean(fact.teks)) for fact in struktur.alinea if _speaks(fact) and len(fact.teks) > 25)
    found = ((fact, text, _ANNOUNCES.search(text)) for fact, text in spoken)
    return tuple(Pengumuman(_thing(text[: m.start()][-_LEAD:]), fact) for fact, text, m in found if m)


def _thing(lead: str) -> str:
    named = _THING.findall(lead)
    word = named[-1].lower() if named else ""
    return "tabel" if word in ("tabel", "matrik", "matriks") else "gambar" if word else ""


def looks_back(text: str) -> bool:
    """Whether a text speaks of the table or picture above it: "Berdasarkan tabel di atas"."""
    return _BACKWARD.search(text) is not None


def looks_ahead(text: str) -> bool:
    """Whether a text leads to what follows: "berikut", "di bawah ini", "dalam tabel"."""
    return _FORWARD.search(text) is not None
