"""The cover of the survey report."""

from __future__ import annotations

from akuntabel.doctree.nodes import Block, Break, Gaya, PageNumber, Paragraph, Raster, Section, Text
from akuntabel.reports.bagian.survei import Survei
from akuntabel.reports.gambar import raster

LEBAR_LOGO = 30


def section(survei: Survei, nama: str) -> Section:
    """Name of the report, period, logo, agency and government."""
    bahan = survei.bahan
    logo = raster(bahan, bahan.instansi.logo, f"Lambang {bahan.instansi.daerah}", LEBAR_LOGO)
    picture: tuple[Raster, ...] = (logo,) if logo else ()
    blocks: tuple[Block, ...] = (
        Paragraph((Break(), Break()), Gaya.TENGAH),
        Paragraph((Text(nama.upper()),), Gaya.JUDUL_SAMPUL),
        Paragraph((Text(f"{survei.sebutan.upper()} TAHUN {survei.periode.tahun}"),), Gaya.JUDUL_SAMPUL),
        *picture,
        Paragraph((Break(), Break()), Gaya.TENGAH),
        Paragraph((Text(bahan.nama.upper()),), Gaya.SUBJUDUL_SAMPUL),
        Paragraph((Text(bahan.instansi.pemerintah.upper()),), Gaya.SUBJUDUL_SAMPUL),
    )
    return Section(blocks, page_number=PageNumber.TANPA, header=False)
