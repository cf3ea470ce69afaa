"""Two outside judges of our workbooks: Microsoft's validator, and an office program that opens and saves them."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from akuntabel.domain.paket import Paket
from akuntabel.pipelines.paket import convert, make_template, read_paket

ROOT = Path(__file__).parents[3]
CONTOH = ROOT / "contoh" / "disnaker-kota-bekasi-2025"
VALIDATOR = ROOT / "alat/npm/node_modules/.bin/ooxml-validator"

pytestmark = pytest.mark.lambat


def saved_by_office(file: Path, folder: Path) -> Path:
    folder.mkdir()
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / file.name


@pytest.mark.skipif(shutil.which("node") is None, reason="node tidak terpasang: validator tidak dapat berjalan")
@pytest.mark.parametrize("kind", ["templat", "contoh"])
def test_microsofts_validator_finds_nothing(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "data.xlsx"
    if kind == "templat":
        make_template(file)
    else:
        convert(CONTOH, file)
    done = subprocess.run([str(VALIDATOR), str(file)], capture_output=True, text=True, timeout=120, check=False)
    report = json.loads(done.stdout)
    assert report["ok"], report


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice tidak terpasang")
def test_a_workbook_saved_by_an_office_program_is_the_same_package(tmp_path: Path) -> None:
    convert(CONTOH, tmp_path / "data.xlsx")
    saved = read_paket(saved_by_office(tmp_path / "data.xlsx", tmp_path / "kantor"))
    assert saved.temuan == ()
    assert saved.paket == read_paket(CONTOH).paket


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice tidak terpasang")
def test_an_untouched_template_saved_by_an_office_program_stays_empty(tmp_path: Path) -> None:
    make_template(tmp_path / "data.xlsx")
    saved = read_paket(saved_by_office(tmp_path / "data.xlsx", tmp_path / "kantor"))
    assert (saved.paket, saved.temuan) == (Paket(), ())
