"""A whole and its parts in one sentence: "Dari 16 kejadian itu, 8 perkelahian, 5 pencurian, dan 3 kejadian lain"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.facts.angka import Angka
from akuntabel.facts.kalimat import Kalimat


@dataclass(frozen=True, slots=True)
class BagianSeluruh:
    """A count and the counts that make it up, as the sentence lists them."""

    kalimat: Kalimat
    seluruh: Angka
    bagian: tuple[Angka, ...]

    @property
    def jumlah(self) -> Decimal:
        """What the parts add up to."""
        return sum((n.nilai or Decimal(0) for n in self.bagian), Decimal(0))


_OF = re.compile(r"^(?:dari|di antara)\s+(?:seluruh |total |jumlah |sebanyak |keseluruhan )?$")
_TOTAL = re.compile(
    r"\b(?:sehingga|jadi|dengan demikian|maka)\b[^,;]{0,30}?\b(?:seluruhnya|keseluruhannya?|total(?:nya)?|jumlahnya)\s*"
    r"(?:menjadi|adalah|sebanyak|ialah|berjumlah)?\s*$"
)
_OPEN = re.compile(r"\b(?:antara lain|di ?antaranya|hanya|misalnya|terutama|baru|persen|%)\b|;")
_LAST = re.compile(r"\b(?:dan|serta|sedangkan|sementara|sisanya)\b")
_PER = re.compile(r"\b(?:per|dari|setiap|tiap|kali)\s*$")  # no part: a rate, or a part of something else
_LEAST = 2


def read_parts(sentences: Iterable[Kalimat]) -> Iterator[BagianSeluruh]:
    """Every whole whose parts the same sentence lists to the end."""
    for sentence in sentences:
        counts = [n for n in sentence.angka if _is_count(n)]
        if len(counts) > _LEAST and len(counts) == len([n for n in sentence.angka if not n.persen]):
            yield from _of_whole(sentence, counts)
            yield from _to_whole(sentence, counts)


def _is_count(number: Angka) -> bool:
    whole = not (number.persen or number.rupiah or number.desimal or number.skala)
    return whole and number.nilai is not None and number.nilai == int(number.nilai)


def _of_whole(sentence: Kalimat, counts: list[Angka]) -> Iterator[BagianSeluruh]:
    """The whole comes first; each part stands in a clause of its own, the last one behind "dan" or "sedangkan"."""
    whole, parts = counts[0], counts[1:]
    text = sentence.kecil
    if not _OF.match(text[: whole.awal]) or _OPEN.search(text[whole.akhir :]):
        return
    gaps = [text[a.akhir : b.awal] for a, b in zip(counts, parts, strict=False)]
    listed = "," in gaps[0] and not any(_PER.search(g) for g in gaps) and bool(_LAST.search(gaps[-1]))
    if listed and len(parts) >= _LEAST and _same_unit(whole, parts):
        yield BagianSeluruh(sentence, whole, tuple(parts))


def _same_unit(whole: Angka, parts: list[Angka]) -> bool:
    """At least one part is counted in the unit of the whole, so that they are parts of it."""
    unit = whole.satuan.split(" ")[0]
    return bool(unit) and any(p.satuan.split(" ")[0] == unit for p in parts)


def _to_whole(sentence: Kalimat, counts: list[Angka]) -> Iterator[BagianSeluruh]:
    """The whole comes last: "150 responden dan 160 responden, sehingga seluruhnya 310 responden"."""
    whole, parts = counts[-1], counts[:-1]
    if _TOTAL.search(sentence.kecil[parts[-1].akhir : whole.awal]) and all(p.satuan == whole.satuan for p in parts):
        yield BagianSeluruh(sentence, whole, tuple(parts))
