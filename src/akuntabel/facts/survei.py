"""What the document says of its satisfaction survey: index with mutu, values of elements, respondents."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.doctree.naskah import Tempat
from akuntabel.facts.angka import Angka, quantities
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.kolom import Peran
from akuntabel.facts.subjek import normal_name
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel

_SKM = re.compile(r"\b(skm|ikm|kepuasan masyarakat|mutu pelayanan)\b", re.IGNORECASE)
_MUTU = re.compile(
    r"\b(?:mutu(?: pelayanan)?|kategori(?: mutu)?)\s*[:=]?\s*[\"“]?([A-D])\b(?:\s*[(–-]\s*([A-Za-z ]{4,14}))?"
)
_INDEX = (Decimal(25), Decimal(100))
_HIGHEST = Decimal(5)  # of the scores that people give
_ALIASES = re.compile(
    r"(?:\d+ )?(?:unsur )?(?:(?P<U1>persyaratan)|(?P<U2>sistem|mekanisme|prosedur)"
    r"|(?P<U3>waktu (?:penyelesaian|pelayanan)|kecepatan)|(?P<U4>biaya|tarif)|(?P<U5>produk|spesifikasi|hasil layanan)"
    r"|(?P<U6>kompetensi)|(?P<U7>perilaku)|(?P<U8>penanganan pengaduan|pengaduan|saran dan masukan)"
    r"|(?P<U9>sarana|prasarana|sarpras))\b"
)


@dataclass(frozen=True, slots=True)
class NilaiMutu:
    """An index and the mutu or words that stand beside it."""

    angka: Angka
    mutu: str
    kinerja: str
    sumber: Kalimat | BarisTabel
    tabel: Tabel | None = None


@dataclass(frozen=True, slots=True)
class NilaiUnsur:
    """The value of an element (converted, 25 to 100, or 1 to 4) as one place gives it."""

    kode: str
    nama: str
    angka: Angka
    sumber: Kalimat | Sel
    tempat: Tempat
    tabel: Tabel | None = None


def read_mutu(sentences: Iterable[Kalimat], tables: Iterable[Tabel]) -> tuple[NilaiMutu, ...]:
    """Every index with a mutu in one sentence or row."""
    return (*(m for s in sentences for m in _sentence_mutu(s)), *(m for t in tables for m in _row_mutu(t)))


def _sentence_mutu(sentence: Kalimat) -> Iterator[NilaiMutu]:
    """The one index of a sentence with its one mutu; a sentence with several of either says nothing certain."""
    text = sentence.teks
    found = list(_MUTU.finditer(text))
    classes = {(m[1], (m[2] or "").strip()) for m in found}
    inside = len(classes) == 1 and any(_SKM.search(t) for t in (text, *sentence.alinea.bagian[-2:]))
    if not inside:
        return
    graded = _graded(text, [n for n in sentence.angka if is_index(n)], found[0].start())
    if graded:
        mutu, words = classes.pop()
        yield NilaiMutu(graded, mutu, words, sentence)


def _graded(text: str, values: list[Angka], at: int) -> Angka | None:
    """The index that a mutu grades: the only one, or the only one before it; an earlier year may follow."""
    if len({n.nilai for n in values}) == 1:
        return values[0]
    before = [n for n in values if n.akhir <= at]
    compared = all(_EARLIER.search(text[at : n.awal]) for n in values if n.awal > at)
    return before[0] if len({n.nilai for n in before}) == 1 and compared else None


_EARLIER = re.compile(r"\b(?:naik|turun|meningkat|menurun|dibanding(?:kan)?|dari)\b[^;]*$", re.IGNORECASE)


def is_index(number: Angka) -> bool:
    """Whether a number may be an index or a converted value of an element: 25 to 100, with decimals, no percentage."""
    inside = number.nilai is not None and _INDEX[0] <= number.nilai <= _INDEX[1]
    return inside and not number.persen and not number.rupiah and number.desimal > 0


def _row_mutu(table: Tabel) -> Iterator[NilaiMutu]:
    graded = [k for k in table.kolom if re.search(r"\bmutu\b", k.teks.lower())]
    worded = [k for k in table.kolom if "kinerja" in k.teks.lower() and k.peran is not Peran.TARGET]
    named = f"{table.judul} {' '.join(k.teks for k in table.kolom)} {' '.join(table.bagian[-2:])}"
    if not graded or not _SKM.search(named):
        return
    for row in table.rows(JenisBaris.ISI, JenisBaris.JUMLAH, JenisBaris.RATA_RATA):
        letter = row.sel[graded[0].indeks].teks.strip(" *").upper()
        values = [c for c in row.sel[: graded[0].indeks] if c.angka and is_index(c.angka)]
        if re.fullmatch(r"[A-D]", letter) and values and values[-1].angka:
            words = row.sel[worded[-1].indeks].teks.strip(" *") if worded else ""
            yield NilaiMutu(values[-1].angka, letter, words, row, table)


def read_elements(sentences: Iterable[Kalimat], tables: Iterable[Tabel]) -> tuple[NilaiUnsur, ...]:
    """Values of elements, from headings and items ("4. Persyaratan (Nilai: 89,08)") and from tables of elements."""
    return (*(v for s in sentences for v in _sentence_element(s)), *(v for t in tables for v in _table_elements(t)))


BANYAK_UNSUR = 9


def whole_surveys(values: Iterable[NilaiUnsur]) -> list[list[NilaiUnsur]]:
    """The values of each table that has one for every element of a survey."""
    found: dict[int, list[NilaiUnsur]] = defaultdict(list)
    for value in values:
        if value.tabel is not None and value.angka.nilai is not None:
            found[value.tabel.blok].append(value)
    return [t for t in found.values() if len(t) == len({v.kode for v in t}) == BANYAK_UNSUR]


def element_code(name: str) -> str:
    """The code of an element by its name or code; empty when it is none."""
    match = re.match(r"\s*\(?(U[1-9])\b", name)
    if match:
        return match[1]
    known = _ALIASES.match(normal_name(name))
    return (known.lastgroup if known else None) or ""


_HEADED = re.compile(
    r"(?:\d+[.)]\s*|[a-z][.)]\s*|-\s*)?(?P<nama>[A-Z][^:(\d]{3,60}?)\s*(?:\(\s*(?:nilai[^:]*:\s*)?|:\s*)(?=\d)",
    re.IGNORECASE,
)


def _sentence_element(sentence: Kalimat) -> Iterator[NilaiUnsur]:
    match = _HEADED.match(sentence.teks)
    code = element_code(match["nama"]) if match else ""
    if not match or not code or len(sentence.teks) > 120:
        return
    values = [n for n in quantities(sentence.teks) if is_index(n) or _no_score(n)]
    if len(values) == 1:
        yield NilaiUnsur(code, match["nama"].strip(), values[0], sentence, sentence.alinea.tempat)


def _no_score(number: Angka) -> bool:
    """A value with decimals that lies outside every scale: neither 1 to 4 nor 25 to 100."""
    plain = number.desimal > 0 and not number.persen and not number.rupiah
    return plain and number.nilai is not None and (_HIGHEST < number.nilai < _INDEX[0] or number.nilai > _INDEX[1])


def _table_elements(table: Tabel) -> Iterator[NilaiUnsur]:
    rows = [(element_code(c.teks), c.teks, row) for row in table.rows(JenisBaris.ISI) for c in row.sel[:3]]
    found = {row.tempat.baris: (code, name, row) for code, name, row in rows if code}
    if len({code for code, _, _ in found.values()}) < 7:
        return
    for code, name, row in found.values():
        cells = [c for c in row.sel if c.angka and (is_index(c.angka))]
        if cells and cells[-1].angka:
            yield NilaiUnsur(code, name, cells[-1].angka, cells[-1], row.tempat, table)
