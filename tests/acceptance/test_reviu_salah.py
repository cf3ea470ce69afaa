"""Texts with one seeded error each: the rule that data name finds it, as sure as they say, and nothing else is said.

`salah/harapan.toml` holds for each text the rule, whether it must be certain, and the limit where it is only asked.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from akuntabel.facts.fakta import collect
from akuntabel.findings import Keyakinan
from akuntabel.readers.teks import read_teks
from akuntabel.regulations import load
from akuntabel.review import review

SEEDED = Path(__file__).parent / "reviu" / "salah"
DATA = tomllib.loads((SEEDED / "harapan.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("wanted", DATA["berkas"], ids=lambda w: w["nama"])
def test_seeded_error_is_found(wanted: dict[str, Any]) -> None:
    found = review(collect(read_teks(SEEDED / wanted["nama"])), load()).temuan
    told = {t.kode for t in found if t.kode not in DATA["tidak_ditanya"]}
    sure = {t.kode for t in found if t.keyakinan is Keyakinan.PASTI}
    assert told == {wanted["kode"], *wanted.get("juga", [])}
    assert (wanted["kode"] in sure) is wanted["pasti"]


def test_every_text_is_expected_and_every_limit_is_told() -> None:
    assert sorted(w["nama"] for w in DATA["berkas"]) == sorted(p.name for p in SEEDED.glob("*.txt"))
    assert [w["nama"] for w in DATA["berkas"] if w["pasti"] is ("batas" in w)] == []
    assert DATA["alasan"]
