"""Findings of one cause are joined: each gets the handle of the first of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from akuntabel.findings import Temuan


def join_causes(findings: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """The same findings; where rules named one cause (`sebab`) more than once, it becomes the handle of the first."""
    listed = list(findings)
    first: dict[str, str] = {}
    count: dict[str, int] = {}
    for finding in listed:
        if finding.sebab:
            first.setdefault(finding.sebab, finding.sidik)
            count[finding.sebab] = count.get(finding.sebab, 0) + 1
    return tuple(replace(f, sebab=_joined(f.sebab, first, count)) for f in listed)


def _joined(cause: str | None, first: dict[str, str], count: dict[str, int]) -> str | None:
    return first[cause] if cause and count[cause] > 1 else None
