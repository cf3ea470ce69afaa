"""Columns of the package that other parts complete: what they know stands in their own tables, not a second time here.

The package lies below these parts and does not know them. A completed row is what leaves the web; a row that comes back
as it left changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from akuntabel.domain.kolom import Baris
from akuntabel_web.instansi.models import Instansi

PEMISAH = "; "
Pelengkap = Callable[[Instansi, int], Mapping[UUID, Sequence[str]]]  # identity of a row -> names that its column lacks
_PELENGKAP: dict[tuple[str, str], Pelengkap] = {}


def register(tabel: str, kolom: str, pelengkap: Pelengkap) -> None:
    """Let a part complete a column of text."""
    _PELENGKAP[tabel, kolom] = pelengkap


def completed(tabel: str, instansi: Instansi, tahun: int) -> dict[UUID, dict[str, Sequence[str]]]:
    """The rows of a table that are completed: identity -> column -> names."""
    found: dict[UUID, dict[str, Sequence[str]]] = {}
    for (name, kolom), pelengkap in _PELENGKAP.items():
        for pk, names in pelengkap(instansi, tahun).items() if name == tabel else ():
            found.setdefault(pk, {})[kolom] = names
    return found


def complete(row: Baris, more: Mapping[str, Sequence[str]]) -> Baris:
    """The row with the names that its columns lack."""
    return row.model_copy(update={kolom: _joined(getattr(row, kolom), names) for kolom, names in more.items()})


def _joined(text: str | None, names: Sequence[str]) -> str:
    held = text.split(PEMISAH) if text else []
    return PEMISAH.join(dict.fromkeys([*held, *names]))
