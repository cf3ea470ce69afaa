"""The table of documents: kind, title, builder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from akuntabel.doctree.nodes import Document
from akuntabel.reports import laporan_kinerja
from akuntabel.reports.bahan import Bahan


@dataclass(frozen=True, slots=True)
class JenisDokumen:
    """A kind of document. `build` takes the material and an optional choice (a quarter, an agreement)."""

    kode: str
    judul: str
    build: Callable[[Bahan, str | None], Document]


_ALL = (JenisDokumen("lkip", "Laporan kinerja", laporan_kinerja.build),)
DOKUMEN: dict[str, JenisDokumen] = {d.kode: d for d in _ALL}
