"""Survey periods in words, and how firm an index of the year is."""

from __future__ import annotations

from akuntabel.bahasa.kalimat import join_list
from akuntabel.bahasa.tanggal import BULAN, label_semester, label_triwulan
from akuntabel.domain.figure import Figure
from akuntabel.domain.skm import SkmPeriode
from akuntabel.reports.bahan import Bahan

SETAHUN = "tahun"  # the code of the year as a whole
_SEBUTAN = {3: label_triwulan, 6: label_semester}  # spans of so many months that have a name


def periods(bahan: Bahan) -> list[SkmPeriode]:
    """The survey periods of the report year, in order of time."""
    return sorted((p for p in bahan.paket.skm_periode if p.tahun == bahan.tahun), key=lambda p: (p.bulan_akhir, p.kode))


def waktu(periode: SkmPeriode) -> str:
    """'Oktober sampai Desember 2025'."""
    return f"{_months(periode)} {periode.tahun}"


def _months(periode: SkmPeriode) -> str:
    first, last = BULAN[periode.bulan_awal - 1], BULAN[periode.bulan_akhir - 1]
    return first if first == last else f"{first} sampai {last}"


def periods_of(bahan: Bahan, index: Figure) -> list[SkmPeriode]:
    """The periods that an index of the year stands on: those it was computed from, else all that are recorded."""
    found = periods(bahan)
    if index.trace.kebijakan is None:
        return found
    return [p for p in found if bahan.fid("ikm", p.kode) in index.trace.inputs]


def index_limits(bahan: Bahan) -> str:
    """' (data sementara, hanya triwulan IV)': what limits the index of the report year; empty when nothing does."""
    index = bahan.figures.get(bahan.fid("ikm", SETAHUN))
    if index is None:
        return ""
    found = periods_of(bahan, index)
    months = {m for p in found for m in range(p.bulan_awal, p.bulan_akhir + 1)}
    limits = ["data sementara"] if index.sementara else []
    if found and len(months) < len(BULAN):
        limits.append(f"hanya {join_list(_span(p) for p in found)}")
    return f" ({', '.join(limits)})" if limits else ""


def _span(periode: SkmPeriode) -> str:
    """'triwulan IV', 'semester I', else the months."""
    size = periode.bulan_akhir - periode.bulan_awal + 1
    label = _SEBUTAN.get(size)
    if label is None or periode.bulan_akhir % size:
        return _months(periode)
    name = label(periode.bulan_akhir // size)
    return name[0].lower() + name[1:]
