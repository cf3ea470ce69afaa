"""Two outside judges: Microsoft's validator, and LibreOffice as a second reader and writer."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from akuntabel.doctree.nodes import Document
from akuntabel.doctree.walk import figure_refs
from akuntabel.writers.docx import read_figures, write_docx
from akuntabel.writers.docx.halaman import libreoffice_pdf
from akuntabel.writers.docx.sections import draft_line

ROOT = Path(__file__).parents[3]
VALIDATOR = ROOT / "alat/npm/node_modules/.bin/ooxml-validator"

pytestmark = pytest.mark.lambat


@pytest.mark.skipif(
    shutil.which("node") is None, reason="node tidak terpasang: validator Microsoft tidak dapat berjalan"
)
def test_microsofts_validator_finds_nothing(rich: Document, tmp_path: Path) -> None:
    path = tmp_path / "kaya.docx"
    path.write_bytes(write_docx(rich))
    answer = subprocess.run([VALIDATOR, path], capture_output=True, text=True, check=False, timeout=120)
    result = json.loads(answer.stdout)
    assert (result["ok"], result["errors"]) == (True, [])


def test_libreoffice_reads_it_as_meant(rich: Document) -> None:
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(libreoffice_pdf(write_docx(rich)))]
    assert [at for at, text in enumerate(pages) if draft_line(rich) not in text] == []
    repeated = [at for at, text in enumerate(pages) if "Uraian" in text and "(1)" in text and "50,50" in text]
    assert len(repeated) == 1  # the head stands again above row 50
    assert "BAB I\r\nPENDAHULUAN" in "".join(pages)


def test_libreoffice_keeps_every_figure_when_it_saves(rich: Document, tmp_path: Path) -> None:
    (tmp_path / "asal.docx").write_bytes(write_docx(rich))
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    out = tmp_path / "keluar"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", out]
    subprocess.run([*command, tmp_path / "asal.docx"], check=True, capture_output=True, timeout=180)
    found = [(one.figure_id, one.now) for one in read_figures((out / "asal.docx").read_bytes())]
    assert found == [(ref.figure_id, ref.text) for ref in figure_refs(rich)]


def test_another_process_with_another_hash_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import hashlib, importlib.util, sys;"
        "spec = importlib.util.spec_from_file_location('kaya', sys.argv[1]);"
        "module = importlib.util.module_from_spec(spec); spec.loader.exec_module(module);"
        "from akuntabel.writers.docx import write_docx;"
        "print(hashlib.sha256(write_docx(module.rich.__wrapped__())).hexdigest())"
    )
    source = Path(__file__).with_name("conftest.py")

    def digest(seed: str) -> str:
        environment = {"PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", code, source]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    assert digest("1") == digest("2") != ""
