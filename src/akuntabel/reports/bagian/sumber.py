"""Source lines of tables whose data come from elsewhere: plans and agreements, statistics, reports of evaluation."""

from __future__ import annotations

from collections.abc import Iterable

from akuntabel.bahasa.kalimat import join_list
from akuntabel.calculation.formulas import realisasi_ikm
from akuntabel.calculation.realisasi_ikm import takes_index
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.kinerja import Realisasi
from akuntabel.domain.pilihan import Periode
from akuntabel.reports.bagian.kelompok import nama_dokumen
from akuntabel.reports.bahan import Bahan
from akuntabel.reports.tabel import sumber

SURVEI = "Survei Kepuasan Masyarakat"


def sumber_dokumen(bahan: Bahan, codes: Iterable[str]) -> str:
    """The source line of a table of what plans and agreements say; the agency's own where none is named."""
    names = list(dict.fromkeys(nama_dokumen(bahan, k) for k in codes))
    return f"Sumber: {'; '.join(names)}" if names else sumber(bahan)


def sumber_nilai(
    bahan: Bahan, rows: Iterable[Indikator], years: Iterable[int] | None = None, documents: Iterable[str] = ()
) -> str:
    """The source line of realised values, after the documents of the targets beside them."""
    promised = list(dict.fromkeys(nama_dokumen(bahan, k) for k in documents))
    shown = (bahan.tahun,) if years is None else tuple(years)
    found = [s for ind in rows for s in _sources(bahan, ind, shown)]
    measured = list(dict.fromkeys(found)) or [bahan.nama]
    if not promised:
        return f"Sumber: {'; '.join(measured)}"
    return f"Sumber: {join_list(promised)} (target); {join_list(measured)} (realisasi)"


def dokumen_terukur(bahan: Bahan, ind: Indikator, tahun: int | None = None) -> str | None:
    """The code of the document whose target of a year is measured."""
    figure = bahan.figure("target", ind.kode, tahun)
    row = next((c for c in figure.trace.cells if c.tabel == "target"), None) if figure is not None else None
    return row.kunci.split("|")[-1] if row is not None else None


def _sources(bahan: Bahan, ind: Indikator, years: tuple[int, ...]) -> list[str]:
    """What the rows of whole years name, else the indicator's card, else the rows of quarters; or the survey."""
    if takes_index(ind) and any(_is_index(bahan, ind, t) for t in years):
        return [ind.sumber or SURVEI]
    own = [r for r in bahan.paket.realisasi if r.indikator == ind.kode and r.dipakai and r.tahun in years]
    whole = _named(r for r in own if r.periode is Periode.TAHUN)
    return whole or ([ind.sumber] if ind.sumber and own else []) or _named(own)


def _is_index(bahan: Bahan, ind: Indikator, tahun: int) -> bool:
    figure = bahan.figure("realisasi", ind.kode, tahun)
    return figure is not None and figure.trace.rumus == realisasi_ikm.RUMUS.kode


def _named(rows: Iterable[Realisasi]) -> list[str]:
    return [r.sumber for r in sorted(rows, key=lambda r: (r.tahun, r.periode.value)) if r.sumber]
