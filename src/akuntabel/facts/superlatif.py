"""What sentences call the most or the least: "kecamatan dengan taman baca terbanyak ialah Selatan (6 unit)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from akuntabel.facts.angka import Angka
from akuntabel.facts.kalimat import Kalimat


@dataclass(frozen=True, slots=True)
class Superlatif:
    """A claim: the word, whether it is of the most, and the words that name the thing; its value, where one stands.

    `perihal` are the words that say what is compared ("capaian"), `klausa` all words of the claim. `terbatas`: words
    between may restrict it to a part. `banyak`: how many things are named (tiga unsur terendah).
    """

    kata: str
    terbesar: bool
    nama: str
    angka: Angka | None
    kalimat: Kalimat
    perihal: str = ""
    klausa: str = ""
    terbatas: bool = False
    banyak: int = 1


_MOST = r"terbanyak|tertinggi|terbesar|terluas|terpadat|terpanjang|paling (?:banyak|tinggi|besar|luas|padat|panjang)"
_LEAST = r"terendah|terkecil|tersedikit|tersempit|paling (?:sedikit|rendah|kecil|sempit|jarang)"
_WORD = rf"\b(?P<kata>(?P<atas>{_MOST})|{_LEAST})\b(?!\s+(?:kedua|ketiga|keempat|lainnya|berikutnya))"
_SAID = re.compile(_WORD, re.IGNORECASE)
_IS = (
    r"ialah|adalah|yaitu|yakni|(?:terdapat|berada|ada|terjadi|tercatat|terletak|jatuh) (?:pada|di)"
    r"|(?:dicapai|diraih|dihasilkan|ditunjukkan|disumbang|dicatat)(?: oleh)?|berasal dari|diperoleh|dimiliki|ditempati"
)
_VALUE = r"\(|,|\b(?:dengan|sebanyak|sebesar|sejumlah|yaitu|yakni|mencapai)\b|\bnilai(?:nya)?(?=\W*(?:sebesar\W*)?$)"
_CLAIM = re.compile(
    rf"{_WORD}(?P<antara>[^.;\d]{{0,50}}?)\b(?:{_IS}|pada|di|oleh)"
    rf"\s+(?P<nama>[^.;\d]{{3,100}}?)\s*(?:{_VALUE})[^.;\d]{{0,30}}$",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?P<nama>[^.;\d]{3,100}?)\s+(?:merupakan|adalah|ialah|menjadi|memiliki|mempunyai|mencatat(?:kan)?|memperoleh"
    r"|mendapat(?:kan)?|meraih|mencapai|menyumbang|menunjukkan|menempati)\b"
    rf"(?P<antara>[^.;,\d]{{0,60}}?){_WORD}(?:\W*(?:{_VALUE})(?:\s+(?-i:[a-z-]+)){{0,2}})?[\s,(]*$",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    rf"(?P<perihal>[^.;,\d]{{3,80}}?){_WORD}(?P<antara>\s+)(?:{_IS}|pada|di)\s+(?P<nama>[^.;,\d()]{{3,80}}?)"
    r"\s*(?:[.;,]|$|\b(?:dan|sedangkan|sementara|sehingga|karena)\b)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?P<banyak>dua|tiga|empat|lima)\s+(?P<perihal>(?:[^\W\d_]+\s+){0,6}?)"
    rf"{_WORD}(?P<antara>[^.;\d:]{{0,60}}?)(?:\b(?:ialah|adalah|yaitu|yakni|meliputi|terdapat pada)\b|:)"
    r"\s*(?P<nama>[^.;]{6,400})",
    re.IGNORECASE,
)
_LATER = re.compile(rf".*\b(?:{_IS})\s+", re.IGNORECASE)
_CLAUSE = re.compile(r";|\b(?:sedangkan|sementara|adapun|tetapi|namun)\b", re.IGNORECASE)
_PART_OF = re.compile(
    r"\b(?:setelah|sesudah|selain|kecuali|di ?antara|masing-masing|berturut|kedua|ketiga|keempat)\b", re.IGNORECASE
)
_PART_OF_CLAUSE = re.compile(r"\b(?:kelompok|kategori)\b(?!\s+(?:ter|paling|yang paling|dengan))", re.IGNORECASE)
_COUNTS = {"dua": 2, "tiga": 3, "empat": 4, "lima": 5}


def read_superlatives(sentences: Iterable[Kalimat]) -> tuple[Superlatif, ...]:
    """Every claim that names one thing and gives its value."""
    return tuple(c for s in _told(sentences) if s.angka for c in _valued(s))


def read_plain_superlatives(sentences: Iterable[Kalimat]) -> tuple[Superlatif, ...]:
    """Every claim that names one thing without a value ("kelurahan terpadat ialah Karang Ambun"), or several things."""
    return tuple(c for s in _told(sentences) for c in (*_several(s), *_plain(s)))


def _told(sentences: Iterable[Kalimat]) -> Iterator[Kalimat]:
    return (s for s in sentences if _SAID.search(s.teks) and not _PART_OF.search(s.teks))


def _valued(sentence: Kalimat) -> Iterator[Superlatif]:
    start = 0
    for number in sentence.angka:
        clause = sentence.teks[start : number.awal]
        last = list(_CLAUSE.finditer(clause))
        clause = clause[last[-1].end() :] if last else clause
        start = number.akhir
        match = (_CLAIM.search(clause) or _FIRST.search(clause)) if _SAID.search(clause) else None
        if match and number.nilai is not None and not _PART_OF_CLAUSE.search(clause):
            yield _made(match, clause, number, sentence)


def _made(match: re.Match[str], clause: str, number: Angka | None, sentence: Kalimat) -> Superlatif:
    later = _LATER.match(match["nama"]) if match.re is _CLAIM else None
    limited = later is not None or _limits(match["antara"])
    about = match["antara"] if match.re is _FIRST else clause[: match.start("kata")]
    end = match.end("nama") if match.re is _FIRST else len(clause)  # a name may hold commas
    name = clause[match.start("nama") + (later.end() if later else 0) : end]
    return Superlatif(
        match["kata"].lower(), bool(match["atas"]), name, number, sentence, about, clause, limited
    )  # fmt: skip


def _limits(words: str) -> bool:
    """Whether words between the superlative and the name may mean a part, or a comparison with another year."""
    return _LIMIT.search(words) is not None


_LIMIT = re.compile(
    r"\b(?:dibanding\w*|(?:pada|di|dari|dalam|untuk)\b"
    r"(?!\s+(?:seluruh|semua|keseluruhan|antara (?:seluruh|semua)|tabel)))",
    re.IGNORECASE,
)


def _plain(sentence: Kalimat) -> Iterator[Superlatif]:
    """Clauses without a number."""
    ends = [0, *(m.end() for m in _CLAUSE.finditer(sentence.teks)), len(sentence.teks)]
    for start, end in pairwise(ends):
        clause = sentence.teks[start:end]
        match = _PLAIN.search(clause) if _SAID.search(clause) else None
        counted = any(start <= n.awal < end for n in sentence.angka)
        if match and not counted and not _PART_OF_CLAUSE.search(clause) and not _SEVERAL.search(clause):
            yield Superlatif(
                match["kata"].lower(), bool(match["atas"]), match["nama"], None, sentence, match["perihal"], clause
            )


def _several(sentence: Kalimat) -> Iterator[Superlatif]:
    match = _SEVERAL.search(sentence.teks)
    if match:
        names = _CLAUSE.split(match["nama"])[0]
        limited = _limits(match["antara"])
        yield Superlatif(
            match["kata"].lower(), bool(match["atas"]), names, None, sentence, match["perihal"], match[0], limited,
            _COUNTS[match["banyak"].lower()],
        )  # fmt: skip
