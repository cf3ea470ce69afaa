"""Rows that nobody alters any more, whichever page or import tries: parts that know why register a guard here.

The package lies below these parts and does not know them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from akuntabel_web.instansi.models import Instansi

Ditulis = Sequence[tuple[str, Mapping[str, Any]]]  # (table, columns of the row) of every row before and after a write
Penjaga = Callable[[Instansi, int, Ditulis], str | None]
_PENJAGA: list[Penjaga] = []


class TerkunciError(Exception):
    """A row that is locked, with the line that says why and what to do instead."""


def register(penjaga: Penjaga) -> None:
    """Add a guard: it answers None, or the line that says why a write is refused."""
    if penjaga not in _PENJAGA:
        _PENJAGA.append(penjaga)


def check_locks(instansi: Instansi, tahun: int, ditulis: Ditulis) -> None:
    """Ask all guards. Raises TerkunciError."""
    for penjaga in _PENJAGA:
        if problem := penjaga(instansi, tahun, ditulis):
            raise TerkunciError(problem)
