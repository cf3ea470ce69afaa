"""Recommendations of an evaluation, and what a report tells of their follow-up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from akuntabel.facts.struktur import AlineaFakta, PeranAlinea, Struktur
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Tabel

_ADVICE = re.compile(r"\b(?:me)?rekomendasi\w*|\bsaran perbaikan\b", re.IGNORECASE)
_FOLLOW_UP = re.compile(r"\btindak\s*lanjut\w*|\bmenindaklanjuti\b|\bditindaklanjuti\b", re.IGNORECASE)
_EVALUATION = re.compile(r"\b(?:rekomendasi|hasil evaluasi|lhe|inspektorat|s?akip)\b", re.IGNORECASE)
_SURVEY = re.compile(r"\b(?:skm|ikm|kepuasan|survei|bpk)\b", re.IGNORECASE)
_LEAST = 25  # letters that a recommendation has at least


@dataclass(frozen=True, slots=True)
class Rekomendasi:
    """Recommendations that stand together, in a list or in the rows of a table."""

    butir: tuple[AlineaFakta | BarisTabel, ...]
    tabel: Tabel | None = None


def read_advice(struktur: Struktur, tables: tuple[Tabel, ...]) -> Rekomendasi | None:
    """The longest list or table of recommendations of a document; None where it has none."""
    found = [*_lists(struktur, _is_advice), *_tables(tables, _ADVICE)]
    return max(found, key=lambda r: len(r.butir), default=None)


def read_follow_up(struktur: Struktur, tables: tuple[Tabel, ...]) -> Rekomendasi | None:
    """The longest list or table about following up an evaluation; None where there is none."""
    found = [*_lists(struktur, _is_follow_up), *_tables(tables, _FOLLOW_UP)]
    return max(found, key=lambda r: len(r.butir), default=None)


def tells_of_follow_up(struktur: Struktur) -> bool:
    """Whether any paragraph or heading speaks of following up an evaluation."""
    return any(_is_follow_up(f.teks) or any(map(_is_follow_up, f.bagian)) for f in struktur.alinea)


def _is_advice(text: str) -> bool:
    return bool(_ADVICE.search(text)) and not _SURVEY.search(text)


def _is_follow_up(text: str) -> bool:
    return bool(_FOLLOW_UP.search(text) and _EVALUATION.search(text)) and not _SURVEY.search(text)


def _lists(struktur: Struktur, speaks: Callable[[str], bool]) -> Iterator[Rekomendasi]:
    """Runs of list items below a heading or behind a paragraph that speaks of it; deeper items belong to theirs."""
    run: list[AlineaFakta] = []
    about = False
    for fact in struktur.alinea:
        if fact.peran is PeranAlinea.BUTIR:
            if about and len(fact.isi) >= _LEAST:
                run.append(fact)
            continue
        if run:
            yield Rekomendasi(_top_level(run))
            run = []
        about = speaks(fact.teks) or (bool(fact.bagian) and speaks(fact.bagian[-1]))
    if run:
        yield Rekomendasi(_top_level(run))


def _top_level(run: list[AlineaFakta]) -> tuple[AlineaFakta, ...]:
    return tuple(f for f in run if _shape(f) == _shape(run[0]))


def _shape(fact: AlineaFakta) -> str:
    mark = fact.penanda.strip(" ().")
    return "angka" if mark.isdigit() else "huruf" if mark.isalpha() else "butir"


def _tables(tables: tuple[Tabel, ...], head: re.Pattern[str]) -> Iterator[Rekomendasi]:
    """Tables with a column of recommendations, and for a follow-up one of that too."""
    for table in tables:
        named = [k for k in table.kolom if _ADVICE.search(k.teks)]
        if not named or not any(head.search(k.teks) for k in table.kolom) or _SURVEY.search(table.judul):
            continue
        cells = [(row, row.sel[named[0].indeks]) for row in table.rows(JenisBaris.ISI, JenisBaris.KELOMPOK)]
        rows = tuple(row for row, cell in cells if len(cell.teks) >= _LEAST and not cell.lanjutan)
        if rows:
            yield Rekomendasi(rows, table)
