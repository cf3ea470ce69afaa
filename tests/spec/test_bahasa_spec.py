"""The pages of tests/spec/bahasa, read as tables and run; a section without a check is a failure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from akuntabel.bahasa.angka import format_number, parse_number
from akuntabel.bahasa.tanggal import format_rentang_tanggal, parse_tanggal
from akuntabel.bahasa.terbilang import terbilang, terbilang_rupiah

HERE = Path(__file__).parent / "bahasa"


def write_number(nilai: str, desimal: str) -> list[str]:
    return [format_number(Decimal(nilai), None if desimal == "-" else int(desimal))]


def read_number(tulisan: str) -> list[str]:
    parsed = parse_number(tulisan)
    if parsed.value is None:
        return [parsed.saran or "-", str(parsed.masalah)]
    return [str(parsed.value)] if parsed.is_certain else [str(parsed.value), str(parsed.saran), str(parsed.masalah)]


CHECKS: dict[str, tuple[int, Callable[..., list[str]]]] = {
    "angka: Menulis angka": (2, write_number),
    "angka: Membaca angka": (1, read_number),
    "angka: Membaca angka yang meragukan": (1, read_number),
    "angka: Menolak yang bukan angka": (1, read_number),
    "terbilang: Bilangan": (1, lambda nilai: [terbilang(Decimal(nilai))]),
    "terbilang: Uang": (1, lambda nilai: [terbilang_rupiah(Decimal(nilai))]),
    "tanggal: Membaca tanggal": (1, lambda tulisan: [str(parse_tanggal(tulisan) or "-")]),
    "tanggal: Rentang tanggal": (
        2,
        lambda a, b: [format_rentang_tanggal(date.fromisoformat(a), date.fromisoformat(b))],
    ),
}


def tables() -> dict[str, list[list[str]]]:
    """Rows of every section of every page, without the head of the table."""
    found: dict[str, list[list[str]]] = {}
    for page in sorted(HERE.glob("*.md")):
        for section in page.read_text(encoding="utf-8").split("\n## ")[1:]:
            lines = [line for line in section.splitlines() if line.startswith("|")]
            title = f"{page.stem}: {section.splitlines()[0]}"
            found[title] = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]
    return found


def test_every_section_is_checked() -> None:
    assert set(tables()) == set(CHECKS)


@pytest.mark.parametrize("title", CHECKS)
def test_section(title: str) -> None:
    count, check = CHECKS[title]
    rows = tables()[title]
    assert rows
    assert [row[:count] + check(*row[:count]) for row in rows] == rows
