"""Every rule on its cases, and its manual page. The cases are data that an inspector can read.

`AKUNTABEL_TULIS_RUJUKAN=1` writes the pages anew.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
from pathlib import Path

import pytest
from bandingan_kasus import comparison_of

from akuntabel.facts.fakta import Fakta, collect
from akuntabel.findings import Hasil, finding_json
from akuntabel.readers.teks import parse_teks
from akuntabel.regulations import load
from akuntabel.review import rules
from akuntabel.review.aturan import Aturan, Konteks, Pembanding
from akuntabel.review.halaman import Kasus, case_text, parse_cases, render_page
from akuntabel.review.runner import run_rule
from akuntabel.review.table import ATURAN

HERE = Path(__file__).parent
PAGES = HERE.parents[1] / "docs" / "rujukan" / "aturan"
CASES = {path.stem: parse_cases(path.read_text(encoding="utf-8")) for path in sorted((HERE / "cases").glob("*.toml"))}
RULES = {rule.kode: rule for rule in ATURAN}


def facts_of(teks: str, berkas: str = "kasus.txt") -> Fakta:
    return collect(parse_teks(case_text(teks).encode(), berkas))


def others_of(case: Kasus) -> tuple[Pembanding, ...]:
    """The documents that a case compares with, each named as its key; what stands before a dash is its kind."""
    return tuple(Pembanding(k.partition("-")[0], facts_of(text, f"{k}.txt")) for k, text in case.pembanding.items())


def answer(rule: Aturan, case: Kasus) -> dict[str, object]:
    """What the rule answers, with only those fields of findings that the case names."""
    outcome, found = run_rule(rule, facts_of(case.teks), Konteks(load(), others_of(case), comparison_of(case)))
    told = [finding_json(f) for f in found]
    got: dict[str, object] = {"hasil": outcome.hasil.value}
    if case.diperiksa is not None:
        got["diperiksa"] = outcome.diperiksa
    if case.alasan is not None:
        got["alasan"] = outcome.alasan
    wanted = [*case.temuan, *([{}] * max(0, len(told) - len(case.temuan)))]
    got["temuan"] = [_fields(f, w) for f, w in zip(told, wanted, strict=False)]
    return got


def _fields(finding: dict[str, object], wanted: dict[str, object]) -> dict[str, object]:
    keys = wanted or {"pesan": None}
    lines = finding["lokasi"]["baris"]  # type: ignore[index]
    return {k: list(lines) if k == "baris" else finding[k] for k in keys}


def expected(case: Kasus) -> dict[str, object]:
    want: dict[str, object] = {"hasil": case.hasil}
    if case.diperiksa is not None:
        want["diperiksa"] = case.diperiksa
    if case.alasan is not None:
        want["alasan"] = case.alasan
    want["temuan"] = [dict(t) for t in case.temuan]
    return want


@pytest.mark.parametrize(
    ("kode", "case"), [pytest.param(k, c, id=f"{k}: {c.nama}") for k, cases in CASES.items() for c in cases]
)
def test_case(kode: str, case: Kasus) -> None:
    assert answer(RULES[kode], case) == expected(case)


@pytest.mark.parametrize("kode", RULES)
def test_rule_has_every_kind_of_case(kode: str) -> None:
    assert {c.hasil for c in CASES.get(kode, [])} == {h.value for h in Hasil}


@pytest.mark.parametrize("kode", RULES)
def test_findings_tell_their_message(kode: str) -> None:
    silent = [c.nama for c in CASES.get(kode, []) if c.hasil == "ditemukan" and "pesan" not in (c.temuan or [{}])[0]]
    assert silent == []


@pytest.mark.parametrize("kode", RULES)
def test_page_is_up_to_date(kode: str) -> None:
    text = render_page(RULES[kode], CASES.get(kode, []))
    path = PAGES / f"{kode}.md"
    if os.environ.get("AKUNTABEL_TULIS_RUJUKAN"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def test_pages_and_cases_belong_to_rules() -> None:
    assert {p.stem for p in PAGES.glob("*.md")} == set(RULES)
    assert set(CASES) == set(RULES)


def test_every_rule_file_is_in_the_table() -> None:
    names = [m.name for m in pkgutil.walk_packages(rules.__path__, f"{rules.__name__}.") if not m.ispkg]
    found = [importlib.import_module(name).ATURAN for name in names]
    assert sorted(a.kode for a in found) == sorted(RULES)
    assert len(ATURAN) == len(RULES)


def test_codes_are_well_formed() -> None:
    assert [k for k in RULES if not re.fullmatch(r"[A-Z]{3}-\d{2}", k)] == []
    assert [a.kode for a in ATURAN if not (a.judul and a.dasar and a.penjelasan and a.bila_kosong)] == []
