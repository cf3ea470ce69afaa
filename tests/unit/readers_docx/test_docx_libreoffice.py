"""LibreOffice as a second reader: it prints the same list marks, and what it saves again is read alike."""

from __future__ import annotations

import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

from akuntabel.doctree.dump_naskah import dump_naskah
from akuntabel.doctree.naskah import lines_of
from akuntabel.pipelines.dokumen import build as build_document
from akuntabel.pipelines.hitungan import compute_paket
from akuntabel.readers.docx import parse_docx, read_docx
from akuntabel.writers.docx import write_docx

pytestmark = [
    pytest.mark.lambat,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice tidak terpasang"),
]
HERE = Path(__file__).parent
ROOT = HERE.parents[2]
PACKAGES = {
    "contoh": ROOT / "contoh" / "disnaker-kota-bekasi-2025",
    "inspektorat": ROOT / "tests" / "paket" / "inspektorat",
    "rsud": ROOT / "tests" / "paket" / "rsud",
}
# Where LibreOffice prints something else: it knows no restart "never" and no legal numbers, draws bullets of fonts, and
# counts a list together with the one that its style links to (Word does not).
OTHERWISE = {
    "nomor_gabungan_judul",
    "mulai_ulang",
    "bentuk_angka",
    "butir",
    "tautan_gaya_daftar",
    "tingkat_diganti",
    "setiap_cerita_menghitung_sendiri",
}


def office(kind: str, folder: Path, *files: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def test_what_libreoffice_saves_is_read_alike(tmp_path: Path) -> None:
    for name, folder in PACKAGES.items():
        document = build_document(compute_paket(folder).bahan, "lkip")
        (tmp_path / f"{name}.docx").write_bytes(write_docx(document))
    out = tmp_path / "keluar"
    out.mkdir()
    office("docx:MS Word 2007 XML", out, *(tmp_path / f"{name}.docx" for name in PACKAGES))
    for name in PACKAGES:
        assert dump_naskah(read_docx(out / f"{name}.docx")) == dump_naskah(read_docx(tmp_path / f"{name}.docx"))


def test_libreoffice_prints_the_same_marks(build: Any, tmp_path: Path) -> None:
    cases = tomllib.loads((HERE / "kasus" / "daftar.toml").read_text("utf-8"))
    chosen = [name for name in cases if name not in OTHERWISE]
    for name in chosen:
        (tmp_path / f"{name}.docx").write_bytes(build(**cases[name]))
    office("txt:Text (encoded):UTF8", tmp_path, *(tmp_path / f"{name}.docx" for name in chosen))
    for name in chosen:
        ours = [line.strip() for line in lines_of(parse_docx((tmp_path / f"{name}.docx").read_bytes(), name))]
        theirs = (tmp_path / f"{name}.txt").read_text("utf-8-sig").splitlines()
        assert ours == [line.strip() for line in theirs if line.strip()], name
