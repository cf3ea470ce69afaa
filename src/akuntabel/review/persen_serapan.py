"""What a printed percentage beside a budget and a spending may be."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from akuntabel.facts.jumlahan import value_of
from akuntabel.facts.serapan import Serapan
from akuntabel.facts.tabel import JenisBaris


def near(row: Serapan, value: Decimal) -> bool:
    """Whether a percentage is printed: rounded, cut or as a fraction of one."""
    printed = row.persen.angka if row.persen else None
    fraction = printed is not None and (printed.desimal > 0 or value == 100)
    return printed is not None and (printed.near(value) or (fraction and printed.near(value / 100)))


def fits(row: Serapan) -> bool:
    """Whether the printed percentage is the share of the budget that was spent."""
    return row.tepat is not None and near(row, row.tepat)


def fits_otherwise(row: Serapan, rows: Sequence[Serapan], main: bool) -> bool:
    """A mean in a total row; unless the column is surely absorption: weight, share of the totals, what is left."""
    parts = [r for r in rows if r.baris.jenis is JenisBaris.ISI and r.anggaran.kolom == row.anggaran.kolom]
    shares = [r.persen.angka.nilai for r in parts if r.persen and r.persen.angka and r.persen.angka.nilai is not None]
    values = [sum(shares, Decimal()) / len(shares)] if row.baris.jenis is JenisBaris.JUMLAH and shares else []
    if not main and row.tepat is not None:
        budget, spent = value_of(row.anggaran), value_of(row.realisasi)
        budgets = sum((value_of(r.anggaran) for r in parts), Decimal())
        spendings = sum((value_of(r.realisasi) for r in parts), Decimal())
        values += [
            100 - row.tepat,
            *(v / w * 100 for v, w in ((budget, budgets), (spent, budgets), (spent, spendings)) if w),
        ]
    return any(near(row, v) for v in values)
