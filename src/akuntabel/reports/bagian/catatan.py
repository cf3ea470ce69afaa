"""Data to confirm: their order in the annex, and the line that points a table at those about its figures."""

from __future__ import annotations

from akuntabel.bahasa.kalimat import join_list
from akuntabel.doctree.nodes import CrossRef, Inlines
from akuntabel.domain.catatan import CatatanData
from akuntabel.reports.bahan import Bahan, kalimat

LAMPIRAN = "lampiran-konfirmasi"


def numbered_notes(bahan: Bahan) -> list[tuple[int, CatatanData]]:
    """Every doubt with its number in the annex."""
    return list(enumerate(sorted(bahan.paket.catatan_data, key=lambda c: (c.urutan or 0, c.kode)), 1))


def pointers(bahan: Bahan, besaran: str) -> tuple[Inlines, ...]:
    """One line for the doubts about figures of one kind: what they are about, and their numbers in the annex."""
    own = [(n, c) for n, c in numbered_notes(bahan) if (c.besaran or "").partition("/")[0] == besaran]
    if not own:
        return ()
    about = "; ".join(c.perihal for _, c in own)
    numbers = join_list(str(n) for n, _ in own)
    text = "Masih harus dikonfirmasi: {perihal} ({lampiran} nomor {nomor})."
    return (kalimat(text, perihal=about, lampiran=CrossRef(LAMPIRAN), nomor=numbers),)
