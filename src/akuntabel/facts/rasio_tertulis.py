"""Indicators that are a part of a whole: by the formula that the document writes out, or by their known definition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from akuntabel.facts.angka import Angka
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.peran_angka import by_paragraph
from akuntabel.facts.pola import clean
from akuntabel.facts.struktur import AlineaFakta
from akuntabel.facts.subjek import normal_name
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel


@dataclass(frozen=True, slots=True)
class RumusRasio:
    """A ratio: patterns of the names of result, part and whole, and the paragraph that declares it, if one does."""

    hasil: re.Pattern[str]
    bagian: re.Pattern[str]
    keseluruhan: re.Pattern[str]
    nama: str
    asal: AlineaFakta | None = None


@dataclass(frozen=True, slots=True)
class Rasio:
    """The three numbers of a ratio in one column of a table, or in one paragraph."""

    rumus: RumusRasio
    hasil: Angka
    bagian: Angka
    keseluruhan: Angka
    bukti: tuple[tuple[Sel | Kalimat, Tabel | None], ...]
    baris: BarisTabel | None = None


_COUNT = r"(?:(?:jumlah|banyaknya|total)\s+)?"
# Definitions of the statistics office, known from practice; a formula that the document declares comes first.
_KNOWN = (
    (
        "tingkat pengangguran terbuka",
        r"(?:tingkat pengangguran(?: terbuka)?|tpt)",
        r"(?:pengangguran?|penganggur)(?: terbuka)?",
        r"angkatan kerja",
    ),
    (
        "tingkat partisipasi angkatan kerja",
        r"(?:tingkat partisipasi angkatan kerja|tpak)",
        r"angkatan kerja",
        r"penduduk usia (?:kerja|15 tahun ke ?atas)",
    ),
)
_LATEX = re.compile(r"(?P<hasil>[^=]{2,80})=\s*\\[dt]?frac\s*\{(?P<a>.+?)\}\s*\{(?P<b>.+?)\}")
_PLAIN = re.compile(
    r"(?P<hasil>[^=:]{2,80})=\s*[({\[]?(?P<a>[^=/×x*]{4,80}?)[)}\]]?\s*(?:/|dibagi)\s*[({\[]?(?P<b>[^=/×*]{4,80}?)[)}\]]?\s*(?:[×x*]|dikali)\s*100"
)
_COMMAND = re.compile(r"\\(?:text|mathrm)\s*\{([^{}]*)\}|\$")
_MEASURES = re.compile(r"\b(?:target|realisasi|rencana|capaian|anggaran|pagu)\b")


def ratio_formulas(paragraphs: Iterable[AlineaFakta]) -> tuple[RumusRasio, ...]:
    """The ratios that the document declares, then the known ones."""
    told = tuple(r for p in paragraphs for r in _declared(p))
    known = tuple(RumusRasio(re.compile(h), re.compile(_COUNT + f"(?:{a})"), re.compile(_COUNT + f"(?:{b})"), name)
                  for name, h, a, b in _KNOWN)  # fmt: skip
    return (*told, *known)


def _declared(paragraph: AlineaFakta) -> Iterator[RumusRasio]:
    if "=" not in paragraph.teks:
        return
    text = _COMMAND.sub(lambda m: m[1] or "", clean(paragraph.teks))
    match = _LATEX.search(text) or _PLAIN.search(text)
    names = [normal_name(match[g]) for g in ("hasil", "a", "b")] if match else []
    if names and all(len(n) > 2 for n in names) and not _MEASURES.search(" ".join(names)):
        made = [re.compile(_COUNT + re.escape(re.sub(rf"^{_COUNT}", "", n))) for n in names]
        yield RumusRasio(made[0], made[1], made[2], names[0], paragraph)


def read_ratios(
    formulas: Sequence[RumusRasio], tables: Iterable[Tabel], sentences: Iterable[Kalimat]
) -> tuple[Rasio, ...]:
    """Every place where result, part and whole of a ratio stand together, each once: declared formulas come first."""
    texts = [[(n.angka, _body(n.sebelum), n.kalimat) for n in numbers] for numbers in by_paragraph(sentences)]
    of_tables = (r for t in tables for f in formulas for r in _in_table(f, t))
    of_text = (r for numbers in texts for f in formulas for r in _in_text(f, numbers))
    found: dict[object, Rasio] = {}
    for ratio in (*of_tables, *of_text):
        place = ratio.bukti[0][0]
        found.setdefault((place, ratio.hasil), ratio)
    return tuple(found.values())


def _in_table(formula: RumusRasio, table: Tabel) -> Iterator[Rasio]:
    result = _row_named(table, formula.hasil)
    part = _row_named(table, formula.bagian) if result else None
    whole = _row_named(table, formula.keseluruhan) if part else None
    if not (result and part and whole):
        return
    for column in table.kolom:
        cells = tuple(r.sel[column.indeks] for r in (result, part, whole))
        a, b, c = (cell.angka if cell.nilai_ada else None for cell in cells)
        if a and b and c and column.indeks > 0:
            yield Rasio(formula, a, b, c, tuple((cell, table) for cell in cells), result)


def _row_named(table: Tabel, name: re.Pattern[str]) -> BarisTabel | None:
    found = [r for r in table.rows(JenisBaris.ISI, JenisBaris.JUMLAH) if name.fullmatch(normal_name(r.label).strip())]
    return found[0] if len(found) == 1 else None


def _in_text(formula: RumusRasio, numbers: Sequence[tuple[Angka, str, Kalimat]]) -> Iterator[Rasio]:
    named: list[tuple[Angka, Kalimat]] = []
    for name in (formula.hasil, formula.bagian, formula.keseluruhan):
        found = [(n, s) for n, before, s in numbers if n.nilai is not None and _ends_with(name, before)]
        if len(found) != 1:
            return
        named += found
    (result, a), (part, b), (whole, c) = named
    if not part.persen and not whole.persen and len({id(result), id(part), id(whole)}) == 3:
        places = dict.fromkeys((a, b, c))
        yield Rasio(formula, result, part, whole, tuple((s, None) for s in places))


def _ends_with(name: re.Pattern[str], before: str) -> bool:
    """Whether a name stands right before a number, with at most four words between."""
    return re.search(rf"(?<!partisipasi )(?<!tingkat )\b(?:{name.pattern})(?: \w+){{0,4}}$", before) is not None


def _body(text: str) -> str:
    return normal_name(re.sub(r"\([^()]*\)", " ", text))
