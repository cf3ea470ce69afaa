"""Honest reports in the manner of other agencies: nothing is certain to be wrong, and at most one thing is asked.

The texts are invented; each holds lines at which a reviewer cries wolf: other agencies rightly named, an old plan, a
changed agreement signed by another head, sections with letters, tables numbered in Roman, a year of office. `ringkas`
holds short reports, each about one thing; `kalimat` holds sentences, each read alone below its head. What these are
not asked, and why, stands in `pengecualian.toml`.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from akuntabel.doctree.naskah import Naskah
from akuntabel.facts.fakta import collect
from akuntabel.findings import Keyakinan, Temuan
from akuntabel.readers.docx import read_docx
from akuntabel.readers.teks import parse_teks, read_teks
from akuntabel.regulations import load
from akuntabel.review import review

HONEST = Path(__file__).parent / "reviu" / "jujur"
TEXTS = sorted(HONEST.glob("*.txt"))
SHORT = sorted(p for p in (HONEST / "ringkas").iterdir() if p.suffix in (".txt", ".docx"))
_ASKED = 1
NOT_ASKED = {
    f["nama"]: frozenset(f["aturan"])
    for f in tomllib.loads((HONEST / "pengecualian.toml").read_text(encoding="utf-8"))["folder"]
}


def sentences() -> list[tuple[str, str]]:
    """Every sentence of the folder, with its name, as a text with its head."""
    found = []
    for path in sorted((HONEST / "kalimat").glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        found += [(f"{path.stem}: {k}", f"{data['kepala'].strip()}\n\n{k}\n") for k in data["kalimat"]]
    return found


def found_in(naskah: Naskah, folder: str = "") -> list[Temuan]:
    """The findings of a text, without the rules that its folder is not asked."""
    skipped = NOT_ASKED.get(folder, frozenset())
    return [t for t in review(collect(naskah), load()).temuan if t.kode not in skipped]


def certain(found: list[Temuan]) -> list[str]:
    return [f"{t.kode}: {t.pesan}" for t in found if t.keyakinan is Keyakinan.PASTI]


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_honest_report_stays_silent(path: Path) -> None:
    found = found_in(read_teks(path))
    assert certain(found) == []
    assert len(found) <= _ASKED, [t.pesan for t in found]


@pytest.mark.parametrize("path", SHORT, ids=lambda p: p.stem)
def test_honest_short_report_stays_silent(path: Path) -> None:
    found = found_in(read_docx(path) if path.suffix == ".docx" else read_teks(path), "ringkas")
    assert certain(found) == []
    assert len(found) <= _ASKED, [t.pesan for t in found]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in sentences()])
def test_nothing_is_said_of_an_honest_sentence(text: str) -> None:
    found = found_in(parse_teks(text.encode(), "kalimat.txt"), "kalimat")
    assert [f"{t.kode}: {t.pesan}" for t in found] == []


def test_what_is_not_asked_has_a_reason() -> None:
    folders = tomllib.loads((HONEST / "pengecualian.toml").read_text(encoding="utf-8"))["folder"]
    assert {f["nama"] for f in folders if f["alasan"]} == {"ringkas", "kalimat"}
