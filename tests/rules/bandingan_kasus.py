"""The comparison of a document with its data, from the three small texts of a case. Figures are {{name: text}}."""

from __future__ import annotations

import re
from collections import Counter

from akuntabel.review.bandingan import AngkaCetak, Bandingan, BarisTeks
from akuntabel.review.halaman import Kasus, case_text

FIGURE = re.compile(r"\{\{([^{}:]+): ?([^{}]*)\}\}")


def comparison_of(case: Kasus) -> Bandingan | str | None:
    if not case.semula:
        return case.tanpa_data
    marks = dict(_occurrences(case.teks))
    printed = [AngkaCetak(key[0], text, marks.get(key)) for key, text in _occurrences(case.semula)]
    now = case.data or case.semula
    return Bandingan(_lines(case.teks), _lines(now), tuple(printed), tuple(FIGURE.findall(case_text(now))))


def _occurrences(text: str) -> list[tuple[tuple[str, int], str]]:
    counts: Counter[str] = Counter()
    found = []
    for name, shown in FIGURE.findall(case_text(text)):
        found.append(((name, counts[name]), shown))
        counts[name] += 1
    return found


def _lines(text: str) -> tuple[BarisTeks, ...]:
    lines = enumerate(case_text(text).split("\n"), 1)
    return tuple(
        BarisTeks(n, FIGURE.sub(r"{{\1}}", line), FIGURE.sub(r"\2", line)) for n, line in lines if line.strip()
    )
