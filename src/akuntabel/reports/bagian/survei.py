"""Survey periods in words, and how firm an index of the year is."""

from __future__ import annotations

from dataclasses import dataclass

from akuntabel.bahasa.kalimat import capitalise, join_list
from akuntabel.bahasa.tanggal import BULAN, label_semester, label_triwulan
from akuntabel.doctree.nodes import Inline, Inlines
from akuntabel.domain.figure import Figure, FigureId
from akuntabel.domain.skm import SkmPeriode
from akuntabel.reports.bahan import Bahan

SETAHUN = "tahun"  # the code of the year as a whole
_SEBUTAN = {3: label_triwulan, 6: label_semester}  # spans of so many months that have a name


@dataclass(frozen=True, slots=True)
class Survei:
    """One survey period of the report year, with the material that its report is made from."""

    bahan: Bahan
    periode: SkmPeriode

    @property
    def waktu(self) -> str:
        """'Oktober sampai Desember 2025'."""
        return waktu(self.periode)

    @property
    def sebutan(self) -> str:
        """'Triwulan IV' or 'Semester I', else the months."""
        return capitalise(span(self.periode))

    def fid(self, besaran: str, *parts: str, dokumen: str | None = None) -> FigureId:
        """A figure of the period; `parts` are what stands behind its code (a service, an unsur)."""
        return self.bahan.fid(besaran, ":".join((self.periode.kode, *parts)), self.periode.tahun, dokumen=dokumen)

    def has(self, besaran: str, *parts: str) -> bool:
        """Whether such a figure exists and has a value."""
        fid = self.fid(besaran, *parts)
        return self.bahan.has(fid.besaran, fid.kode, fid.tahun)

    def ref(self, besaran: str, *parts: str, format_name: str | None = None) -> Inline:
        """Such a figure inside a sentence."""
        return self.bahan.ref(self.fid(besaran, *parts), format_name)

    def cell(self, besaran: str, *parts: str, bold: bool = False) -> Inlines:
        """Such a figure inside a table cell."""
        return self.bahan.cell(self.fid(besaran, *parts), bold=bold)

    def text(self, besaran: str, *parts: str) -> str | None:
        """The word of such a figure, for choosing between sentences."""
        fid = self.fid(besaran, *parts)
        return self.bahan.text(fid.besaran, fid.kode, fid.tahun)


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
        limits.append(f"hanya {join_list(span(p) for p in found)}")
    return f" ({', '.join(limits)})" if limits else ""


def span(periode: SkmPeriode) -> str:
    """'triwulan IV', 'semester I', else the months."""
    size = periode.bulan_akhir - periode.bulan_awal + 1
    label = _SEBUTAN.get(size)
    if label is None or periode.bulan_akhir % size:
        return _months(periode)
    name = label(periode.bulan_akhir // size)
    return name[0].lower() + name[1:]
