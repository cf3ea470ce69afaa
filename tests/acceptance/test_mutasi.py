"""One bound value of a report that we generated is changed: the review notices as often as the threshold says.

A fixed sample, kinds in turn, on every report; a thousand in the long run.
"""

from __future__ import annotations

import random
import tomllib
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import mutasi
import pytest

from akuntabel.pipelines.contoh import example_path
from akuntabel.pipelines.hitungan import compute_paket

HERE = Path(__file__).parent
PACKAGES = [example_path(), HERE.parent / "paket" / "inspektorat", HERE.parent / "paket" / "rsud"]
LIMITS = tomllib.loads((HERE / "reviu" / "ambang.toml").read_text(encoding="utf-8"))
SEED = 7


@cache
def report(package: Path) -> mutasi.Laporan:
    return mutasi.report(compute_paket(package).bahan)


def tried(package: Path, count: int) -> list[mutasi.Mutan]:
    chance = random.Random(SEED)
    places = mutasi.sample(mutasi.bound(report(package)), count, SEED)
    return [mutasi.mutant(report(package), place, chance) for place in places]


@pytest.mark.lambat
@pytest.mark.parametrize("package", PACKAGES, ids=lambda p: p.stem)
def test_changed_values_are_noticed(package: Path) -> None:
    # the unchanged report is silent but for taxes that lapsed in the data
    assert {code for code, _ in report(package).dasar} <= {"WKT-08"}
    made = tried(package, LIMITS["mutasi_banyak"])
    missed = [(m.tempat.jenis, m.tempat.teks, m.menjadi) for m in made if not m.ditemukan]
    assert 1 - len(missed) / len(made) >= LIMITS["mutasi"], missed


@pytest.mark.panjang
@pytest.mark.parametrize("package", PACKAGES, ids=lambda p: p.stem)
def test_a_thousand_changed_values_are_noticed(package: Path, record_property: Callable[[str, object], None]) -> None:
    made = tried(package, LIMITS["mutasi_panjang"])
    total = Counter(m.tempat.jenis for m in made)
    found = Counter(m.tempat.jenis for m in made if m.ditemukan)
    lines = [f"{package.stem}: {found.total()} dari {total.total()} nilai yang diubah ditemukan"]
    lines += [f"  {kind:<40}{found[kind]:4} dari {total[kind]:3}" for kind in sorted(total)]
    record_property("cetak", "\n".join(lines))
    assert found.total() / total.total() >= LIMITS["mutasi"]


def test_there_are_many_kinds() -> None:
    kinds = {place.jenis for package in PACKAGES for place in mutasi.bound(report(package))}
    assert len(kinds) >= LIMITS["mutasi_jenis"]


@pytest.mark.parametrize("text", ["105,17%", "Rp18.113.302.758", "7", "2 (dua)", "0,05", "1.000"])
def test_a_slip_changes_the_text_and_keeps_what_stands_around(text: str) -> None:
    for seed in range(50):
        changed = mutasi.change_text(text, random.Random(seed))
        assert changed != text
        assert "".join(c for c in changed if not c.isdecimal() and c not in ".,") == "".join(
            c for c in text if not c.isdecimal() and c not in ".,"
        )
