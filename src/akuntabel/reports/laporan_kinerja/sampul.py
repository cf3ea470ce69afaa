"""The cover."""

from __future__ import annotations

from akuntabel.doctree.nodes import Block, Break, Gaya, PageNumber, Paragraph, Raster, Section, Text
from akuntabel.reports.bahan import Bahan
from akuntabel.reports.gambar import raster


def section(bahan: Bahan) -> Section:
    """Logo, name of the report, year, agency and government."""
    logo = raster(bahan, bahan.instansi.logo, f"Lambang {bahan.instansi.daerah}", 30)
    picture: tuple[Raster, ...] = (logo,) if logo else ()
    spaced: tuple[Block, ...] = (
        Paragraph((Break(), Break()), Gaya.TENGAH),
        Paragraph((Text(bahan.laporan.nama.upper()), Break(), Text(f"({bahan.laporan.singkatan})")), Gaya.JUDUL_SAMPUL),
        Paragraph((Text(f"TAHUN {bahan.tahun}"),), Gaya.JUDUL_SAMPUL),
        *picture,
        Paragraph((Break(), Break()), Gaya.TENGAH),
        Paragraph((Text(bahan.nama.upper()),), Gaya.SUBJUDUL_SAMPUL),
        Paragraph((Text(bahan.instansi.pemerintah.upper()),), Gaya.SUBJUDUL_SAMPUL),
        Paragraph((Text(str(bahan.laporan.tanggal.year)),), Gaya.SUBJUDUL_SAMPUL),
    )
    return Section(spaced, page_number=PageNumber.TANPA, header=False)
