"""Every kind of bad PDF ends in one clear line or is read as far as it goes, within the limits of the child process."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from pdf_buruk import RECIPES

from akuntabel.doctree.naskah import lines_of
from akuntabel.errors import BerkasError
from akuntabel.grid.batas import Batas
from akuntabel.readers.pdf import read_pdf
from akuntabel.readers.terbatas import run_limited

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "masukan_buruk" / "pdf.toml").read_text("utf-8"))
_SHOWN = 15  # characters of the text that a case names
_KEYS = frozenset({"resep", "lama", "galat", "awal", "halaman", "gambar", "catatan"})


def answer(path: Path) -> dict[str, Any]:
    """What a user is told of a file, or the beginning of what was read."""
    try:
        read = run_limited(read_pdf, path.name, path)
    except BerkasError as error:
        return {"galat": str(error)}
    return {
        "awal": next(iter(lines_of(read)), "")[:_SHOWN],
        "halaman": read.halaman,
        "gambar": list(read.halaman_gambar),
        "catatan": list(read.catatan),
    }


def expected(case: dict[str, Any]) -> dict[str, Any]:
    if "galat" in case:
        return {"galat": f"a.pdf: {case['galat']}."}
    usual = {"awal": "", "halaman": 1, "gambar": [], "catatan": []}
    return usual | {key: case[key] for key in usual if key in case}


def marks(case: dict[str, Any]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.panjang] if case.get("lama") else []


@pytest.mark.parametrize("case", [pytest.param(c, id=name, marks=marks(c)) for name, c in CASES.items()])
def test_pdf(case: dict[str, Any], tmp_path: Path) -> None:
    numbers = {key: value for key, value in case.items() if key not in _KEYS}
    file = tmp_path / "a.pdf"
    file.write_bytes(RECIPES[case["resep"]](**numbers))
    assert answer(file) == expected(case)


def test_a_slow_file_is_stopped(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(RECIPES["many_words"](count=60_000))
    with pytest.raises(BerkasError) as error:
        run_limited(read_pdf, file.name, file, batas=Batas(detik=0.5))
    again = "buka dengan program pembuatnya, simpan ulang, lalu coba lagi"
    assert str(error.value) == f"a.pdf: tidak selesai dibaca dalam 0.5 detik; {again}."
