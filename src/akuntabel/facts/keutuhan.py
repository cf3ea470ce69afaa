"""Signs that a sentence or paragraph is cut off or stuck together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from akuntabel.bahasa.sambung_kata import OPEN_END
from akuntabel.doctree.naskah import Alinea, BlokNaskah, GambarNaskah
from akuntabel.doctree.penomoran_baris import is_body
from akuntabel.facts.pola import clean
from akuntabel.facts.struktur import AlineaFakta, PeranAlinea, Struktur

_GOAL = re.compile(
    r"^(?:adapun )?(?:tujuan|sasaran|visi|misi|strategi|kebijakan|hasil|kendala|permasalahan)\b[^:]{0,40}"
    r" yang (?:ingin|akan|hendak|telah|harus|dihadapi)\b"
    r"(?:(?! (?:adalah|ialah|yaitu|yakni|merupakan|meliputi|terdiri|sebesar|sebagai|antara|:)).)*$",
    re.IGNORECASE,
)
_OPENER = (
    r"(?:Adapun|Untuk dapat|Hal ini|Hal tersebut|Jumlah tersebut|Oleh karena|Selanjutnya|Sehingga|Berdasarkan data"
    r"|Dengan demikian|Sedangkan|Kondisi ini|Capaian ini)"
)
_STUCK = re.compile(rf"[A-Za-z)]\s+(?P<buka>{_OPENER})\b")
_DANGLING = re.compile(r"^(?:Berdasarkan|Sesuai dengan|Menurut|Dalam rangka|Untuk|Dengan)\b[^,;:]{10,200}[.]$")
_VERB = re.compile(
    r"\b(?:adalah|ialah|yaitu|merupakan|telah|akan|dapat|harus|terdapat|ada|menjadi|bahwa|maka|di\w{3,}(?:kan|i)?"
    r"|me\w{4,}|ber\w{3,}|ter\w{4,})\b",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[.!?]\s+(?P<ekor>(?:dan|serta|atau|yang|sehingga|maupun)\b[^.]{3,120}\.)$")


_LONG = 200  # letters of a paragraph of sentences
_SENTENCES = re.compile(r"[a-z]\. [A-Z]")
_LOWER = re.compile(r"[a-z]{2,}")
_DEGREE = re.compile(r",\s*[A-Z][A-Za-z]{0,3}(?:\.[A-Za-z]{1,4})*\.?$")  # the name of somebody who signs
_CLOSED = (".", ":", ";", "?", "!", ")", "”", '"')


class Putus(StrEnum):
    """How a text is broken."""

    AKHIR = "akhir"  # ends with a word that must go on
    TANPA_TITIK = "tanpa_titik"  # a long paragraph of sentences whose last one has no full stop
    TANPA_ISI = "tanpa_isi"  # names what comes, and it does not come
    MENEMPEL = "menempel"  # two sentences without full stop
    KETERANGAN = "keterangan"  # only the adverbial part of a sentence
    EKOR = "ekor"  # the tail of another sentence


@dataclass(frozen=True, slots=True)
class TeksPutus:
    """A broken text: the words that show it."""

    jenis: Putus
    kata: str
    alinea: AlineaFakta


def read_breaks(blocks: tuple[BlokNaskah, ...], struktur: Struktur) -> tuple[TeksPutus, ...]:
    """Broken paragraphs of running text. A paragraph that goes on in the next one is no break."""
    facts = {f.blok: f for f in struktur.alinea}
    told = (f for f in struktur.alinea if f.peran is PeranAlinea.ISI and len(f.teks) > 40)
    return tuple(b for fact in told for b in _breaks(fact, _following(blocks, facts, fact.blok)))


def _following(
    blocks: tuple[BlokNaskah, ...], facts: dict[int, AlineaFakta], at: int
) -> AlineaFakta | BlokNaskah | None:
    for index in range(at + 1, min(at + 4, len(blocks))):
        block = blocks[index]
        if not isinstance(block, Alinea) or is_body(block):
            return facts.get(index, block)
    return None


def _goes_on(behind: AlineaFakta | BlokNaskah | None) -> bool:
    """The next paragraph is an item, a formula, a picture, or begins in lower case."""
    if isinstance(behind, AlineaFakta):
        text = clean(behind.teks)
        return behind.peran is PeranAlinea.BUTIR or text.startswith(("$", "Rumus")) or _LOWER.match(text) is not None
    return isinstance(behind, GambarNaskah)


def _breaks(fact: AlineaFakta, behind: AlineaFakta | BlokNaskah | None) -> Iterator[TeksPutus]:
    text = clean(fact.teks)
    ends = not _goes_on(behind) and not text.startswith("$")
    last = re.split(r"(?<=[.!?])\s+(?=[A-Z])", text)[-1]
    if ends and (match := OPEN_END.search(text)):
        yield TeksPutus(Putus.AKHIR, match[0], fact)
    elif ends and not _GOAL.match(last) and _lacks_stop(text):
        yield TeksPutus(Putus.TANPA_TITIK, " ".join(text.split()[-5:]), fact)
    yield from _inside(fact, text)
    if ends and not text.endswith(_CLOSED) and _GOAL.match(last):
        yield TeksPutus(Putus.TANPA_ISI, last, fact)
    if _DANGLING.match(last) and not _VERB.search(last.partition(" ")[2]):
        yield TeksPutus(Putus.KETERANGAN, last, fact)


def _lacks_stop(text: str) -> bool:
    """A long paragraph of sentences that ends with a word; a name with its degree ends a block of a signature."""
    return len(text) > _LONG and text[-1].isalpha() and bool(_SENTENCES.search(text)) and not _DEGREE.search(text)


def _inside(fact: AlineaFakta, text: str) -> Iterator[TeksPutus]:
    for match in _STUCK.finditer(text):
        before, behind = text[: match.start("buka")].split()[-4:], text[match.end() :].split()[:2]
        yield TeksPutus(Putus.MENEMPEL, " ".join((*before, match["buka"], *behind)), fact)
    if tail := _TAIL.search(text):
        yield TeksPutus(Putus.EKOR, tail["ekor"], fact)
