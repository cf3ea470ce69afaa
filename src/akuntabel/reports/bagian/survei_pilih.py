"""Which survey period a document is about."""

from __future__ import annotations

from akuntabel.domain.skm import SkmPeriode
from akuntabel.errors import PanggilanError
from akuntabel.reports.bagian.survei import Survei, periods
from akuntabel.reports.bahan import Bahan


def survey_of(bahan: Bahan, pilihan: str | None, nama: str) -> Survei | None:
    """The period of that code; without one the last of the report year that has data. None where there is none.

    Raises PanggilanError, naming the document and the codes, for a code that is no period of the report year.
    """
    own = periods(bahan)
    if pilihan is None:
        known = [p for p in own if _has_data(bahan, p)]
        return Survei(bahan, (known or own)[-1]) if own else None
    found = next((p for p in own if p.kode == pilihan), None)
    if found is None:
        codes = ", ".join(p.kode for p in own) or f"belum ada periode survei tahun {bahan.tahun} pada data"
        raise PanggilanError(f"{nama}: '{pilihan}' bukan periode survei tahun {bahan.tahun}; pilih dari: {codes}.")
    return Survei(bahan, found)


def _has_data(bahan: Bahan, periode: SkmPeriode) -> bool:
    coded = {r.periode for r in bahan.paket.skm_rekap} | {r.periode for r in bahan.paket.skm_responden}
    return periode.kode in coded
