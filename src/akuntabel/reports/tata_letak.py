"""Paper, fonts and margins from the agency's data, and which tables need a page on its side."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from akuntabel.doctree.nodes import Block, Orientation, PageSetup, Table
from akuntabel.doctree.ukuran import comfortable_width, room
from akuntabel.reports.bahan import Bahan


def is_wide(bahan: Bahan, blocks: Iterable[Block]) -> bool:
    """Whether a table among the blocks needs a page on its side."""
    page = page_setup(bahan)
    width, _ = room(page, Orientation.TEGAK)
    return any(isinstance(b, Table) and comfortable_width(b, page.font_size_pt) > width for b in blocks)


def page_setup(bahan: Bahan) -> PageSetup:
    """The page of the agency; what it leaves open takes the default of the document tree."""
    own, default = bahan.laporan, PageSetup()

    def size(value: Decimal | None, fallback: float) -> float:
        return fallback if value is None else float(value)

    return PageSetup(
        width_mm=default.width_mm,
        height_mm=default.height_mm,
        top_mm=size(own.tepi_atas, default.top_mm),
        right_mm=size(own.tepi_kanan, default.right_mm),
        bottom_mm=size(own.tepi_bawah, default.bottom_mm),
        left_mm=size(own.tepi_kiri, default.left_mm),
        font=own.huruf or default.font,
        font_size_pt=size(own.ukuran_huruf, default.font_size_pt),
        line_spacing=size(own.spasi, default.line_spacing),
    )
