"""Both sides of the comparison, line by line: what the document says, what its data give now."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property

from akuntabel.findings import Lokasi, Terkait

FIGURE = re.compile(r"\{\{([^{}]*)\}\}")
_ALIKE = 0.5  # lines of which so much is the same are one line, changed
_MANY = 10_000  # pairs; beyond this changed lines are paired by their order


@dataclass(frozen=True, slots=True)
class AngkaCetak:
    """A figure of the document: as it was printed and as it stands there now (None: its mark is gone)."""

    figure_id: str
    tercetak: str
    kini: str | None


@dataclass(frozen=True, slots=True)
class BarisTeks:
    """A line: its number in the document, its wording with {{figures}}, and what is read there."""

    baris: int
    susunan: str
    teks: str

    @property
    def kunci(self) -> str:
        """The wording by which lines are compared."""
        return " ".join(self.susunan.split())

    @property
    def bukti(self) -> Terkait:
        """The line as evidence."""
        return Terkait(self.teks, Lokasi(baris=(self.baris,)))


@dataclass(frozen=True)
class Bandingan:
    """The document and what its data give now.

    `kini` are the figures that the data print now, in reading order; `hitungan` the sum of each by its id.
    """

    dokumen: tuple[BarisTeks, ...]
    susunan: tuple[BarisTeks, ...]
    tercetak: tuple[AngkaCetak, ...]
    kini: tuple[tuple[str, str], ...]
    hitungan: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def pasangan(self) -> tuple[tuple[BarisTeks | None, BarisTeks | None], ...]:
        """(line of the data, line of the document) in order; None where one side has no such line."""
        return tuple(_aligned(self.susunan, self.dokumen))

    @cached_property
    def berubah(self) -> bool:
        """Whether the data print another figure now than when the document was made."""
        return any(was != now for _, was, now in self.nilai_data())

    def nilai_data(self) -> Iterator[tuple[AngkaCetak, str, str | None]]:
        """Each figure of the document, what was printed, and what the data print in its place now."""
        counts: Counter[str] = Counter()
        by_id: dict[str, list[str]] = {}
        for ident, text in self.kini:
            by_id.setdefault(ident, []).append(text)
        for one in self.tercetak:
            texts = by_id.get(one.figure_id, [])
            place = counts[one.figure_id]
            counts[one.figure_id] += 1
            same = texts[0] if len(set(texts)) == 1 else None
            yield one, one.tercetak, texts[place] if place < len(texts) else same

    @cached_property
    def tempat(self) -> tuple[Terkait | None, ...]:
        """For each figure of the document the line where it stands, or stood; None where that line is gone too."""
        marked = _by_occurrence(self.dokumen)
        paired = {id(want): have for want, have in self.pasangan if want is not None}
        wanted = _by_occurrence(self.susunan)
        counts: Counter[str] = Counter()
        alive: Counter[str] = Counter()
        found: list[Terkait | None] = []
        for one in self.tercetak:
            line = None
            if one.kini is not None and one.kini != "":
                line = marked.get((one.figure_id, alive[one.figure_id]))
                alive[one.figure_id] += 1
            else:
                before = wanted.get((one.figure_id, counts[one.figure_id]))
                line = paired.get(id(before)) if before is not None else None
            counts[one.figure_id] += 1
            found.append(None if line is None else line.bukti)
        return tuple(found)


def _by_occurrence(lines: Iterable[BarisTeks]) -> dict[tuple[str, int], BarisTeks]:
    counts: Counter[str] = Counter()
    found: dict[tuple[str, int], BarisTeks] = {}
    for line in lines:
        for ident in FIGURE.findall(line.susunan):
            found[ident, counts[ident]] = line
            counts[ident] += 1
    return found


def _aligned(
    wanted: Sequence[BarisTeks], present: Sequence[BarisTeks]
) -> Iterator[tuple[BarisTeks | None, BarisTeks | None]]:
    matcher = SequenceMatcher(None, [a.kunci for a in wanted], [b.kunci for b in present], autojunk=False)
    for kind, a1, a2, b1, b2 in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(wanted[a1:a2], present[b1:b2], strict=True)
        else:
            yield from _changed(wanted[a1:a2], present[b1:b2])


def _changed(
    wanted: Sequence[BarisTeks], present: Sequence[BarisTeks]
) -> Iterator[tuple[BarisTeks | None, BarisTeks | None]]:
    """Pairs of lines that are alike, in order; the others stand alone."""
    at = 0
    by_order = len(wanted) * len(present) > _MANY
    for line in wanted:
        places = range(at, min(at + 1, len(present))) if by_order else range(at, len(present))
        match = next((n for n in places if _is_alike(line, present[n])), None)
        if match is None:
            yield line, None
            continue
        yield from ((None, extra) for extra in present[at:match])
        yield line, present[match]
        at = match + 1
    yield from ((None, extra) for extra in present[at:])


def _is_alike(a: BarisTeks, b: BarisTeks) -> bool:
    if same_wording(a, b):
        return True
    matcher = SequenceMatcher(None, a.teks, b.teks, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _hole(ident: str) -> str:
    """What may stand in the place of a figure: its mark, or a short text where the mark is gone."""
    return rf"(?:{re.escape('{{' + ident + '}}')}|[^{{}}]{{0,60}}?)"


def same_wording(wanted: BarisTeks, present: BarisTeks) -> bool:
    """Whether the wording is the same, whatever stands in the place of figures whose mark is gone."""
    if wanted.kunci == present.kunci:
        return True
    parts = FIGURE.split(wanted.kunci)
    pattern = "".join(re.escape(part) if n % 2 == 0 else _hole(part) for n, part in enumerate(parts))
    return len(parts) > 1 and re.fullmatch(pattern, present.kunci) is not None
