"""The table of the documents of a review, by the end of their file names."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from akuntabel.doctree.nodes import Document
from akuntabel.reports.reviu import catatan_hasil, kertas_kerja, laporan_hasil, pernyataan
from akuntabel.reports.reviu.bahan import BahanReviu

PERNYATAAN = "draf-pernyataan-telah-direviu"
DOKUMEN_REVIU: Mapping[str, Callable[[BahanReviu], Document]] = {
    "kertas-kerja-reviu": kertas_kerja.build,
    "catatan-hasil-reviu": catatan_hasil.build,
    "laporan-hasil-reviu": laporan_hasil.build,
    PERNYATAAN: pernyataan.build,
}


def documents_of(bahan: BahanReviu) -> dict[str, Document]:
    """The documents of one review by the end of their file names: the statement only for a performance report."""
    return {name: build(bahan) for name, build in DOKUMEN_REVIU.items() if name != PERNYATAAN or bahan.is_report}
