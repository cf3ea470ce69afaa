"""The list of places for own text is what the reports print and what the manual says."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from akuntabel.domain.catatan import TEMPAT_NARASI

GUIDE = Path(__file__).parents[3] / "docs" / "how-to" / "mengisi-paket.md"
CODE = re.compile(r"""(?:passage|_narrative)\(bahan, "([a-z_]+)"|"(efisiensi_[a-z]+)"\)""")


def test_reports_print_each_place_and_no_other() -> None:
    sources = sorted(Path(str(files("akuntabel.reports"))).rglob("*.py"))
    found = [a or b for path in sources for a, b in CODE.findall(path.read_text(encoding="utf-8"))]
    assert sorted(found) == sorted(TEMPAT_NARASI)


def test_the_manual_lists_each_place() -> None:
    rows = re.findall(r"^\| `([a-z_]+)` \| (.+) \|$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    assert dict(rows) == TEMPAT_NARASI
