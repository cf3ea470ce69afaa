"""Whatever stands in a text, every rule answers: parts of the real report in any order, torn, doubled and mistyped."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from akuntabel.facts.fakta import Fakta, collect
from akuntabel.facts.identitas import JenisDokumen
from akuntabel.findings import result_json
from akuntabel.readers.teks import parse_teks
from akuntabel.regulations import load
from akuntabel.review import ATURAN, review
from akuntabel.review.aturan import Pembanding

REPORT = Path(__file__).parents[1] / "acceptance" / "reviu" / "disnaker-2025.txt"
LINES = REPORT.read_text(encoding="utf-8").splitlines()
SLICE = st.builds(lambda at, n: LINES[at : at + n], st.integers(0, len(LINES) - 1), st.integers(1, 25))
TORN = st.tuples(st.sampled_from(LINES), st.integers(0, 80)).map(lambda p: [p[0][: p[1]]])
NUMBERS = ["Tabel 3.1", "7,33%", "Rp1.000,00", "2025", "dua", "(tiga)", "\t", " ", "%", "-", "0", "12 orang", "U3", "2"]
SAID = [
    *("Jumlah", "naik dari", ", yaitu", "terdiri dari", "masing-masing", "target", "realisasi", "sisa anggaran"),
    *("terserap", "unsur", "tertinggi", "mutu B", "dibandingkan", "menjadi", "sebesar", "nasional", "seluruhnya"),
]
WORDS = [*NUMBERS, *SAID]
TYPED = st.lists(st.sampled_from(WORDS), max_size=8).map(lambda words: [" ".join(words)])
TEXTS = st.lists(SLICE | TORN | TYPED, max_size=6)
LOOSE = settings(max_examples=100, suppress_health_check=list(HealthCheck))


HEADS = ["LAPORAN KINERJA TAHUN 2025", "DINAS TENAGA KERJA KOTA BEKASI", ""]
KINDS = [kind.value for kind in JenisDokumen]


def facts(parts: list[list[str]], name: str) -> Fakta:
    return collect(parse_teks("\n".join(line for part in parts for line in part).encode(), name))


def check(parts: list[list[str]], others: tuple[Pembanding, ...] = ()) -> None:
    result = review(facts(parts, "a.txt"), load(), others)
    assert [a.kode for a in result.aturan] == [a.kode for a in ATURAN]
    assert [t for t in result.temuan if not t.kutipan] == []
    result_json(result)


@example([])
@example([["Tabel 1.1 A", "Tabel 1.3 B"]])
@example([["BAB I PENDAHULUAN"]])
@example([["Realisasi sebesar Rp0.000,00 atau 0.125,5."]])
@example([LINES[26:35]])
@example([LINES[318:343], LINES[318:343], ["- -"]])
@LOOSE
@given(TEXTS)
def test_every_rule_answers(parts: list[list[str]]) -> None:
    check(parts)


def beside(parts: list[list[str]], other: list[list[str]], digit: str) -> None:
    """The same text, one digit changed, and something else, given as a document of every kind."""
    changed = [[line.replace("1", digit) for line in part] for part in parts]
    papers = [facts([HEADS, *changed], "b.txt"), facts(other, "c.txt")]
    check([HEADS, *parts], tuple(Pembanding(kind, paper) for kind in KINDS for paper in papers))


@example([LINES[940:1100]], [LINES[460:520]], "7")
@example([LINES[300:520]], [LINES[1000:1060]], "1")
@settings(LOOSE, max_examples=30)
@given(TEXTS, TEXTS, st.sampled_from("1790"))
def test_every_rule_answers_beside_other_documents(parts: list[list[str]], other: list[list[str]], digit: str) -> None:
    beside(parts, other, digit)


@pytest.mark.panjang
@settings(LOOSE, max_examples=500)
@given(TEXTS, TEXTS, st.sampled_from("1790"))
def test_every_rule_answers_beside_other_documents_at_length(
    parts: list[list[str]], other: list[list[str]], digit: str
) -> None:
    beside(parts, other, digit)


@pytest.mark.panjang
@settings(LOOSE, max_examples=2_000)
@given(TEXTS)
def test_every_rule_answers_at_length(parts: list[list[str]]) -> None:
    check(parts)
