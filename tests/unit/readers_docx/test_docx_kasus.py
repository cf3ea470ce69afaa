"""Every feature of Word documents as a table of cases: what stands in the file, and the dump of what is read."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from akuntabel.doctree.dump_naskah import dump_naskah
from akuntabel.readers.docx import parse_docx

HERE = Path(__file__).parent / "kasus"


def cases() -> list[Any]:
    found = []
    for path in sorted(HERE.glob("*.toml")):
        table = tomllib.loads(path.read_text("utf-8"))
        found += [pytest.param(case, id=f"{path.stem}-{name}") for name, case in table.items()]
    return found


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any], build: Any) -> None:
    dump = dump_naskah(parse_docx(build(**case), "a.docx"))
    assert dump.partition("\n")[2].split("\n") == case["hasil"].lstrip("\n").split("\n")
