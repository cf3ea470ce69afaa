"""One bound value of a report that we generated is changed: the review notices as often as the threshold says.

Every place is tried at length by `python -m benchmarks`; here a fixed sample, kinds in turn, on every report.
"""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

import mutasi
import pytest

from akuntabel.pipelines.contoh import example_path
from akuntabel.pipelines.hitungan import compute_paket

HERE = Path(__file__).parent
PACKAGES = [example_path(), HERE.parent / "paket" / "inspektorat", HERE.parent / "paket" / "rsud"]
LIMITS = tomllib.loads((HERE / "reviu" / "ambang.toml").read_text(encoding="utf-8"))
SEED = 7


@pytest.mark.lambat
@pytest.mark.parametrize("package", PACKAGES, ids=lambda p: p.stem)
def test_changed_values_are_noticed(package: Path) -> None:
    chance = random.Random(SEED)
    laporan = mutasi.report(compute_paket(package).bahan)
    kinds = {code for code, _ in laporan.dasar}
    assert kinds <= {"WKT-08"}  # the unchanged report is silent but for taxes that lapsed in the data
    places = mutasi.sample(mutasi.bound(laporan), LIMITS["mutasi_banyak"], SEED)
    made = [mutasi.mutant(laporan, place, chance) for place in places]
    missed = [(m.tempat.jenis, m.tempat.teks, m.menjadi) for m in made if not m.ditemukan]
    assert 1 - len(missed) / len(made) >= LIMITS["mutasi"], missed


@pytest.mark.parametrize("text", ["105,17%", "Rp18.113.302.758", "7", "2 (dua)", "0,05", "1.000"])
def test_a_slip_changes_the_text_and_keeps_what_stands_around(text: str) -> None:
    for seed in range(50):
        changed = mutasi.change_text(text, random.Random(seed))
        assert changed != text
        assert "".join(c for c in changed if not c.isdecimal() and c not in ".,") == "".join(
            c for c in text if not c.isdecimal() and c not in ".,"
        )
