"""Indicators as a table lists them, with or without values: name, unit, and how they are computed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.pola import clean
from akuntabel.facts.subjek import bare_name
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel


@dataclass(frozen=True, slots=True)
class IndikatorTercantum:
    """An indicator in a row of a table; `satuan` and `rumus` are empty where the table has no such column."""

    nama: str
    satuan: str
    rumus: str
    sel: Sel
    baris: BarisTabel
    tabel: Tabel


_FORMULA = re.compile(
    r"\b(?:formula\w*|rumus\w*|cara (?:meng|peng|per)?hitung\w*|(?:peng|per)hitungan|definisi operasional)\b",
    re.IGNORECASE,
)


_BELOW = ("program", "kegiatan", "sub")  # "sasaran program" is a goal of the agency's own levels


def read_listed(tables: Iterable[Tabel]) -> tuple[IndikatorTercantum, ...]:
    """The indicators of every table that names them, in order; those of programmes and activities are left out."""
    return tuple(one for table in tables for one in _table(table))


def first_of_each(listed: Iterable[IndikatorTercantum]) -> tuple[IndikatorTercantum, ...]:
    """Each indicator once, where it stands first."""
    found: dict[str, IndikatorTercantum] = {}
    for one in listed:
        found.setdefault(bare_name(one.nama), one)
    return tuple(found.values())


def _table(table: Tabel) -> Iterator[IndikatorTercantum]:
    named = table.of(Peran.INDIKATOR)
    below = any(k.teks.lower().startswith(_BELOW) for k in table.of(Peran.PROGRAM))
    if not named or below or table.of(Peran.ANGGARAN, Peran.REALISASI_ANGGARAN):
        return
    formulas = [k for k in table.kolom if k.peran is not Peran.INDIKATOR and _FORMULA.search(k.teks)]
    for row in table.rows(JenisBaris.ISI, JenisBaris.KELOMPOK):
        cells = [row.sel[k.indeks] for k in named if not row.sel[k.indeks].lanjutan]
        filled = [c for c in cells if any(ch.isalpha() for ch in c.teks)]
        if filled:
            unit, formula = _text(row, table.of(Peran.SATUAN)), _text(row, formulas)
            yield IndikatorTercantum(clean(filled[-1].teks), unit, formula, filled[-1], row, table)


def _text(row: BarisTabel, columns: Iterable[Kolom]) -> str:
    return next((clean(row.sel[k.indeks].teks) for k in columns if row.sel[k.indeks].teks.strip()), "")


_UNITS = (
    ("persen", r"%|persen\w*|prosen\w*"),
    ("orang", r"orang|jiwa|org"),
    ("angka indeks", r"indeks|nilai|poin|skor|angka|point|skala"),
    ("rupiah", r"rp\.?|rupiah"),
    ("dokumen", r"dokumen|laporan|dok\.?"),
    ("kali", r"kali"),
    ("hari", r"hari|hari kerja"),
)


def unit_kind(satuan: str) -> str:
    """The kind of a unit under its usual names; empty for one that is not known."""
    text = satuan.lower().strip(" .()")
    return next((kind for kind, pattern in _UNITS if re.fullmatch(pattern, text)), "")


_OPERATIONS = frozenset(("dibagi", "dikali", "dikalikan", "jumlah", "banyaknya", "total", "tahun", "yang", "persen"))


def formula_words(rumus: str) -> frozenset[str]:
    """The words of a formula that say what is counted."""
    return frozenset(re.findall(r"[a-z]{4,}", rumus.lower())) - _OPERATIONS
