"""The table of documents: kind, title, builder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from akuntabel.doctree.nodes import Document
from akuntabel.reports import laporan_kinerja
from akuntabel.reports.bahan import Bahan
from akuntabel.reports.dokumen import e81, iku, pengukuran, pk, rencana_aksi, rkt, tl_lhe, triwulan


@dataclass(frozen=True, slots=True)
class JenisDokumen:
    """A kind of document. `build` takes the material and an optional choice (a quarter, an agreement)."""

    kode: str
    judul: str
    build: Callable[[Bahan, str | None], Document]


_ALL = (
    JenisDokumen("lkip", "Laporan kinerja", laporan_kinerja.build),
    JenisDokumen("pk", pk.NAMA, pk.build),
    JenisDokumen("pengukuran", pengukuran.NAMA, pengukuran.build),
    JenisDokumen("iku", iku.NAMA, iku.build),
    JenisDokumen("rencana_aksi", rencana_aksi.NAMA, rencana_aksi.build),
    JenisDokumen("triwulan", triwulan.NAMA, triwulan.build),
    JenisDokumen("rkt", rkt.NAMA, rkt.build),
    JenisDokumen("e81", f"{e81.NAMA} {e81.PERIHAL}", e81.build),
    JenisDokumen("tl_lhe", tl_lhe.NAMA, tl_lhe.build),
)
DOKUMEN: dict[str, JenisDokumen] = {d.kode: d for d in _ALL}
