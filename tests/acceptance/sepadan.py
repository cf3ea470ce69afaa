"""Whether two readings of one text say the same: findings matched one to one.

Two findings are the same where the rule agrees, what is written and what should stand there are the same letters and
figures, and their quotations are the same place. Line numbers differ by format and count for nothing; nor does the
certainty: a Word document shows merged cells, and a page hides what is a heading, so rules are surer or less sure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import partial_ratio

from akuntabel.findings import Keyakinan, Temuan

_ALIKE = 90.0  # of 100: a quotation that another format cuts or joins elsewhere


@dataclass(frozen=True, slots=True)
class Padanan:
    """What stayed of the findings of the first reading, what was lost, and what only the second one has."""

    tetap: int
    hilang: tuple[Temuan, ...]
    baru: tuple[Temuan, ...]

    @property
    def bagian(self) -> float:
        """The share that stayed."""
        return self.tetap / (self.tetap + len(self.hilang))

    @property
    def baru_pasti(self) -> tuple[Temuan, ...]:
        """The certain ones among the new."""
        return tuple(t for t in self.baru if t.keyakinan is Keyakinan.PASTI)


def compare(first: Sequence[Temuan], second: Sequence[Temuan]) -> Padanan:
    """The largest matching of the findings of two readings."""
    choices = [[n for n, other in enumerate(second) if is_same(one, other)] for one in first]
    owner: dict[int, int] = {}
    for n in range(len(first)):
        _augment(n, choices, owner, set())
    kept = set(owner.values())
    lost = tuple(t for n, t in enumerate(first) if n not in kept)
    return Padanan(len(kept), lost, tuple(t for n, t in enumerate(second) if n not in owner))


def is_same(one: Temuan, other: Temuan) -> bool:
    """Whether both say the same of the same place."""
    if one.kode != other.kode:
        return False
    pairs = ((one.tertulis, other.tertulis), (one.seharusnya, other.seharusnya))
    if any(_letters(a) != _letters(b) for a, b in pairs):
        return False
    a, b = _letters(one.kutipan or one.pesan), _letters(other.kutipan or other.pesan)
    return a == b or partial_ratio(a, b) >= _ALIKE


def _letters(text: str | None) -> str:
    return "".join(ch for ch in (text or "").casefold() if ch.isalnum())


def _augment(n: int, choices: list[list[int]], owner: dict[int, int], seen: set[int]) -> bool:
    for m in choices[n]:
        if m not in seen:
            seen.add(m)
            if m not in owner or _augment(owner[m], choices, owner, seen):
                owner[m] = n
                return True
    return False
