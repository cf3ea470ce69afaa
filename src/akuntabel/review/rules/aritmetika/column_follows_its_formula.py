"""A column holds what the formula in its own row of column numbers gives ("6=4-5")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from akuntabel.bahasa.angka import format_number, round_half_up
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.rumus_kolom import RumusKolom, number_of, read_column_formulas
from akuntabel.facts.tabel import BarisTabel, JenisBaris
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.selip import slip

# Rules of their own compute these again, with the caps and directions that a head does not tell.
_ELSEWHERE = (Peran.CAPAIAN, Peran.PERSEN, Peran.SISA, Peran.SELISIH)
_SCALES = (Decimal(1), Decimal(100), Decimal("0.01"))
_MOST_COLUMNS = 6


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for formula in read_column_formulas(fakta.tabel):
        if formula.kolom.peran not in _ELSEWHERE and len(formula.sumber) <= _MOST_COLUMNS:
            yield from _judge(formula)


def _judge(formula: RumusKolom) -> Iterator[Jawaban]:
    rows = [r for r in formula.tabel.rows(JenisBaris.ISI) if _is_full(formula, r)]
    fitting = [r for r in rows if _fits(formula, r)]
    for row in rows:
        if row in fitting:
            yield LOLOS
        elif 2 * len(fitting) <= len(rows):
            yield Lewat("sebagian besar baris tidak cocok dengan rumus pada kepala kolomnya")
        else:
            yield _problem(formula, row, _main_scale(formula, fitting))


def _is_full(formula: RumusKolom, row: BarisTabel) -> bool:
    cells = [row.sel[formula.kolom.indeks], *(row.sel[k.indeks] for k in formula.sumber.values())]
    return all(number_of(c) for c in cells) and formula.hitung(_values(formula, row)) is not None


def _values(formula: RumusKolom, row: BarisTabel) -> dict[int, Decimal]:
    found = {n: number_of(row.sel[k.indeks]) for n, k in formula.sumber.items()}
    return {n: a.nilai for n, a in found.items() if a and a.nilai is not None}


def _main_scale(formula: RumusKolom, fitting: Sequence[BarisTabel]) -> Decimal:
    """What the other rows multiply their quotient by: a hundred in a column of percentages, one in one of densities."""
    return max(_SCALES, key=lambda s: sum(_fits(formula, r, (s,)) for r in fitting))


def _fits(formula: RumusKolom, row: BarisTabel, scales: Sequence[Decimal] = _SCALES) -> bool:
    """Whether the printed value lies within what the rounding of its parts allows; a ratio may be meant in percent."""
    printed = row.sel[formula.kolom.indeks].angka
    parts = {n: row.sel[k.indeks].angka for n, k in formula.sumber.items()}
    corners = product(*(a.batas for a in parts.values() if a))
    results = [v for c in corners if (v := formula.hitung(dict(zip(parts, c, strict=True)))) is not None]
    if printed is None or printed.nilai is None or not results:
        return False
    low, high, unit = min(results), max(results), printed.ketelitian
    return any(low * s - unit <= printed.nilai <= high * s + unit for s in (scales if formula.membagi else _SCALES[:1]))


def _problem(formula: RumusKolom, row: BarisTabel, scale: Decimal) -> Masalah:
    cell = row.sel[formula.kolom.indeks]
    places = max(2, cell.angka.desimal if cell.angka else 2) if formula.membagi else 0
    exact = formula.hitung(_values(formula, row)) or Decimal(0)
    right = exact * scale if formula.membagi else exact
    shown = format_number(round_half_up(right, places), places) if formula.membagi else format_number(right)
    told = ", ".join(f"kolom {n} = {row.sel[k.indeks].teks}" for n, k in sorted(formula.sumber.items()))
    return Masalah(
        proof(cell, formula.tabel, row.teks()),
        f"nilai '{row.label}' pada kolom '{formula.kolom.teks}' tertulis {cell.teks}, sedangkan rumus pada kepala "
        f"kolomnya, {formula.cetak}, memberi {shown}",
        Keyakinan.PASTI,
        terkait=tuple(proof(row.sel[k.indeks], formula.tabel) for k in formula.sumber.values()),
        tertulis=cell.teks,
        seharusnya=shown,
        hitungan=f"{formula.cetak}: {told}; hasilnya {shown}",
        dugaan_penyebab=slip(cell.angka.nilai, round_half_up(right, cell.angka.desimal))
        if cell.angka and cell.angka.nilai is not None
        else None,
        saran="Hitung ulang kolom ini, atau perbaiki rumus pada kepala kolomnya.",
        sebab=f"{formula.tabel.blok}:{row.tempat.baris}",
    )


ATURAN = Aturan(
    kode="JML-22",
    judul="Isi kolom sesuai dengan rumus pada kepala kolomnya",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Rumus yang dinyatakan laporan itu sendiri",
    penjelasan=(
        "Baris nomor kolom sering menyatakan rumus, misalnya '6=4-5' atau '5=4/3x100'. Kolom itu dihitung ulang dari "
        "kolom-kolom yang disebut rumusnya, dalam batas pembulatannya. Bila sebagian besar baris tidak cocok, kolom "
        "itu dilewati. Capaian, penyerapan, sisa, dan selisih dihitung ulang oleh aturannya sendiri."
    ),
    bila_kosong="tidak ada rumus pada baris nomor kolom",
    run=_run,
)
