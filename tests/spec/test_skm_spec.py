"""`akuntabel skm hitung` on files of answers as offices have them: the tables are the text.

A case holds files (`csv`, `xlsx` as rows, `parquet` as the query that makes it), the words of the call, and all that
must come out: every result, the elements where the case tells them, what was left out, what is told on stderr.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import openpyxl
import pytest

HERE = Path(__file__).parent / "skm"
PROGRAM = Path(sys.executable).with_name("akuntabel")
REJECTED = ("kosong", "di_luar_skala", "jawaban_ganda", "bukan_skor")


def cases() -> list[Any]:
    made = []
    for path in sorted(HERE.glob("*.toml")):
        table = tomllib.loads(path.read_text("utf-8"))
        made += [pytest.param(case, id=f"{path.stem}-{name}") for name, case in table.items()]
    return made


def write(case: dict[str, Any], folder: Path) -> None:
    for name, text in case.get("csv", {}).items():
        (folder / name).write_bytes(text.encode(case.get("penyandian", "utf-8")))
    for name, sheets in case.get("xlsx", {}).items():
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
            for area in case.get("gabung", []):
                sheet.merge_cells(area)
        book.save(folder / name)
    for name, query in case.get("parquet", {}).items():
        import duckdb  # noqa: PLC0415

        duckdb.connect().execute(f"COPY ({query}) TO '{folder / name}' (FORMAT parquet)")


def line(result: dict[str, Any]) -> str:
    """layanan Kartu Kuning 2025-tw1: n 3, indeks 91,67, mutu A"""
    when = result["periode"] or ("setahun" if result["setahun"] else "tanpa periode")
    value = f"indeks {result['nilai']}, mutu {result['mutu']}" if result["nilai"] else result["alasan"]
    return f"{result['tingkat']} {result['nama']} {when}: n {result['responden']}, {value}"


def element(unsur: dict[str, Any]) -> str:
    """U1: 0 1 2 3, kosong 0, ditolak 1, NRR 3,333, nilai 83,33, ke-1"""
    scores = " ".join(map(str, unsur["sebaran"]))
    left = f"kosong {unsur['kosong']}, ditolak {unsur['ditolak']}"
    place = unsur["urutan_dari_terendah"]
    return f"{unsur['kode']}: {scores}, {left}, NRR {unsur['nrr_cetak']}, nilai {unsur['nilai']}, ke-{place}"


@pytest.mark.parametrize("case", cases())
def test_answers(case: dict[str, Any], tmp_path: Path) -> None:
    write(case, tmp_path)
    command = [str(PROGRAM), "skm", "hitung", *case.get("perintah", []), "--format", "json", "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stderr.splitlines() == case.get("pesan", [])
    if "galat" in case:
        assert (done.returncode, done.stdout) == (2, "")
        return
    told = json.loads(done.stdout)
    assert [line(r) for r in told["hasil"]] == case["hasil"]
    assert {k: n for k, n in told["ditolak"].items() if n} == case.get("ditolak", {})
    if "unsur" in case:
        assert [element(u) for u in told["hasil"][-1]["unsur"]] == case["unsur"]
    if "kolom" in case:
        assert [text for lines in told["kolom"].values() for text in lines] == case["kolom"]
    assert done.returncode == case.get("status", 0)
