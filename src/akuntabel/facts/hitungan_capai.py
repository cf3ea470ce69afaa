"""How many indicators a sentence says to have reached their target: "empat dari lima indikator mencapai target"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from akuntabel.facts.bilangan_kata import COUNT, read_count
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.klaim_capai import KlaimCapai

_N = COUNT
_AGAIN = r"(?:\s*\([^()]*\))*"  # "4 (empat)", "2 (dua) (40%)"
_CLAIM = re.compile(
    rf"\b(?P<n>{_N}){_AGAIN}\s+(?:dari\s+(?P<m>{_N}){_AGAIN}\s+)?indikator(?P<antara>(?:\s+[a-z]+){{0,5}}?){_AGAIN}\s+(?:yang\s+)?"
    r"(?:(?P<tidak>(?:belum|tidak|gagal)(?:\s+(?:dapat|berhasil|mampu))?)\s+)?"
    r"(?P<kerja>mencapai|tercapai\b(?!\s*(?:sebesar|\d))|memenuhi|melampaui|melebihi|terlampaui)\b"
    r"(?P<atau>\s*(?:/|atau|dan|serta|maupun)\s*(?:melampaui|melebihi|mencapai|memenuhi))?"
    r"(?:(?<=tercapai)|(?<=terlampaui)|(?=\s+(?:target|100)|\s*[.,;(]|\s*$|\s+(?:dan|sedangkan|sementara)\b))"
)
_TOTAL = re.compile(rf"\bdari\s+(?:total\s+|sejumlah\s+)?(?P<m>{_N}){_AGAIN}\s+indikator\b")
_OTHER = re.compile(r"\b(?:program|kegiatan|sasaran|tujuan|triwulan|renstra|rpjmd|nasional|provinsi|akhir)\b")
_OVER = ("melampaui", "melebihi", "terlampaui")


@dataclass(frozen=True, slots=True)
class HitunganCapai:
    """A count of indicators by what became of their target. `seluruhnya` is the number it is out of, 0 if not said.

    `atau`: reached or exceeded, in words; "mencapai" alone may mean either.
    """

    kalimat: Kalimat
    kutipan: str
    banyak: int
    klaim: KlaimCapai
    atau: bool
    seluruhnya: int


def read_reached_counts(sentences: Iterable[Kalimat]) -> Iterator[HitunganCapai]:
    """Every such count of sentences that speak of nothing but indicators of the year."""
    for sentence in sentences:
        text = sentence.kecil
        if "indikator" in text and not _OTHER.search(text.replace("sasaran strategis", "")):
            yield from _sentence(sentence, text)


def _sentence(sentence: Kalimat, text: str) -> Iterator[HitunganCapai]:
    total = _TOTAL.search(text)
    for match in _CLAIM.finditer(text):
        if total and match.start("n") == total.start("m"):
            continue  # "dari lima indikator, ..." counts nothing yet
        whole = match["m"] or (total["m"] if total else "")
        kind = KlaimCapai.LAMPAU if match["kerja"] in _OVER else KlaimCapai.CAPAI
        kind = KlaimCapai.BELUM if match["tidak"] else kind
        either = bool(match["atau"])
        if either and kind is KlaimCapai.LAMPAU:
            kind = KlaimCapai.CAPAI
        quote = sentence.teks[match.start() : match.end()]
        yield HitunganCapai(sentence, quote, read_count(match["n"]), kind, either, read_count(whole) if whole else 0)
