"""Honest reports of invented agencies, in the manner of kecamatan, kabupaten, provinsi and hospitals: nothing to find.

Lines that begin with `|` are rows of a table. Nothing of the groups that compute may be said of them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from akuntabel.facts.fakta import collect
from akuntabel.readers.teks import parse_teks
from akuntabel.regulations import load
from akuntabel.review.halaman import case_text
from akuntabel.review.runner import review

REPORTS = sorted((Path(__file__).parent / "jujur").glob("*.txt"))


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.stem)
def test_nothing_is_said_of_an_honest_report(path: Path) -> None:
    text = case_text(path.read_text(encoding="utf-8"))
    result = review(collect(parse_teks(text.encode(), path.name)), load(), pilih=("JML", "CPN"))
    assert [(t.kode, t.pesan) for t in result.temuan] == []
    assert sum(a.diperiksa for a in result.aturan) > 50
