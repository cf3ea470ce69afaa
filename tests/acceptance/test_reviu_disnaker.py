"""The real report: what the audit found and we must find, what is right and must stay silent, what we judged."""

from __future__ import annotations

import tomllib

import pytest
from skor import HERE, Finding, findings_of, lines_of, read_lines, score

LIMITS = tomllib.loads((HERE / "ambang.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found() -> list[Finding]:
    return findings_of("disnaker-2025.txt")


def test_recall(found: list[Finding]) -> None:
    result = score(found, read_lines("temuan.jsonl"))
    assert result.recall >= LIMITS["recall"], [g["id"] for g in result.terlewat]


def test_what_is_right_is_not_flagged(found: list[Finding]) -> None:
    right = {(f["kode"], *f["lokasi"]["baris"]): f["pesan"] for f in found if f["keyakinan"] == "pasti"}
    wrong = [
        (message, entry["check"])
        for entry in read_lines("benar.jsonl")
        for (kode, *lines), message in right.items()
        if entry.get("kode") and kode in entry["kode"] and set(lines) & set(entry["lines"])
    ]
    assert wrong == []


def test_every_certain_finding_is_in_the_audit_or_judged(found: list[Finding]) -> None:
    judged = {(j["kode"], j["baris"]): j["benar"] for j in read_lines("adjudikasi.jsonl")}
    open_ones = [(f["kode"], f["lokasi"]["baris"][0]) for f in score(found, read_lines("temuan.jsonl")).tanpa_padanan]
    unjudged = [key for key in open_ones if key not in judged]
    assert len(unjudged) <= LIMITS["belum_dinilai"], unjudged
    sure = [f for f in found if f["keyakinan"] == "pasti"]
    false = sum(judged.get((f["kode"], f["lokasi"]["baris"][0])) is False for f in sure)
    assert false <= (1 - LIMITS["benar"]) * len(sure)


def test_places_are_lines_of_the_text(found: list[Finding]) -> None:
    count = (HERE / "disnaker-2025.txt").read_text(encoding="utf-8").count("\n") + 1
    assert [f["kode"] for f in found if not lines_of(f) or not lines_of(f) <= set(range(1, count + 1))] == []
