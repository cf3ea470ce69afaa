"""Our own documents of one package agree with each other: compared, they give no finding."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from akuntabel.findings import Hasil
from akuntabel.pipelines.dokumen import build
from akuntabel.pipelines.hitungan import compute_paket
from akuntabel.pipelines.reviu import Permintaan, review_here
from akuntabel.writers.docx import write_docx

ROOT = Path(__file__).resolve().parents[2]
UJI = ROOT / "tests" / "paket" / "uji-dokumen"
KINDS = {"pk": None, "iku": None, "rkt": None, "tl_lhe": None, "triwulan": "tw4"}
TAKEN = {
    "pk": "perjanjian_kinerja",
    "iku": "iku",
    "rkt": "lain",
    "tl_lhe": "lain",
    "triwulan": "laporan_triwulan",
}


def written(folder: Path) -> Iterator[tuple[str, Path]]:
    bahan = compute_paket(UJI).bahan
    for kind, choice in {"lkip": None, **KINDS}.items():
        path = folder / f"{kind}.docx"
        path.write_bytes(write_docx(build(bahan, kind, choice)))
        yield kind, path


@pytest.mark.lambat
def test_documents_of_one_package_agree(tmp_path: Path) -> None:
    files = dict(written(tmp_path))
    others = tuple(("", path) for kind, path in files.items() if kind != "lkip")
    result = review_here(files["lkip"], Permintaan(pilih=("PBD",), pembanding=others))
    assert {p.berkas.removesuffix(".docx"): p.jenis for p in result.pembanding} == TAKEN
    assert result.hasil.temuan == ()
    applied = {a.kode for a in result.hasil.aturan if a.hasil is Hasil.LOLOS}
    assert applied == {"PBD-01", "PBD-10", "PBD-12", "PBD-13"}
