"""Which findings stand at which line, and the words that they mark there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from akuntabel.findings import Temuan
from akuntabel.writers.html.builder import Html, join, tag, text

_WORD = re.compile(r"\w")


@dataclass(slots=True)
class TandaBaris:
    """What a line bears: findings of its own, findings that name it as the other side, the words to mark."""

    temuan: list[int] = field(default_factory=list)
    terkait: list[int] = field(default_factory=list)
    kata: list[str] = field(default_factory=list)


Tanda = dict[int, TandaBaris]


def marks_of(findings: Iterable[Temuan], berkas: str) -> Tanda:
    """The marks of every line. Findings are numbered from 1; the other side may stand in another file: no mark."""
    marks: Tanda = {}
    for number, finding in enumerate(findings, 1):
        for line in finding.lokasi.baris:
            mark = marks.setdefault(line, TandaBaris())
            mark.temuan.append(number)
            if finding.tertulis:
                mark.kata.append(finding.tertulis)
        for other in finding.terkait:
            if other.lokasi.berkas in (None, berkas):
                for line in other.lokasi.baris:
                    mark = marks.setdefault(line, TandaBaris())
                    if number not in mark.temuan + mark.terkait:
                        mark.terkait.append(number)
    return marks


def marked(value: str, words: Iterable[str]) -> Html:
    """Text in which each of the words is marked once, at the first place where it stands as a whole word."""
    parts: list[Html] = []
    at = 0
    for start, end in _merged(_spans(value, words)):
        parts += (text(value[at:start]), tag("mark", value[start:end]))
        at = end
    return join((*parts, text(value[at:])))


def _spans(value: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    for word in words:
        if (start := _whole(value, word)) >= 0:
            yield start, start + len(word)


def _whole(value: str, word: str) -> int:
    start = value.find(word)
    while start >= 0:
        around = value[start - 1 : start] if start else "", value[start + len(word) : start + len(word) + 1]
        inside = (_WORD.match(word[0]) and _WORD.match(around[0])) or (_WORD.match(word[-1]) and _WORD.match(around[1]))
        if not inside:
            return start
        start = value.find(word, start + 1)
    return -1


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    made: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return made


def line_anchor(line: int) -> str:
    """The id of a line."""
    return f"b{line}"


def finding_anchor(number: int) -> str:
    """The id of a finding."""
    return f"t{number}"


def badges(mark: TandaBaris | None, titles: list[str]) -> Html:
    """Links from a line to its findings; `titles` are those of all findings in order."""
    if mark is None:
        return Html("")
    own = (_badge(n, f"Temuan {n}: {titles[n - 1]}", "ke-temuan") for n in mark.temuan)
    other = (_badge(n, f"Terkait temuan {n}: {titles[n - 1]}", "ke-temuan terkait") for n in mark.terkait)
    return tag("span", *own, *other, class_="ke")


def _badge(number: int, label: str, kind: str) -> Html:
    target = finding_anchor(number)
    return tag("a", str(number), class_=kind, href=f"#{target}", aria_label=label, title=label)
