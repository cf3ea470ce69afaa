"""Which rows of the package an agreement holds: approved or signed, nobody alters them, whichever page or import tries.

The database refuses it once more for signed ones, by a trigger of the first migration.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from akuntabel.domain.pilihan import Periode
from akuntabel_web.instansi.models import Instansi
from akuntabel_web.paket.kunci import Ditulis
from akuntabel_web.paket.models import MODEL
from akuntabel_web.perjanjian.langkah import table
from akuntabel_web.perjanjian.models import Keadaan

# Table -> the column that names the agreement.
_KOLOM = {
    "perjanjian_kinerja": "kode",
    "perjanjian_indikator": "perjanjian",
    "perjanjian_anggaran": "perjanjian",
    "target": "dokumen",
}


def locked(instansi: Instansi, tahun: int, ditulis: Ditulis) -> str | None:
    """Why a write is refused, else None. Quarters of a target are the action plan's, not the agreement's."""
    codes = {
        values.get(_KOLOM[tabel])
        for tabel, values in ditulis
        if tabel in _KOLOM and not (tabel == "target" and values.get("periode") != Periode.TAHUN.value)
    }
    if not codes - {None}:
        return None
    rows = MODEL["perjanjian_kinerja"].objects.filter(instansi=instansi, tahun_paket=tahun, kode__in=codes)
    names = dict(rows.values_list("pk", "kode"))
    reasons = table().terkunci
    for pk, keadaan in states_of(names).items():
        if keadaan in reasons:
            return f"Perjanjian kinerja {names[pk]} {reasons[keadaan]}."
    return None


def states_of(perjanjian: Iterable[UUID]) -> dict[UUID, str]:
    """The state of each agreement, in one query; one that took no step yet is in the first state."""
    wanted = list(perjanjian)
    found = dict.fromkeys(wanted, table().awal)
    rows = Keadaan.objects.filter(perjanjian__in=wanted).order_by("nomor")
    found |= dict(rows.values_list("perjanjian", "keadaan"))
    return found
