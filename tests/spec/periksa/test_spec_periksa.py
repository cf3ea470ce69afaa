"""Every check against its cases: tests/spec/periksa/<kode>.toml, small tables that an inspector can read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from akuntabel.domain.kolom import columns_of
from akuntabel.domain.paket import TABEL
from akuntabel.findings import Temuan
from akuntabel.grid.sheet import RawCell, Row, Sheet
from akuntabel.ingest import Ingested, ingest
from akuntabel.ingest.periksa import CHECKS
from akuntabel.ingest.periksa.halaman import Kasus, load_cases
from akuntabel.ingest.periksa.runner import make_context, run_check
from akuntabel.regulations import load

FOLDER = Path(__file__).parent
CASES = load_cases(FOLDER)
BY_CODE = {check.kode: check for check in CHECKS}
ALWAYS = {"instansi": "kode\nDINAS", "laporan": "tahun | tanggal\n2025 | 2026-02-27"}
# A bar between cells; the bar of a reference to a figure, {{ ... | persen }}, is none.
BAR = re.compile(r"\s*\|(?![^{]*\}\})\s*")
# These hold for any package, so that there is nothing to which they could not be applied.
ALWAYS_APPLY = {"PRK-ACU-05", "PRK-KLK-01"}


def read_table(name: str, text: str) -> Sheet:
    """A text table as a CSV sheet; a required column that is left out holds the schema's example."""
    lines = [BAR.split(line.strip()) for line in text.strip().splitlines()]
    filled = [c for c in columns_of(TABEL[name]) if c.wajib and c.nama not in lines[0]]
    rows: list[Row] = []
    for number, line in enumerate(lines, 1):
        extra = [c.nama if number == 1 else c.contoh for c in filled]
        rows.append(tuple(RawCell(t, t, number, n) for n, t in enumerate([*line, *extra], 1)))
    return Sheet(name, f"{name}.csv", tuple(rows))


def read_case(case: Kasus) -> Ingested:
    """The package of a case, and where its rows stand."""
    tables = {**(ALWAYS if case.dasar else {}), **case.tabel}
    return ingest({name: read_table(name, text) for name, text in tables.items()}, {}, dict.fromkeys(case.berkas, b""))


def shown(finding: Temuan, fields: list[str]) -> dict[str, object]:
    """The fields of a finding that a case states."""
    return {name: getattr(finding, name) for name in fields}


@pytest.mark.parametrize(
    ("kode", "case"), [pytest.param(k, c, id=f"{k}: {c.nama}") for k, cases in CASES.items() for c in cases]
)
def test_case(kode: str, case: Kasus) -> None:
    ingested = read_case(case)
    assert [t.pesan for t in ingested.temuan] == []
    context = make_context(ingested.paket, load())
    outcome, findings = run_check(BY_CODE[kode], ingested.paket, ingested.sumber, context)
    assert [shown(f, list(e)) for f, e in zip(findings, case.temuan, strict=False)] == list(case.temuan)
    assert [f.pesan for f in findings] == [e["pesan"] for e in case.temuan]
    assert (outcome.hasil.value, outcome.diperiksa, outcome.alasan) == (case.hasil, case.diperiksa, case.alasan)
    assert outcome.lolos == outcome.diperiksa - len(findings)


@pytest.mark.parametrize("kode", BY_CODE)
def test_every_check_has_cases_of_all_three_answers(kode: str) -> None:
    needed = {"lolos", "ditemukan"} | (set() if kode in ALWAYS_APPLY else {"tidak_berlaku"})
    assert needed - {case.hasil for case in CASES.get(kode, [])} == set()


def test_no_cases_of_unknown_checks() -> None:
    assert set(CASES) - set(BY_CODE) == set()
