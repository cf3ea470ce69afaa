"""Two values that a sentence sets against each other: "65,20 lebih tinggi dibandingkan nasional sebesar 72,44"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from akuntabel.facts.angka import Angka
from akuntabel.facts.arah_kata import Arah, Perubahan
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.peran_angka import AngkaBerperan, PeranAngka, roles_of

_UP = r"lebih (?:tinggi|besar|banyak)|di ?atas|meningkat|naik|bertambah|tumbuh"
_DOWN = r"lebih (?:rendah|kecil|sedikit)|di ?bawah|menurun|turun|berkurang|merosot"
_THAN = r"(?:(?:jika |bila |apabila )?dibanding(?:kan)?(?: dengan)?|daripada|dari)"
# Nothing but these may stand between the second value and the words that lead to it.
_TO_VALUE = (
    r"(?:\s+(?:angka|nilai|realisasi|capaian|kondisi|rata-rata|target|tahun|sebelumnya|lalu|(?:19|20)\d{2}|nasional"
    r"|provinsi|kabupaten|kota|standar|yang|sebesar|sebanyak|sejumlah|mencapai|adalah|ialah|yaitu|pada|di|tingkat"
    r"|rencana|regional|minimal))*\s*\(?$"
)
_WORD = re.compile(
    rf"(?:\b(?P<naik>{_UP})\b|\b(?P<turun>{_DOWN})\b)(?:\s+(?:sebesar|sebanyak))?(?P<selisih>\s*[\d.,]+\s*%?(?:\s+\w+)?)?"
    rf"(?P<dari>\s+{_THAN})?{_TO_VALUE}",
    re.IGNORECASE,
)
_SAME_CLAUSE = re.compile(
    r"^(?:\s|,|%|\([^()]*\)|\b(?:orang|unit|poin|tahun|yang|telah|sudah|masih|juga|berarti|artinya|mengalami|ini|itu"
    r"|dan|atau|tetapi|namun|walaupun|meskipun|jauh|sedikit|pada|di|(?:19|20)\d{2}|berada|nilai|capaian|tersebut"
    r"|angka|persen|ton|jiwa|kali|dokumen)\b)*$",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"\b(?:target|provinsi|nasional|rata-rata|standar|regional|rencana)\b", re.IGNORECASE)
_RANK = re.compile(r"\b(?:peringkat|ranking|rangking|urutan|posisi)\b", re.IGNORECASE)
_REFERENCE = re.compile(
    r"\b(?:target|rata-rata|nasional|provinsi|kabupaten|kota|standar|regional|minimal|tahun|realisasi|capaian|rencana)\b",
    re.IGNORECASE,
)
_POSITION = re.compile(r"di ?(?:atas|bawah)", re.IGNORECASE)


def read_comparisons(sentences: Iterable[Kalimat]) -> tuple[Perubahan, ...]:
    """Every comparison of a value with the one that the words of comparison lead to."""
    return tuple(c for s in sentences if len(s.angka) > 1 for c in _sentence(s, roles_of(s)))


def _sentence(sentence: Kalimat, numbers: Sequence[AngkaBerperan]) -> Iterator[Perubahan]:
    for at, number in enumerate(numbers):
        match = _WORD.search(sentence.teks[: number.angka.awal])
        position = match and _POSITION.match(match[0])
        if not match or not (match["dari"] or position) or _RANK.search(sentence.teks[: number.angka.awal]):
            continue
        if position and not _REFERENCE.search(match[0]):
            continue  # a bound of a class: "di atas 90 sebanyak 5"
        own = [n for n in numbers[:at] if n.angka.akhir <= match.start() and _is_own(n)]
        if own and _comparable(sentence, own[-1].angka, number.angka, match.start(), numbers[:at]):
            kind = Arah.NAIK if match["naik"] else Arah.TURUN
            word = match["naik"] or match["turun"]
            yield Perubahan(sentence, word, kind, number.angka, own[-1].angka, bandingan=True)


def _is_own(number: AngkaBerperan) -> bool:
    """A value of what the sentence speaks of: no target, no value of others."""
    return number.peran is not PeranAngka.TARGET and not _OF_OTHERS.search(number.sebelum)


def _comparable(sentence: Kalimat, value: Angka, other: Angka, word: int, before: Sequence[AngkaBerperan]) -> bool:
    """Whether two numbers measure one thing and nothing but small words parts the first from the word."""
    last = max((n.angka.akhir for n in before if n.angka.akhir <= word), default=value.akhir)
    gap = sentence.teks[last:word]
    same = (value.persen, value.rupiah, value.skala) == (other.persen, other.rupiah, other.skala)
    behind = sentence.teks[other.akhir : other.akhir + 40]
    readable = value.nilai is not None and other.nilai is not None
    return readable and same and bool(_SAME_CLAUSE.match(gap)) and not re.match(r"[^,;.]*\bmenjadi\b", behind)
