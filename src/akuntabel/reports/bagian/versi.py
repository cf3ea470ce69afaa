"""Which version of the budget is printed, in words, and whether the data doubt it."""

from __future__ import annotations

from akuntabel.calculation.anggaran import latest_version
from akuntabel.domain.figure import FigureId
from akuntabel.reports.bahan import Bahan

PAGU = "pagu"
DIRAGUKAN = " (versi ini masih harus dikonfirmasi)"


def versi_tercatat(bahan: Bahan, tahun: int) -> list[str]:
    """The versions of a year that the data hold."""
    return sorted({a.versi for a in bahan.paket.anggaran if a.tahun == tahun})


def versi_berlaku(bahan: Bahan, tahun: int) -> str | None:
    """The version whose amounts are the budget of a year; None for a year without a budget."""
    found = versi_tercatat(bahan, tahun)
    return latest_version(found) if found else None


def is_doubtful(bahan: Bahan, fid: FigureId) -> bool:
    """Whether a printed budget is of a version that the data to confirm name."""
    if fid.besaran != PAGU:
        return False
    return _is_named(bahan, fid.tahun, fid.dokumen or versi_berlaku(bahan, fid.tahun))


def _is_named(bahan: Bahan, tahun: int, versi: str | None) -> bool:
    """Whether a doubt is of a version of a year: its figure bears the version as its last part."""
    named = (_parsed(c.besaran, bahan.tahun) for c in bahan.paket.catatan_data if c.besaran)
    return versi is not None and any(
        f is not None and (f.besaran, f.tahun, f.dokumen) == (PAGU, tahun, versi) for f in named
    )


def _parsed(name: str, tahun: int) -> FigureId | None:
    try:
        return FigureId.parse(name, tahun)
    except ValueError:
        return None


def sebutan_versi(bahan: Bahan, tahun: int, versi: str | None = None) -> str:
    """'APBD perubahan', 'APBD pergeseran 1': a version, or that of the year; a doubtful one says so. '' without."""
    found = versi or versi_berlaku(bahan, tahun)
    if found is None:
        return ""
    return f"APBD {found.replace('_', ' ')}{DIRAGUKAN if _is_named(bahan, tahun, found) else ''}"
