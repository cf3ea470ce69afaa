"""The table of money that several documents carry: programmes with a budget, and their total."""

from __future__ import annotations

from akuntabel.domain.rencana import Program
from akuntabel.reports.bahan import Bahan


def programs(bahan: Bahan) -> list[Program]:
    """The programmes with a budget figure in the report year, in code order."""
    own = [p for p in bahan.paket.program if bahan.fid("pagu", p.kode) in bahan.figures]
    return sorted(own, key=lambda p: p.kode)
