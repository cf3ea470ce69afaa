"""What a written cell means, column kind by column kind: a table that can be read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from akuntabel.domain.kolom import columns_of
from akuntabel.domain.paket import TABEL
from akuntabel.grid.sheet import RawCell, Sheet
from akuntabel.ingest.sel import read_cell

# table.column | written | value | codes of the findings
CASES: list[tuple[str, str, Any, list[str]]] = [
    ("realisasi.nilai", "7,33", Decimal("7.33"), []),
    ("realisasi.nilai", "1.234,5", Decimal("1234.5"), []),
    ("realisasi.nilai", "-0,5", Decimal("-0.5"), []),
    ("realisasi.nilai", "7,33%", Decimal("7.33"), []),
    ("realisasi.nilai", "WTP", "WTP", []),
    ("realisasi.nilai", "Sangat  Baik", "Sangat Baik", []),
    ("realisasi.nilai", "Level 3", "Level 3", []),
    ("realisasi.nilai", "ya", True, []),
    ("realisasi.nilai", "TIDAK", False, []),
    ("realisasi.nilai", "2025-12-31", date(2025, 12, 31), []),
    ("realisasi.nilai", "31 Desember 2025", date(2025, 12, 31), []),
    ("realisasi.nilai", "Rp1.500", Decimal(1500), []),
    ("realisasi.nilai", "8O%", None, ["DATA-01"]),
    ("realisasi.nilai", "7.33", Decimal("7.33"), ["DATA-23"]),
    ("anggaran.pagu", "Rp 1.170.250.000,-", Decimal(1170250000), []),
    ("anggaran.pagu", "1500,25", Decimal("1500.25"), []),
    ("anggaran.pagu", "1500,255", Decimal("1500.255"), ["DATA-28"]),
    ("anggaran.pagu", "1.000.000", Decimal(1000000), []),
    ("sarana.jumlah", "12", 12, []),
    ("sarana.jumlah", "1.250", 1250, []),
    ("sarana.jumlah", "12,5", None, ["DATA-09"]),
    ("laporan.tahun", "2025", 2025, []),
    ("laporan.tahun", "'2025", 2025, []),
    ("laporan.tahun", "2.025", None, ["DATA-09"]),
    ("laporan.tanggal", "27/02/2026", date(2026, 2, 27), []),
    ("laporan.tanggal", "27 Februari 2026", date(2026, 2, 27), []),
    ("laporan.tanggal", "Februari 2026", None, ["DATA-02"]),
    ("laporan.direviu", "Ya", True, []),
    ("laporan.direviu", "TRUE", True, []),
    ("laporan.direviu", "0", False, []),
    ("laporan.direviu", "?", None, ["DATA-03"]),
    ("realisasi.status", "Belum Rilis", "belum_rilis", []),
    ("pejabat.status_jabatan", "plt", "Plt.", []),
    ("pejabat.status_jabatan", "PLT.", "Plt.", []),
    ("pejabat.status_jabatan", "caretaker", None, ["DATA-04"]),
    ("pejabat.nip", "19670114 198610 2 001", "196701141986102001", []),
    ("pejabat.nip", "'196701141986102001", "196701141986102001", []),
    ("pejabat.nip", "1,96701E+17", None, ["DATA-08"]),
    ("pejabat.nama", "'Aisyah, S.E.", "'Aisyah, S.E.", []),
    ("pejabat.nama", '=HYPERLINK("x")', '=HYPERLINK("x")', []),
    ("pejabat.nama", " Dua   kata\nbaris ", "Dua kata baris", []),
    ("pejabat.kode", "KADIS", "KADIS", []),
    ("pejabat.kode", "KA DIS", None, ["DATA-07"]),
    ("pejabat.unit", "KA DIS", "KA DIS", []),
    ("indikator.definisi", "Baris satu\r\nbaris dua ", "Baris satu\nbaris dua", []),
    ("indikator.definisi", "\uf0b7 butir", "• butir", ["DATA-17"]),
]


def read(name: str, cell: RawCell) -> tuple[Any, list[str]]:
    table, _, column = name.partition(".")
    model = TABEL[table]
    kolom = next(k for k in columns_of(model) if k.nama == column)
    value, notes = read_cell(Sheet(table, f"{table}.csv"), cell, kolom, key=column in model.KUNCI)
    return value, [t.kode for t in notes]


@pytest.mark.parametrize(("name", "text", "value", "codes"), CASES, ids=[f"{c[0]}={c[1]}" for c in CASES])
def test_written_cell(name: str, text: str, value: Any, codes: list[str]) -> None:
    found, noted = read(name, RawCell(text, text, 2, 1))
    assert (found, noted) == (value, codes)
    assert value is None or type(found) in (type(value), *type(found).__mro__[:-1])


# table.column | value of a workbook's cell | value | codes
WORKBOOK: list[tuple[str, Any, Any, list[str]]] = [
    ("realisasi.nilai", Decimal("7.33"), Decimal("7.33"), []),
    ("realisasi.nilai", date(2025, 12, 31), date(2025, 12, 31), []),
    ("realisasi.nilai", True, True, []),
    ("anggaran.pagu", Decimal("1E+30"), Decimal(10**30), []),
    ("sarana.jumlah", True, None, ["DATA-01"]),
    ("sarana.jumlah", date(2025, 2, 1), None, ["DATA-01"]),
    ("laporan.tahun", Decimal(2025), 2025, []),
    ("laporan.tahun", Decimal("2025.5"), None, ["DATA-09"]),
    ("laporan.tanggal", Decimal(45886), None, ["DATA-02"]),
    ("pejabat.nip", Decimal(196701141986102000), None, ["DATA-08"]),
    ("pejabat.kode", Decimal(12), "12", []),
    ("pejabat.kode", Decimal("2.1"), "2.1", ["DATA-07"]),
    ("pejabat.kode", date(2025, 2, 1), None, ["DATA-07"]),
    ("pejabat.nama", Decimal("1.5"), "1,5", []),
]


@pytest.mark.parametrize(("name", "content", "value", "codes"), WORKBOOK)
def test_cell_of_a_workbook(name: str, content: Any, value: Any, codes: list[str]) -> None:
    text = f"{content:f}" if isinstance(content, Decimal) else str(content)
    assert read(name, RawCell(content, text, 2, 1)) == (value, codes)
