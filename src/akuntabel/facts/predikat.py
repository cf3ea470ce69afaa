"""Predicates that a document gives: words and ticks in tables, words behind percentages in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from akuntabel.facts.angka import Angka, JenisIsi
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.kolom import Peran
from akuntabel.facts.peran_angka import roles_of
from akuntabel.facts.skala import CLASS_WORD, SkalaTertulis, UkuranSkala, class_heads
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel


@dataclass(frozen=True, slots=True)
class Predikat:
    """A predicate (`kata`) with the value that it judges, where one stands with it; `lain` are farther percentages of
    its row, which it may judge instead.
    """

    kata: str
    angka: Angka | None
    asal: Sel | Kalimat
    tabel: Tabel | None = None
    baris: BarisTabel | None = None
    ukuran: UkuranSkala = UkuranSkala.CAPAIAN
    lain: tuple[Angka, ...] = ()


_TICKED = re.compile(r"[√✓✔☑vVxX]|\uf0fc")
_SAID = re.compile(
    r"\b(?:predikat|(?:di)?kategori(?:kan)?|kriteria|kualifikasi|interpretasi|peringkat)\b[\s:\"“”‘’'()]*"
)
_FILL = r"(?:(?:nya|adalah|yaitu|sebagai|termasuk|yang|kinerja|capaian)\s+|[\"“”‘’'(]\s*)*"
_WORD = re.compile(rf"{_FILL}{CLASS_WORD.pattern}", re.IGNORECASE)
_SURVEY = re.compile(r"\b(?:skm|ikm|kepuasan|(?:kategori|nilai) mutu|mutu (?:pe)?layanan)\b")
_AKIP = re.compile(
    r"\bs?akip\b|akuntabilitas kinerja instansi pemerintah|\blhe\b|opini|zona integritas|spip|reformasi birokrasi"
    r"|indeks"
)
# A share of the indicators, not the capaian of one: "2 indikator atau 66,67% dikategorikan baik".
_OF_MANY = re.compile(r"\b(?:indikator|sasaran|program|kegiatan|sebanyak|responden|orang|unsur|layanan)\b[^.;]{0,25}$")
_MONEY = re.compile(r"\b(?:serapan|penyerapan|efisiensi|efisien)\b")


def read_predicates(
    tables: Iterable[Tabel], sentences: Iterable[Kalimat], scales: Iterable[SkalaTertulis]
) -> tuple[Predikat, ...]:
    """Every predicate of tables (not of the scales themselves) and of sentences."""
    of_rows = {s.sumber.blok for s in scales if isinstance(s.sumber, Tabel) and not class_heads(s.sumber)}
    told = (p for t in tables if t.blok not in of_rows for p in (*_words(t), *_ticks(t)))
    return (*told, *(p for s in sentences for p in _said(s)))


def _words(table: Tabel) -> Iterator[Predikat]:
    heads = class_heads(table)
    for column in table.of(Peran.PREDIKAT):
        if column.indeks in heads:
            continue
        about = _about(f"{table.judul} {column.teks}".lower())
        for row in table.rows(JenisBaris.ISI, JenisBaris.JUMLAH, JenisBaris.RATA_RATA):
            cell = row.sel[column.indeks]
            match = CLASS_WORD.search(cell.teks)
            if match and len(cell.teks) < 40:
                values = _values(table, row, column.indeks)
                others = tuple(n for n in values[1:] if n)
                yield Predikat(match[1], next(iter(values), None), cell, table, row, about, others)


def _ticks(table: Tabel) -> Iterator[Predikat]:
    heads = class_heads(table)
    for row in table.rows(JenisBaris.ISI, JenisBaris.JUMLAH, JenisBaris.RATA_RATA) if heads else ():
        ticked = [c for c in heads if _TICKED.fullmatch(row.sel[c].teks.strip())]
        if len(ticked) == 1:
            about = _about(table.judul.lower())
            cell = row.sel[ticked[0]]
            value = next(iter(_values(table, row, ticked[0])), None)
            yield Predikat(heads[ticked[0]][0], value, cell, table, row, about)


def _values(table: Tabel, row: BarisTabel, column: int) -> tuple[Angka | None, ...]:
    """The capaian of the row: columns of capaian or percent to the left of the predicate, the nearest first."""
    left = [row.sel[k.indeks] for k in table.of(Peran.CAPAIAN, Peran.PERSEN) if k.indeks < column]
    return tuple(c.angka if c.jenis is JenisIsi.ANGKA else None for c in reversed(left))


def _about(text: str) -> UkuranSkala:
    if _SURVEY.search(text):
        return UkuranSkala.SKM
    if _AKIP.search(text):
        return UkuranSkala.AKIP
    return UkuranSkala.ANGGARAN if _MONEY.search(text) else UkuranSkala.CAPAIAN


def _said(sentence: Kalimat) -> Iterator[Predikat]:
    """The word right behind "predikat", "kategori" and the like, with the last percentage before it."""
    text = sentence.kecil
    for match in _SAID.finditer(text):
        word = _WORD.match(text, match.end())
        if word:
            shares = [n for n in roles_of(sentence) if n.angka.akhir <= match.start() and n.angka.persen]
            judged = shares[-1] if shares and not _OF_MANY.search(shares[-1].sebelum) else None
            written = sentence.teks[word.start(1) : word.end(1)]
            yield Predikat(written, judged.angka if judged else None, sentence, ukuran=_about(text))
