"""The yearly performance report (PermenPANRB 53/2014, lampiran II), whole."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from akuntabel.doctree.nodes import Block, Document, Heading, Inline, Orientation, PageNumber, Section, Text
from akuntabel.doctree.walk import map_inlines
from akuntabel.reports.bahan import Bahan
from akuntabel.reports.draf import is_draft
from akuntabel.reports.laporan_kinerja import (
    awal,
    bab1,
    bab2,
    bab3_anggaran,
    bab3_capaian,
    bab3_lain,
    bab3_skm,
    bab4,
    lampiran,
    sampul,
)
from akuntabel.reports.tabel import KETERANGAN_SEMENTARA
from akuntabel.reports.tata_letak import page_setup

LIHAT_LAMPIRAN = "angka sementara; lihat lampiran data yang harus dikonfirmasi"


def build(bahan: Bahan, pilihan: str | None = None) -> Document:
    """The report as a document tree, not yet numbered. `pilihan` is unused: a report has one form."""
    title = f"{bahan.laporan.nama} ({bahan.laporan.singkatan}) {bahan.nama} Tahun {bahan.tahun}"
    front = Section(awal.blocks(bahan), page_number=PageNumber.ROMAWI, restart=True)
    body = [Section(b, o, restart=n == 0) for n, (b, o) in enumerate(_chapters(bahan))]
    made = Document(
        title=title,
        author=bahan.nama,
        dated=bahan.laporan.tanggal,
        sections=(sampul.section(bahan), front, *body),
        subject=bahan.laporan.nama,
        header=f"{bahan.laporan.singkatan} {bahan.nama} Tahun {bahan.tahun}",
        footer="",
        page=page_setup(bahan),
    )
    annexed = map_inlines(made, _with_annex) if bahan.paket.catatan_data else made
    return replace(annexed, draft=is_draft(bahan, made))


def _with_annex(inline: Inline) -> Inline:
    """The note on provisional values points at the annex that says more about them."""
    if isinstance(inline, Text) and KETERANGAN_SEMENTARA in inline.value:
        return replace(inline, value=inline.value.replace(KETERANGAN_SEMENTARA, LIHAT_LAMPIRAN))
    return inline


def _chapters(bahan: Bahan) -> list[tuple[tuple[Block, ...], Orientation]]:
    """The runs of pages of one orientation; a chapter begins a new page without a new run."""
    upright = Orientation.TEGAK
    results: tuple[Block, ...] = (
        Heading(1, (Text("AKUNTABILITAS KINERJA"),), "bab-akuntabilitas"),
        *bab3_capaian.blocks(bahan),
        *bab3_skm.blocks(bahan),
        *bab3_lain.blocks(bahan),
    )
    parts = [
        *bab1.sections(bahan),
        *bab2.sections(bahan),
        (results, upright),
        *bab3_anggaran.sections(bahan),
        ((Heading(1, (Text("PENUTUP"),), "bab-penutup"), *bab4.blocks(bahan)), upright),
        *lampiran.sections(bahan),
    ]
    runs = groupby(parts, key=lambda part: part[1])
    return [(tuple(b for blocks, _ in run for b in blocks), orientation) for orientation, run in runs]
