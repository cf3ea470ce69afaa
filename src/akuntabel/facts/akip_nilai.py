"""Values of the evaluation of accountability (AKIP): the total and its components, from sentences and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from akuntabel.facts.akip_kalimat import is_about, read_akip
from akuntabel.facts.angka import Angka, JenisIsi, years
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.pengukuran import NilaiTabel
from akuntabel.facts.pola import clean
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel

JUMLAH = "nilai AKIP"


@dataclass(frozen=True, slots=True)
class NilaiEvaluasi:
    """A value of the evaluation. `komponen` is JUMLAH or the name of a component; `predikat` empty where not printed.

    `fakta` is the sentence or the cell; `tabel` the table of a cell.
    """

    komponen: str
    angka: Angka
    tahun: int | None
    fakta: Kalimat | Sel
    tabel: Tabel | None = None
    baris: BarisTabel | None = None
    predikat: str = ""


_COMPONENTS: tuple[tuple[str, str], ...] = (
    ("perencanaan kinerja", r"perencanaan kinerja"),
    ("pengukuran kinerja", r"pengukuran kinerja"),
    ("pelaporan kinerja", r"pelaporan kinerja"),
    (
        "evaluasi akuntabilitas kinerja internal",
        r"evaluasi (?:akuntabilitas )?(?:kinerja )?(?:internal|akuntabilitas)\b.*",
    ),
    ("capaian kinerja", r"(?:pen)?capaian (?:sasaran|kinerja)(?: organisasi)?(?:/kinerja organisasi)?"),
)  # fmt: skip
_TOTAL = re.compile(
    r"(?:jumlah |total )?(?:nilai|hasil|skor)?\s*(?:akhir |total )?(?:hasil |atas )?(?:evaluasi )?(?:atas )?"
    r"(?:implementasi )?"
    r"(?:s?akip|akuntabilitas kinerja(?: instansi pemerintah)?)(?: perangkat daerah| opd| skpd)?"
    r"|nilai (?:akhir|hasil evaluasi)|(?:jumlah|total)(?: nilai)?",
    re.IGNORECASE,
)
_INDICATOR = re.compile(
    r"\b(?:nilai|skor|hasil evaluasi|predikat)\b.*\b(?:s?akip|akuntabilitas kinerja)\b", re.IGNORECASE
)
_WHOLE_REGION = re.compile(
    r"\b(?:pemerintah (?:kota|kabupaten|provinsi|daerah)|s?akip (?:kota|kabupaten|provinsi))\b", re.IGNORECASE
)
_WEIGHT = re.compile(r"\b(?:bobot|maksimal|target|selisih|kenaikan|naik|turun|%|persen\w*)\b|%")
_GRADE = re.compile(r"\(?(AA|A|BB|B|CC|C|D|E)\)?")
_SAYS_VALUE = re.compile(
    r"\b(?:nilai|skor)\b(?:(?!\b(?:target\w*|naik|turun|meningkat|menurun|selisih|bobot|dari|komponen)\b)[^;:]){0,90}$",
    re.IGNORECASE,
)
_FIRST = 3  # cells in which a row is named
_LEAST = 3  # components that make a table one of the evaluation


def read_evaluation(
    sentences: Iterable[Kalimat], tables: Iterable[Tabel], values: Iterable[NilaiTabel], tahun: int | None
) -> tuple[NilaiEvaluasi, ...]:
    """Every value: tables of components, the indicator of that name, sentences that give value and grade."""
    return (
        *(v for table in tables for v in _table(table, tahun)),
        *(v for value in values for v in _of_indicator(value)),
        *(v for v in _told(sentences)),
    )


def component_of(label: str) -> str:
    """The component that a label names; empty for other text."""
    text = re.sub(r"^\(?(?:\d{1,2}|[a-eA-E]|[ivIV]{1,3})[.)]*\s+", "", clean(label).lower()).strip(" :.")
    return next((name for name, pattern in _COMPONENTS if re.fullmatch(pattern, text)), "")


def _table(table: Tabel, tahun: int | None) -> Iterator[NilaiEvaluasi]:
    rows = [(component_of(row.label), row) for row in table.rows(JenisBaris.ISI)]
    if len({name for name, _ in rows if name}) < _LEAST:
        return
    rows += [(JUMLAH, row) for row in table.rows(JenisBaris.ISI, JenisBaris.JUMLAH) if _is_total(row)]
    for column in _value_columns(table, [row for name, row in rows if name]):
        year = column.tahun or _caption_year(table) or tahun
        for name, row in rows:
            cell = row.sel[column.indeks]
            if name and cell.angka is not None and cell.angka.nilai is not None:
                yield NilaiEvaluasi(name, cell.angka, year, cell, table, row, _grade(row) if name == JUMLAH else "")


def _is_total(row: BarisTabel) -> bool:
    texts = [clean(c.teks) for c in row.sel[:_FIRST] if c.jenis is JenisIsi.TEKS]
    return any(_TOTAL.fullmatch(text) for text in texts)


def _value_columns(table: Tabel, rows: list[BarisTabel]) -> list[Kolom]:
    """Columns of values: those of a year, or else the last one that is no weight."""
    numeric = [
        k
        for k in table.kolom
        if k.peran is not Peran.NOMOR
        and not _WEIGHT.search(k.teks.lower())
        and sum(row.sel[k.indeks].nilai_ada for row in rows) >= _LEAST
    ]
    return [k for k in numeric if k.tahun] or numeric[-1:]


def _caption_year(table: Tabel) -> int | None:
    found = set(years(table.judul))
    return found.pop() if len(found) == 1 else None


def _grade(row: BarisTabel) -> str:
    found = [m[1] for cell in row.sel for m in [_GRADE.fullmatch(cell.teks.strip())] if m]
    return found[0] if len(found) == 1 else ""


def _of_indicator(value: NilaiTabel) -> Iterator[NilaiEvaluasi]:
    name = clean(value.indikator)
    about = value.besaran is Peran.REALISASI and not value.kolom.triwulan and not value.kolom.persen
    if about and _INDICATOR.search(name) and not _WHOLE_REGION.search(name) and value.angka and _is_value(value.angka):
        yield NilaiEvaluasi(JUMLAH, value.angka, value.tahun, value.sel, value.tabel, value.baris)


def _told(sentences: Iterable[Kalimat]) -> Iterator[NilaiEvaluasi]:
    """The values that sentences give, with their grade where they name it."""
    for sentence in sentences:
        if not sentence.angka or not is_about(sentence) or _names_component(sentence.teks):
            continue
        graded = {v.angka.awal: v for v in read_akip((sentence,))}
        for number in sentence.angka:
            before = sentence.teks[: number.awal]
            known = graded.get(number.awal)
            said = known or (number.desimal and not number.persen and _is_value(number) and _SAYS_VALUE.search(before))
            if said and not _WHOLE_REGION.search(before) and not _TARGET.search(before):
                grade = known.predikat if known else ""
                yield NilaiEvaluasi(JUMLAH, number, _year(sentence, number), sentence, predikat=grade)


_TARGET = re.compile(r"\btarget\w*[^,;]*$", re.IGNORECASE)


def _names_component(text: str) -> bool:
    return any(re.search(rf"\b{name}\b", text.lower()) for name, _ in _COMPONENTS[:_LEAST])


def _year(sentence: Kalimat, number: Angka) -> int | None:
    """The last year before the value, else the only one of the sentence."""
    before = years(sentence.teks[: number.awal])
    if before:
        return before[-1]
    return sentence.tahun[0] if len(sentence.tahun) == 1 else None


def _is_value(number: Angka) -> bool:
    return number.nilai is not None and 0 < number.nilai <= 100
