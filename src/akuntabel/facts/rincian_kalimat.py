"""Counts that a sentence breaks down: "72 orang terdiri dari 39 PNS, 32 PPPK, dan 1 non-ASN"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice, pairwise

from akuntabel.facts.angka import Angka, quantities
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.struktur import AlineaFakta, PeranAlinea


@dataclass(frozen=True, slots=True)
class BagianRincian:
    """A part of a breakdown with the words behind its number, and its paragraph. `kali`: so many groups of so many."""

    angka: Angka
    sebutan: str
    alinea: AlineaFakta
    kali: bool = False


@dataclass(frozen=True, slots=True)
class Rincian:
    """A count and its parts. `terbuka`: the list says that it is not complete. `bertingkat`: parts may hold parts.

    `di_atas`: the parts of an earlier way of dividing; this one may divide one of them.
    """

    kalimat: Kalimat
    jumlah: Angka
    bagian: tuple[BagianRincian, ...]
    terbuka: bool = False
    bertingkat: bool = False
    di_atas: tuple[Decimal, ...] = ()


_CONSISTS = re.compile(
    r"\b(?:yang\s+)?(?:terdiri(?:\s+(?:dari|atas))?|terbagi\s+(?:atas|menjadi|dalam)|dengan rincian|meliputi)\b\s*:?"
)
# Right behind the count and its unit ("72 orang, yaitu 39 orang ..."): a breakdown where all parts have that unit.
_NAMELY = re.compile(r",?\s+(?:yaitu|yakni)\b\s*:?")
_OPEN = re.compile(r"\b(?:antara lain|diantaranya|di antaranya|seperti|misalnya|dll|dan lain-lain)\b")
_NESTED = re.compile(r"\b(?:yaitu|yakni|masing-masing|dimana|di mana|termasuk|dengan rincian|setiap|per)\b")
_END = re.compile(
    r"\b(?:sehingga|sedangkan|sementara|adapun|untuk itu|hal ini|dibantu|ditambah|dilengkapi|di luar"
    r"|bertambah|berkurang|meningkat|menurun|naik|turun|dibanding\w*|jumlah tersebut|selain itu|dengan anggaran"
    r"|pada tahun \d{4} sebanyak|(?:atau|dengan) (?:rata-rata|kepadatan))\b"
)
# What is said not to belong to the count.
_APART = re.compile(
    r"\d[\d.]*[^,;()\d]*\([^()]*\b(?:tidak (?:di)?hitung|tidak termasuk|belum termasuk|di luar)\b[^()]*\)"
)
_ANOTHER_WAY = re.compile(
    r"\b(?:menurut|berdasarkan|(?:jika|bila) dilihat|dilihat dari|dari (?:sisi|segi)"
    r"|(?:yang )?(?:terbagi|tersebar|ditempatkan|bertugas) (?:pada|di|ke)|di ?antaranya|termasuk)\b"
)
_EACH = re.compile(r"^\s*(?:[^\W\d]+\s+){1,3}(?:masing-masing|setiap\w*|@)\s*(?:sebanyak|berjumlah|sejumlah)?\s*$")
_BRACKETS = re.compile(r"\([^()]*\)")
_LONGEST = 80  # characters between the count and "terdiri dari"
_ITEM_COUNT = re.compile(r"(?:[:=]|sebanyak|sejumlah|berjumlah|\()\s*$|^$")


def read_breakdowns(sentences: Sequence[Kalimat], paragraphs: Sequence[AlineaFakta]) -> tuple[Rincian, ...]:
    """Every count that a sentence, or the list right behind it, breaks down."""
    after = {a.blok: n + 1 for n, a in enumerate(paragraphs)}
    return tuple(
        r for s in sentences for r in (*_read(s, paragraphs, after.get(s.alinea.blok, len(paragraphs))), *_bracketed(s))
    )


def _read(sentence: Kalimat, paragraphs: Sequence[AlineaFakta], after: int) -> Iterator[Rincian]:
    for match in (*_CONSISTS.finditer(sentence.kecil), *_NAMELY.finditer(sentence.kecil)):
        total = next((n for n in reversed(sentence.angka) if n.akhir <= match.start()), None)
        if total is None or not _is_count(total) or match.start() - total.akhir > _LONGEST:
            continue
        namely = match.re is _NAMELY
        if namely and sentence.kecil[total.akhir : match.start()].split() != total.satuan.lower().split():
            continue
        tail = sentence.kecil[match.end() :]
        stop = _END.search(tail)
        tail = _APART.sub(_blank, tail[: stop.start()] if stop else tail)
        body = _BRACKETS.sub(_blank, tail)
        if not body.strip(" :"):
            listed = _listed(total, islice(paragraphs, after, None))
            if len(listed) > 1:
                yield Rincian(sentence, total, listed, bool(_OPEN.search(tail[:60])))
        above: tuple[Decimal, ...] = ()
        for start, way in _ways(body):
            parts = _parts(way, total, sentence, match.end() + start)
            if namely and any(p.angka.satuan != total.satuan for p in parts):
                continue
            if len(parts) > 1 or any(p.kali for p in parts):
                is_open = bool(_OPEN.search(way[:60]))
                nested = bool(_NESTED.search(way)) or (start > 0 and not _are_all(way, parts))
                yield Rincian(sentence, total, parts, is_open, nested, above)
            above += tuple(n.nilai for n in quantities(way) if n.nilai is not None)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _ways(body: str) -> Iterator[tuple[int, str]]:
    """The ways in which a sentence divides one count ("...; menurut jenis kelamin ..."), each with its place."""
    cuts = [0, *(m.start() for m in _ANOTHER_WAY.finditer(body) if body[: m.start()].strip(" :")), len(body)]
    yield from ((a, body[a:b]) for a, b in pairwise(cuts))


def _bracketed(sentence: Kalimat) -> Iterator[Rincian]:
    """A count with its parts in brackets: 17 orang PNS (11 laki-laki dan 6 perempuan)."""
    for match in _BRACKETS.finditer(sentence.kecil):
        total = next((n for n in reversed(sentence.angka) if n.akhir <= match.start()), None)
        if total is None or not _is_count(total) or match.start() - total.akhir > _NEAR or not total.satuan:
            continue
        inside = [n for n in quantities(match[0]) if n.nilai is not None]
        plain = all(not n.persen and not n.rupiah and not n.desimal and n.satuan for n in inside)
        if len(inside) > 1 and plain and not _NO_PARTS.search(match[0]):
            parts = tuple(BagianRincian(n, n.satuan, sentence.alinea) for n in inside)
            yield Rincian(sentence, total, parts, bertingkat=not _are_all(match[0], parts))


def _are_all(text: str, parts: Sequence[BagianRincian]) -> bool:
    """Men and women, and nothing else: no third part can be missing."""
    return len(parts) == len(_SEXES) and all(re.search(word, text) for word in _SEXES)


_SEXES = (r"\b(?:laki-laki|pria)\b", r"\b(?:perempuan|wanita)\b")
_NEAR = 40  # characters between a count and the bracket that breaks it down
_NO_PARTS = re.compile(
    r"\b(?:dari|s\.?d\.?|sampai|tahun|bulan|hari|target|realisasi|naik|turun|pasal|ayat|per)\b|[x×/:]"
)


def _is_count(number: Angka) -> bool:
    return number.nilai is not None and not number.persen and number.desimal == 0 and number.nilai > 1


_NOT_COUNTS = frozenset(
    ("tahun", "bulan", "hari", "jam", "menit", "minggu", "kali", "km", "ha", "meter", "kg", "ton", "sampai", "hingga")
)
_BEFORE_OTHER = re.compile(r"\b(?:usia|umur|berusia|pukul|nomor|ke|tahap|luas|sampai|hingga|s\.?d\.?)\s*$")


def _is_other(number: Angka, body: str) -> bool:
    """A number that counts none of the parts: an age, a time, a size."""
    return number.satuan.split(" ")[0] in _NOT_COUNTS or bool(_BEFORE_OTHER.search(body[: number.awal]))


def _parts(body: str, total: Angka, sentence: Kalimat, start: int) -> tuple[BagianRincian, ...]:
    """Counts of the same kind: money with money, persons with persons or without a unit."""
    numbers = [n for n in quantities(body) if n.nilai is not None and not _is_other(n, body)]
    if not numbers or any(n.persen or n.rupiah != total.rupiah or n.desimal for n in numbers):
        return ()
    if not total.rupiah and total.satuan and not _of_one_kind(total.satuan, [n.satuan for n in numbers]):
        return ()
    if any(_EACH.match(body[a.akhir : b.awal]) for a, b in pairwise(numbers)):
        numbers = _multiplied(numbers, body)
    ends = [*(n.awal for n in numbers[1:]), len(body)]
    names = (sentence.teks[start + n.akhir : start + end] for n, end in zip(numbers, ends, strict=True))
    return tuple(
        BagianRincian(
            n, _AND.sub("", name).strip(" ,.;").removeprefix(n.satuan).strip(), sentence.alinea, "×" in n.teks
        )
        for n, name in zip(numbers, names, strict=True)
    )


_PERSON = ("orang", "pegawai", "jiwa", "responden", "peserta", "personel", "personil")
_PERSONS = frozenset(
    (
        *_PERSON,
        "laki",
        "laki-laki",
        "pria",
        "perempuan",
        "wanita",
        "asn",
        "pns",
        "cpns",
        "pppk",
        "honorer",
        "thl",
        "tkk",
    )
)


def _of_one_kind(whole: str, parts: Sequence[str]) -> bool:
    """A part has the unit of the whole, or all of them are kinds of persons: 214 orang, 121 laki-laki, 93 perempuan."""
    first = whole.split(" ", 1)[0]
    return whole in parts or (first in _PERSON and all(p.split(" ", 1)[0] in _PERSONS for p in parts))


def _multiplied(numbers: Sequence[Angka], body: str) -> list[Angka]:
    """4 angkatan masing-masing 30 orang: one part of 4 × 30."""
    found: list[Angka] = []
    for number in numbers:
        before = found[-1] if found else None
        if before and before.nilai and number.nilai and _EACH.match(body[before.akhir : number.awal]):
            found[-1] = replace(
                number, nilai=before.nilai * number.nilai, teks=f"{before.teks} × {number.teks}", awal=before.awal
            )
        else:
            found.append(number)
    return found


_AND = re.compile(r"[\s,;]+(?:dan|serta)?\s*$")


def _listed(total: Angka, behind: Iterable[AlineaFakta]) -> tuple[BagianRincian, ...]:
    """The items of the list right behind, when each of them holds exactly one count."""
    found: list[BagianRincian] = []
    for paragraph in behind:
        if paragraph.peran is not PeranAlinea.BUTIR:
            break
        numbers = [n for n in quantities(paragraph.isi) if n.nilai is not None]
        if len(numbers) != 1 or numbers[0].persen or numbers[0].rupiah != total.rupiah:
            return ()
        head = paragraph.isi[: numbers[0].awal]
        if not _ITEM_COUNT.search(head.lower()) and numbers[0].satuan != total.satuan:
            return ()
        found.append(BagianRincian(numbers[0], head.strip(" :=") or paragraph.isi[numbers[0].akhir :], paragraph))
    return tuple(found)
