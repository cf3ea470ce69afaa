"""Whatever stands in a text, every rule answers: parts of the real report in any order, torn, doubled and mistyped."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from akuntabel.facts.fakta import collect
from akuntabel.findings import result_json
from akuntabel.readers.teks import parse_teks
from akuntabel.regulations import load
from akuntabel.review import ATURAN, review

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


def check(parts: list[list[str]]) -> None:
    text = "\n".join(line for part in parts for line in part)
    result = review(collect(parse_teks(text.encode(), "a.txt")), load())
    assert [a.kode for a in result.aturan] == [a.kode for a in ATURAN]
    assert [t for t in result.temuan if not t.kutipan] == []
    result_json(result)


@example([])
@example([["Tabel 1.1 A", "Tabel 1.3 B"]])
@example([["BAB I PENDAHULUAN"]])
@example([LINES[26:35]])
@example([LINES[318:343], LINES[318:343], ["- -"]])
@LOOSE
@given(TEXTS)
def test_every_rule_answers(parts: list[list[str]]) -> None:
    check(parts)


@pytest.mark.panjang
@settings(LOOSE, max_examples=2_000)
@given(TEXTS)
def test_every_rule_answers_at_length(parts: list[list[str]]) -> None:
    check(parts)
