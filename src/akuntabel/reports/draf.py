"""Whether a document is a draft: provisional values in the promise, the measurement or the money that it prints."""

from __future__ import annotations

from akuntabel.doctree.nodes import Document
from akuntabel.doctree.walk import figure_refs
from akuntabel.domain.figure import FigureId
from akuntabel.reports.bagian.versi import is_doubtful
from akuntabel.reports.bahan import Bahan

JANJI = ("target", "target_atas", "anggaran_pk")
UKURAN = ("realisasi", "capaian", "capaian_dibatasi", "predikat", "status", "selisih_target", "kemajuan")
UANG = ("pagu", "realisasi_anggaran", "serapan", "sisa", "target_pendapatan", "realisasi_pendapatan")
PENENTU = frozenset((*JANJI, *UKURAN, *UANG))


def is_draft(bahan: Bahan, document: Document) -> bool:
    """Whether a printed figure of those kinds, of the report year, is provisional or a budget of a doubtful version."""
    ids = {FigureId.parse(r.figure_id) for r in figure_refs(document)}
    return any(
        (f := bahan.figures.get(i)) is not None and (f.sementara or is_doubtful(bahan, i))
        for i in ids
        if i.besaran in PENENTU and i.tahun == bahan.tahun
    )
