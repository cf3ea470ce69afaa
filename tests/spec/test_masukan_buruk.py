"""Every kind of bad input says exactly one clear line or these findings, and nothing else: the tables are the text."""

from __future__ import annotations

import codecs
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from akuntabel.domain.paket import VERSI_SKEMA
from akuntabel.errors import BerkasError
from akuntabel.pipelines.paket import read_paket

HERE = Path(__file__).parent / "masukan_buruk"


def cases(name: str) -> list[Any]:
    table = tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))
    return [pytest.param(case, id=f"{name}-{key}") for key, case in table.items()]


def answer(path: Path, folder: Path) -> dict[str, Any]:
    """What a user is told: one line, or findings as (code, message)."""
    try:
        found = read_paket(path).temuan
    except BerkasError as error:
        return {"galat": str(error).replace(str(folder), "{folder}")}
    return {"temuan": [[t.kode, t.pesan] for t in found]}


def expected(case: dict[str, Any]) -> dict[str, Any]:
    return {key: case[key] for key in ("galat", "temuan") if key in case}


def content(text: str) -> bytes:
    return codecs.decode(text[4:], "hex") if text.startswith("hex:") else text.encode()


@pytest.mark.parametrize("case", cases("csv"))
def test_csv(case: dict[str, Any], tmp_path: Path) -> None:
    if "hex" in case:
        data = codecs.decode(case["hex"], "hex")
    elif "ulang" in case:
        before, what, times, after = case["ulang"]
        data = f"{before}{what * times}{after}".encode()
    else:
        data = case["isi"].encode(case.get("penyandian", "utf-8"))
    (tmp_path / "datapackage.json").write_text(f'{{"akuntabel.versi_skema": {VERSI_SKEMA}}}')
    (tmp_path / case["berkas"]).write_bytes(data)
    assert answer(tmp_path, tmp_path) == expected(case)


@pytest.mark.parametrize("case", cases("xlsx"))
def test_xlsx(case: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "data.xlsx"
    workbook(case).save(file)
    assert answer(file, tmp_path) == expected(case)


@pytest.mark.parametrize("case", cases("paket"))
def test_paket(case: dict[str, Any], tmp_path: Path) -> None:
    for name, text in case.get("berkas", {}).items():
        target = tmp_path / name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(content(text))
    assert answer(tmp_path / case.get("buka", ""), tmp_path) == expected(case)


def workbook(case: dict[str, Any]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    book.remove(first)
    for name, rows in case["lembar"].items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([value(cell) for cell in row])
        for cell, code in case.get("format", {}).items():
            sheet[cell].number_format = code
        for area in case.get("gabung", ()):
            sheet.merge_cells(area)
        if name in case.get("tersembunyi", ()):
            sheet.sheet_state = "hidden"
    if not case.get("tanpa_versi"):
        book.create_sheet("_paket").append(["akuntabel.versi_skema", case.get("versi", str(VERSI_SKEMA))])
    return book


def value(cell: Any) -> Any:
    if isinstance(cell, str) and cell.startswith("tanggal:"):
        return date.fromisoformat(cell[8:])
    return None if cell == "" else cell
