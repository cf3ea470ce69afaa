"""Every place where the document states a value of an indicator for a year, in one shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from akuntabel.facts.angka import Angka
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
    r"\b(perjanjian|pk|renstra|rencana (?:strategis|kerja)|renja|rpjmd|perubahan|murni|semula|awalnya|bila target"
    r"|akhir (?:periode|rencana|renstra))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NilaiSebut:
    """One statement: of what, and where. `jelas`: the place itself names the indicator."""

    indikator: str
    besaran: Peran
    tahun: int | None
    angka: Angka
    bukti: Terkait
    tempat: str
    jelas: bool = True


def statements(fakta: Fakta) -> Iterator[NilaiSebut]:
    """Values of measuring tables, of tables with a year in each row, and of sentences; not of other documents."""
    for v in fakta.nilai:
        measured = v.sumber is Sumber.PENGUKURAN and v.besaran in (Peran.TARGET, Peran.REALISASI, Peran.CAPAIAN)
        if measured and v.angka and v.sel.nilai_ada and not v.kolom.triwulan and not v.angka.satuan:
            yield NilaiSebut(v.indikator, v.besaran, v.tahun, v.angka, proof(v, v.tabel), f"t{v.tabel.blok}")
    for table, year, cells, subject in year_rows(fakta.tabel):
        for besaran, cell in cells.items():
            if subject and cell.angka and cell.nilai_ada and besaran in NAMA:
                yield NilaiSebut(subject, besaran, year, cell.angka, proof(cell, table), f"t{table.blok}")
    for c in fakta.pernyataan:
        if c.sebagian or (c.besaran is Peran.TARGET and _OTHER_DOCUMENT.search(c.kalimat.teks)):
            continue
        besaran, surely = _reading(c, fakta)
        yield NilaiSebut(
            c.indikator, besaran, c.tahun, c.angka, proof(c), f"b{c.kalimat.alinea.blok}", surely and not c.dari_judul
        )


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
