"""Lists that a sentence announces with a count: "4 (empat) program yaitu:", and what is listed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from akuntabel.facts.angka import Angka
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.struktur import AlineaFakta, JenisJudul, PeranAlinea, Struktur

_OPEN = re.compile(r"\b(antara lain|di ?antaranya|seperti|misalnya|meliputi beberapa|terutama)\b", re.IGNORECASE)
_CLOSED = re.compile(
    r"\b(yaitu|yakni|adalah|ialah|sebagai berikut|terdiri (?:dari|atas)|meliputi|berikut)\b|:\s*$", re.IGNORECASE
)
_COUNTED = ("program", "kegiatan", "subkegiatan", "sasaran", "tujuan", "indikator", "misi", "bidang", "layanan",
            "jenis", "unsur", "urusan", "isu", "permasalahan", "strategi", "seksi", "komponen", "aspek", "fungsi",
            "tugas", "langkah", "tahap", "tahapan", "rekomendasi", "prioritas", "subbagian", "faktor", "kendala",
            "hambatan", "upaya", "agenda", "prinsip", "bab", "tindak lanjut")  # fmt: skip


@dataclass(frozen=True, slots=True)
class DaftarSebut:
    """A count and the items behind it. `terbuka`: the sentence says that the list is not whole."""

    kalimat: Kalimat
    angka: Angka
    butir: tuple[AlineaFakta, ...]
    terbuka: bool


def read_announced(sentences: tuple[Kalimat, ...], struktur: Struktur) -> tuple[DaftarSebut, ...]:
    """Counts in the last clause of a paragraph that a list follows at once."""
    position = {a.blok: n for n, a in enumerate(struktur.alinea)}
    return tuple(d for s in sentences for d in _announced(s, struktur, position))


def _announced(sentence: Kalimat, struktur: Struktur, position: dict[int, int]) -> Iterator[DaftarSebut]:
    text = sentence.teks
    if not sentence.alinea.teks.rstrip().endswith((":", "yaitu", "berikut", "lain", "antaranya")):
        return
    counted = [n for n in sentence.angka if n.satuan in _COUNTED and n.nilai is not None and n.desimal == 0]
    told = counted and (_OPEN.search(text) or _CLOSED.search(text[counted[-1].akhir :]))
    items = _items(struktur, position[sentence.alinea.blok]) if told else ()
    if items:
        fitting = [n for n in counted if n.nilai == len(items)]
        yield DaftarSebut(sentence, (fitting or counted)[-1], items, bool(_OPEN.search(text)))


def _items(struktur: Struktur, start: int) -> tuple[AlineaFakta, ...]:
    """The run of list items right behind, of the first item's depth and kind of mark."""
    found: list[AlineaFakta] = []
    headings = {j.blok for j in struktur.judul if j.jenis in (JenisJudul.BAB, JenisJudul.BERTINGKAT, JenisJudul.TANPA)}
    for n, fact in enumerate(struktur.alinea[start + 1 :], start + 1):
        if fact.peran is PeranAlinea.ISI and found and _is_lost(struktur.alinea, n):
            continue
        if fact.blok in headings or fact.peran not in (PeranAlinea.BUTIR, PeranAlinea.JUDUL):
            break
        if _ends(struktur.alinea[start], fact, found):
            break
        if found and (_mark(fact), fact.alinea.inden) != (_mark(found[0]), found[0].alinea.inden):
            if _mark(fact) == _mark(found[0]) and abs(fact.alinea.inden - found[0].alinea.inden) <= 1:
                found.append(fact)
            continue
        found.append(fact)
    return tuple(found)


def _ends(announcing: AlineaFakta, fact: AlineaFakta, found: list[AlineaFakta]) -> bool:
    """The next item of the list that announced, or a list that begins anew."""
    next_of_outer = announcing.peran is PeranAlinea.BUTIR and _mark(fact) == _mark(announcing) != "butir"
    again = bool(found) and _mark(fact) != "butir" and _printed(fact) == _printed(found[0])
    return bool(found) and (next_of_outer or again)


def _is_lost(facts: tuple[AlineaFakta, ...], n: int) -> bool:
    """A short line between two items: an item that lost its mark."""
    behind = facts[n + 1] if n + 1 < len(facts) else None
    return len(facts[n].teks) < 150 and behind is not None and behind.peran is PeranAlinea.BUTIR


def _printed(fact: AlineaFakta) -> str:
    """The number or letter of an item without brackets and bullets."""
    match = re.match(r"[-•●○◦▪➢*\s]*\(?(\d{1,2}|[a-zA-Z]|[ivxIVX]{2,4})[.)]", fact.teks)
    return match[1] if match else ""


def _mark(fact: AlineaFakta) -> str:
    """The kind of a mark: digits, letters or bullet."""
    body = _printed(fact)
    return "angka" if body.isdigit() else "huruf" if body else "butir"
