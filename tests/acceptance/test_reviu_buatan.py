"""The reports that we generate pass our own review, as Word, as our PDF and as the PDF that LibreOffice makes of it.

What remains is true of the data: a printed row number that is missing, taxes that lapsed, blanks that wait for a name.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from akuntabel.pipelines.contoh import example_path
from akuntabel.pipelines.dokumen import Pesanan, write
from akuntabel.pipelines.hitungan import compute_paket
from akuntabel.pipelines.reviu import Permintaan, review_here

PAKET = Path(__file__).parents[1] / "paket"
SUMBER = {
    "contoh": example_path(),
    "inspektorat": PAKET / "inspektorat",
    "rsud": PAKET / "rsud",
    "uji": PAKET / "uji-dokumen",
}
BENAR = {"contoh": {"WKT-08", "STR-09", "STR-17", "KWJ-02"}}  # codes of findings that are true of the data
SEDIKIT = 1  # questions that a layout of LibreOffice may raise


def codes(path: Path) -> list[tuple[str, str, str]]:
    return [(t.keyakinan.value, t.kode, t.pesan) for t in review_here(path, Permintaan()).hasil.temuan]


@pytest.mark.lambat
@pytest.mark.parametrize("name", SUMBER)
def test_our_reports_pass_our_review(name: str, tmp_path: Path) -> None:
    docx, pdf = write(compute_paket(SUMBER[name]), Pesanan("lkip", ("docx", "pdf")), tmp_path).berkas
    for path in (docx, pdf):
        assert [f for f in codes(path) if f[1] not in BENAR.get(name, set())] == []
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path / "lo"), str(docx)]
    subprocess.run(command, check=True, capture_output=True)
    found = [f for f in codes(tmp_path / "lo" / f"{docx.stem}.pdf") if f[1] not in BENAR.get(name, set())]
    assert [f for f in found if f[0] == "pasti"] == []
    assert len(found) <= SEDIKIT, found
