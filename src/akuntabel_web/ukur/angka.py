"""What the library says about an indicator in a period. Nothing is computed here."""

from __future__ import annotations

from akuntabel.calculation.compute import figures_of
from akuntabel.domain.figure import FigureId, FigureSet
from akuntabel.domain.pilihan import Periode
from akuntabel.regulations import load
from akuntabel.reports.cetak import print_figure
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.paket.petakan import read_indicator

_KINDS = (("target", "Target"), ("realisasi", "Realisasi"), ("capaian", "Capaian"), ("predikat", "Predikat"),
          ("status", "Terhadap target"))  # fmt: skip
_TO_DATE = "kumulatif"
_MISSED = "tidak mencapai target"


def figures(wewenang: Wewenang, kode: str) -> FigureSet | None:
    """The figures of an indicator; None while there is no single row of laporan or the policy is not known.

    Only its own rows are read and computed: a page of one entry must not wait for those of two hundred.
    """
    paket = read_indicator(wewenang.instansi, wewenang.tahun, kode)
    if len(paket.laporan) != 1 or len(paket.instansi) != 1:
        return None
    try:
        return figures_of(paket, load())[1]
    except ValueError:
        return None


def shown_figures(found: FigureSet, kode: str, tahun: int, periode: str) -> list[tuple[str, str, str]]:
    """(heading, value, figure id) of an indicator: of the period, and to date where that is another figure."""
    part = None if periode == Periode.TAHUN else periode
    listed = [(judul, FigureId(besaran, kode, tahun, part)) for besaran, judul in _KINDS]
    if part:
        to_date = [(f"{judul} s.d. triwulan ini", FigureId(b, kode, tahun, part, _TO_DATE)) for b, judul in _KINDS]
        listed += to_date
    return [(judul, print_figure(found[fid]), str(fid)) for judul, fid in listed if fid in found]


def misses_target(wewenang: Wewenang, kode: str, periode: str) -> bool:
    """Whether the library says that the target is not reached, in the period or to date."""
    found = figures(wewenang, kode)
    if found is None:
        return False
    part = None if periode == Periode.TAHUN else periode
    ids = [FigureId("status", kode, wewenang.tahun, part)]
    ids += [FigureId("status", kode, wewenang.tahun, part, _TO_DATE)] if part else []
    return any(found[i].value == _MISSED for i in ids if i in found)
