"""The workbook to fill, seen by another program: lists, checks, locks, notes, colours; and read back as nothing."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest

from akuntabel.domain.kolom import JenisKolom, columns_of
from akuntabel.domain.paket import TABEL, Paket
from akuntabel.domain.sumber_daya import Sarana
from akuntabel.ingest import ingest
from akuntabel.paket.tulis_buku import template_bytes, workbook_bytes
from akuntabel.readers.xlsx import parse_xlsx


@pytest.fixture(scope="module")
def book() -> Any:
    return openpyxl.load_workbook(io.BytesIO(template_bytes()))


def validations(sheet: Any, column: int) -> list[Any]:
    letter = openpyxl.utils.get_column_letter(column)
    return [v for v in sheet.data_validations.dataValidation if f"{letter}3" in v.sqref]


def test_sheets(book: Any) -> None:
    assert book.sheetnames == ["Petunjuk", *TABEL, "_paket"]
    assert [s.title for s in book if s.sheet_state != "visible"] == ["_paket"]


def test_an_untouched_template_is_an_empty_package() -> None:
    sheets = {s.nama: s for s in parse_xlsx(template_bytes(), "t.xlsx") if s.nama in TABEL}
    got = ingest(sheets, {}, {})
    assert (got.paket, got.temuan) == (Paket(), ())


@pytest.mark.parametrize("name", TABEL)
def test_columns_of_a_sheet(book: Any, name: str) -> None:
    sheet = book[name]
    columns = columns_of(TABEL[name])
    assert [c.value for c in sheet[1]][: len(columns)] == [k.nama for k in columns]
    assert sheet["A2"].value == f"CONTOH: {columns[0].contoh}"
    assert sheet.freeze_panes == "B2"
    assert sheet.protection.sheet
    for n, kolom in enumerate(columns, 1):
        head = sheet.cell(1, n)
        assert kolom.petunjuk in head.comment.text
        assert ("Wajib diisi." in head.comment.text) == kolom.wajib
        assert head.fill.fgColor.rgb == ("FFFCE4C8" if kolom.wajib else "FFDCE9F5")
        assert head.protection.locked
        rules = validations(sheet, n)
        if kolom.pilihan:
            assert [r.formula1 for r in rules] == [f'"{",".join(kolom.pilihan)}"']
        elif kolom.acuan:
            names = kolom.acuan.split("|")
            assert len(rules) == 1
            assert all(f"kode_{a}" in rules[0].formula1 for a in names)
            assert rules[0].errorStyle == "warning"
        elif kolom.jenis in (JenisKolom.TAHUN, JenisKolom.DESIMAL, JenisKolom.UANG, JenisKolom.TANGGAL):
            assert len(rules) == 1


@pytest.mark.parametrize("name", TABEL)
def test_cells_to_fill_are_unlocked_and_of_the_right_format(book: Any, name: str) -> None:
    sheet = book[name]
    wanted = {JenisKolom.NIP: "@", JenisKolom.KODE: "@", JenisKolom.TANGGAL: "yyyy-mm-dd", JenisKolom.UANG: "#,##0"}
    for n, kolom in enumerate(columns_of(TABEL[name]), 1):
        style = next(d for d in sheet.column_dimensions.values() if d.min <= n <= d.max)
        assert not style.protection.locked
        if kolom.jenis in wanted:
            assert style.number_format == wanted[kolom.jenis]


def test_references_name_sheets_and_their_first_column() -> None:
    for model in TABEL.values():
        for kolom in columns_of(model):
            for name in kolom.acuan.split("|") if kolom.acuan else ():
                assert columns_of(TABEL[name])[0].nama == TABEL[name].KUNCI[0] == "kode"


def test_computed_cells_are_locked_formulas_with_their_result() -> None:
    data = workbook_bytes(
        Paket(sarana=(Sarana(kode="S1", nama="Meja", jumlah=5, baik=3, rusak_ringan=1, rusak_berat=0),))
    )
    last = len(columns_of(Sarana)) + 1
    cell = openpyxl.load_workbook(io.BytesIO(data))["sarana"].cell(2, last)
    assert cell.value == '=IF(OR(C2="",D2="",E2="",F2=""),"",IFERROR(C2-D2-E2-F2,""))'
    assert cell.protection.locked
    assert openpyxl.load_workbook(io.BytesIO(data), data_only=True)["sarana"].cell(2, last).value == 1


def test_guide_links_to_every_sheet(book: Any) -> None:
    targets = {cell.hyperlink.location for row in book["Petunjuk"] for cell in row if cell.hyperlink}
    assert targets == {f"'{name}'!A1" for name in TABEL}
