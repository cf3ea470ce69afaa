"""Bab III: satisfaction of the public. Left out where the agency has no public counter."""

from __future__ import annotations

from akuntabel.doctree.nodes import Block, Heading, Text
from akuntabel.reports.bagian import rtl, skm
from akuntabel.reports.bahan import Bahan


def blocks(bahan: Bahan) -> tuple[Block, ...]:
    """The survey: years, unsur, services, follow-up."""
    if not (bahan.paket.skm_tahunan or bahan.paket.skm_periode):
        return ()
    made: list[Block] = [Heading(2, (Text("Kepuasan Masyarakat"),), "skm")]
    for title, label, part in (
        ("Indeks Kepuasan Masyarakat Menurut Tahun", "skm-tahun", skm.years_blocks),
        ("Nilai Unsur Pelayanan", "skm-unsur", skm.unsur_blocks),
        ("Analisis per Unsur Pelayanan", "skm-analisis", skm.analysis_blocks),
        ("Nilai Menurut Jenis Layanan", "skm-layanan", skm.services_blocks),
        ("Rencana Tindak Lanjut", "skm-rtl", rtl.follow_up_blocks),
    ):
        content = part(bahan)
        if content:
            made += [Heading(3, (Text(title),), label), *content]
    return tuple(made)
