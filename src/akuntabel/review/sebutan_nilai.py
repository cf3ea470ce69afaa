"""Every place where the document states a value of an indicator for a year, in one shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from akuntabel.facts.angka import Angka, span_of
from akuntabel.facts.deret import year_rows
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pengukuran import NilaiTabel, Sumber
from akuntabel.facts.pernyataan import Pernyataan
from akuntabel.facts.subjek import bare_name
from akuntabel.findings import Terkait
from akuntabel.review.bukti import proof
from akuntabel.review.wording import NAMA

_OTHER_DOCUMENT = re.compile(
    r"\b(rencana kerja|renja|rkpd|rpjm[dn]|murni|semula|awalnya|bila target|perubahan (?:target|atas))\b", re.IGNORECASE
)
_DOCUMENTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("renstra", re.compile(r"\b(?:renstra|rencana strategis)\b", re.IGNORECASE)),
    (
        "perjanjian perubahan",
        re.compile(
            r"\b(?:perjanjian kinerja|pk)\s+perubahan\b|\bperubahan\s+(?:perjanjian kinerja|pk)\b", re.IGNORECASE
        ),
    ),
    ("perjanjian", re.compile(r"\b(?:perjanjian kinerja|pk)\b(?!\s+perubahan)", re.IGNORECASE)),
)
_END = re.compile(r"\bakhir (?:periode|rencana|renstra|rpjmd)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NilaiSebut:
    """One statement: of what, and where. `jelas`: the place itself names the indicator, and one document is meant.

    `atas` is the upper end of a span of values, of which `angka` is the lower. `dokumen` is the plan or
    agreement that a target is quoted from, empty where it is the measured one.
    """

    indikator: str
    besaran: Peran
    tahun: int | None
    angka: Angka
    bukti: Terkait
    tempat: str
    jelas: bool = True
    dokumen: str = ""
    atas: Angka | None = None

    def ditulis(self) -> str:
        """The value, or the span of values, as it stands printed."""
        return f"{self.angka.teks} sampai {self.atas.teks}" if self.atas else self.angka.teks


def statements(fakta: Fakta) -> Iterator[NilaiSebut]:
    """Values of tables, of tables with a year in each row, and of sentences; targets by the document they are of."""
    for v in fakta.nilai:
        if v.besaran in NAMA and v.besaran is not Peran.DASAR and not v.kolom.triwulan:
            yield from _of_table(v, fakta.tahun)
    for table, year, cells, subject in year_rows(fakta.tabel):
        for besaran, cell in cells.items():
            if subject and cell.angka and cell.nilai_ada and besaran in NAMA:
                yield NilaiSebut(subject, besaran, year, cell.angka, proof(cell, table), f"t{table.blok}")
    for claim in fakta.pernyataan:
        if not claim.sebagian:
            yield from _of_sentence(claim, fakta)


def _of_table(v: NilaiTabel, tahun: int | None) -> Iterator[NilaiSebut]:
    """A value of a table. Only targets are compared where the table is of a plan or an agreement."""
    document = _document_of(v)
    if document is None:
        return
    later = v.besaran is Peran.TARGET and bool(v.tahun and tahun and v.tahun > tahun)
    span = (v.angka, None) if v.angka and v.sel.nilai_ada else span_of(v.sel.teks)
    if span and span[0] and (not document or v.besaran is Peran.TARGET):
        source = "" if later else document
        yield NilaiSebut(
            v.indikator, v.besaran, v.tahun, span[0], proof(v, v.tabel), f"t{v.tabel.blok}", not later, source, span[1]
        )


def _document_of(v: NilaiTabel) -> str | None:
    """The document that a value is of: of its row, where a column names documents, else of its table.

    None where that cannot be told: another document, or an agreement whose caption does not say which.
    """
    if any("dokumen" in k.teks.lower() for k in v.tabel.kolom):
        named = _named_in(v.baris.teks())
        return named[0] if len(named) == 1 else None
    if v.sumber is Sumber.PERJANJIAN:
        title = v.tabel.judul or " ".join(v.tabel.bagian[-1:])
        signed = [name for name in _named_in(title) if name != "renstra"]
        return signed[0] if len(signed) == 1 else None
    return "renstra" if v.sumber is Sumber.RENSTRA else ""


def _of_sentence(c: Pernyataan, fakta: Fakta) -> Iterator[NilaiSebut]:
    besaran, surely = _reading(c, fakta)
    later = bool(c.tahun and fakta.tahun and c.tahun > fakta.tahun)
    sources: tuple[str, ...] = ("",)
    if Peran.TARGET in (c.besaran, besaran):
        if _OTHER_DOCUMENT.search(c.kalimat.teks) or (_END.search(c.kalimat.teks) and not later):
            return
        sources = ("",) if later else _documents_at(c)
    elif besaran is Peran.CAPAIAN and (target := _other_target(c, fakta)):
        sources = (f"target {target.teks}",)
    for source in sources:
        yield NilaiSebut(
            c.indikator, besaran, c.tahun, c.angka, proof(c), f"b{c.kalimat.alinea.blok}",
            surely and not c.tersirat and not later and len(sources) == 1, source, c.atas,
        )  # fmt: skip


def _other_target(c: Pernyataan, fakta: Fakta) -> Angka | None:
    """The target that the sentence of a capaian names, where the tables measure against another one."""
    told = [p.angka for p in fakta.pernyataan if p.kalimat is c.kalimat and p.besaran is Peran.TARGET]
    rows = [r for r in fakta.pengukuran if r.sumber is Sumber.PENGUKURAN and r.indikator == c.indikator]
    measured = [r.angka(Peran.TARGET) for r in rows if r.tahun == c.tahun]
    known = [n for n in measured if n is not None and n.nilai is not None]
    agree = any(t.nilai is not None and n.near(t.nilai) for t in told for n in known if n.nilai is not None)
    return told[0] if len(told) == 1 and known and not agree else None


def _documents_at(c: Pernyataan) -> tuple[str, ...]:
    """The documents that a target is quoted from: named right before it, else right behind; none if only elsewhere."""
    text = c.kalimat.teks
    start = max((n.akhir for n in c.kalimat.angka if n.akhir <= c.angka.awal), default=0)
    end = min((n.awal for n in c.kalimat.angka if n.awal > (c.atas or c.angka).awal), default=len(text))
    before, behind = _named_in(text[start : c.angka.awal]), _named_in(text[(c.atas or c.angka).akhir : end])
    return before or behind or (() if _named_in(text) else ("",))


def _named_in(text: str) -> tuple[str, ...]:
    return tuple(name for name, words in _DOCUMENTS if words.search(text))


def _reading(claim: Pernyataan, fakta: Fakta) -> tuple[Peran, bool]:
    """The besaran of a claim and whether it is sure: of two possible ones, that with which a table agrees."""
    if claim.atau is None:
        return claim.besaran, True
    rows = [v for v in fakta.nilai if same_thing(v, claim) and v.angka and v.angka.nilai is not None]
    for besaran in (claim.besaran, claim.atau):
        if any(v.besaran is besaran and claim.angka.near(v.angka.nilai) for v in rows):  # type: ignore[union-attr, arg-type]
            return besaran, True
    return claim.besaran, False


def same_thing(value: NilaiTabel, claim: Pernyataan) -> bool:
    """Whether a value of a table is of the indicator and year of a claim."""
    return bare_name(value.indikator) == bare_name(claim.indikator) and value.tahun == claim.tahun
