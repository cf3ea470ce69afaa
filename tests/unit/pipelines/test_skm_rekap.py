"""What `skm hitung --format skm_rekap` writes goes into a package as it is and gives the same figures."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from akuntabel.domain.figure import FigureId
from akuntabel.pipelines.hitungan import compute_paket

PROGRAM = Path(sys.executable).with_name("akuntabel")
UJI = Path(__file__).resolve().parents[2] / "paket" / "uji-survei"
KINDS = ("ikm", "nilai_unsur", "nrr", "mutu", "skm_skor")


def test_the_recap_of_answers_gives_what_the_answers_give(tmp_path: Path) -> None:
    command = [str(PROGRAM), "skm", "hitung", str(UJI / "skm_responden.csv"), "--format", "skm_rekap"]
    made = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert made.splitlines()[0] == "periode;layanan;unsur;responden;jumlah_skor"
    folders = [tmp_path / name for name in ("lembar", "rekap")]
    for folder in folders:
        shutil.copytree(UJI, folder)
    (folders[0] / "skm_rekap.csv").unlink()
    (folders[1] / "skm_rekap.csv").write_text(made, encoding="utf-8")
    (folders[1] / "skm_responden.csv").unlink()
    answers, recap = (compute_paket(folder).bahan.figures for folder in folders)
    wanted = {i: f.value for i, f in answers.items() if i.besaran in KINDS}
    assert {i: f.value for i, f in recap.items() if i.besaran in KINDS} == wanted
    assert FigureId("ikm", "2025-s2:KTP", 2025) in wanted
