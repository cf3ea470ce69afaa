"""Honest reports in the manner of other agencies: nothing is certain to be wrong, and at most one thing is asked.

The texts are invented; each holds lines at which a reviewer cries wolf: other agencies rightly named, an old plan, a
changed agreement signed by another head, sections with letters, tables numbered in Roman, a year of office.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from akuntabel.facts.fakta import collect
from akuntabel.findings import Keyakinan
from akuntabel.readers.teks import read_teks
from akuntabel.regulations import load
from akuntabel.review import review

TEXTS = sorted((Path(__file__).parent / "reviu" / "jujur").glob("*.txt"))
_ASKED = 1


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_honest_report_stays_silent(path: Path) -> None:
    found = review(collect(read_teks(path)), load()).temuan
    assert [t.pesan for t in found if t.keyakinan is Keyakinan.PASTI] == []
    assert len(found) <= _ASKED, [t.pesan for t in found]
