"""The quarterly meeting: its decisions with owner and due date, which come back each quarter until they are done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404

from akuntabel.domain.pilihan import StatusTindak
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.paket import tindakan as paket
from akuntabel_web.paket.models import MODEL, BarisPaket
from akuntabel_web.paket.tindakan import may_change
from akuntabel_web.ukur.isian import Unit

IZIN = "ukur.rapat"
TABEL_RAPAT = "monev"
SELESAI = frozenset({StatusTindak.SELESAI.value, StatusTindak.BATAL.value})
_TRIES = 20


@dataclass(frozen=True, slots=True)
class Keputusan:
    """A decision as the page shows it."""

    baris: BarisPaket
    unit: str
    terlambat: bool
    boleh: bool


def decisions(wewenang: Wewenang, triwulan: int, hari: date) -> tuple[list[Keputusan], list[Keputusan]]:
    """The decisions of a quarter, and those of earlier quarters that are not done and so come back."""
    rows = MODEL[TABEL_RAPAT].objects.filter(instansi=wewenang.instansi, tahun_paket=wewenang.tahun)
    listed = list(rows.order_by("tahun", "triwulan", "urutan_baris", "id"))
    names, here = Unit(wewenang).nama, (wewenang.tahun, triwulan)
    own = [r for r in listed if (r.tahun, r.triwulan) == here]
    back = [r for r in listed if (r.tahun, r.triwulan) < here and r.status not in SELESAI]
    shown = [[_shown(wewenang, r, names, hari) for r in group] for group in (own, back)]
    return shown[0], shown[1]


def _shown(wewenang: Wewenang, row: BarisPaket, names: Mapping[str, str], hari: date) -> Keputusan:
    late = row.tenggat is not None and row.tenggat < hari and row.status not in SELESAI
    values = {"penanggung_jawab": row.penanggung_jawab, "indikator": row.indikator}
    unit = names.get(row.penanggung_jawab or "", row.penanggung_jawab or "")
    return Keputusan(row, unit, late, may_change(wewenang, TABEL_RAPAT, values))


def decide(wewenang: Wewenang, triwulan: int, values: Mapping[str, Any]) -> UUID:
    """Write down a decision of the meeting under the next free code. Raises PermissionDenied."""
    wewenang.require(IZIN)
    rows = MODEL[TABEL_RAPAT].objects.filter(instansi=wewenang.instansi, tahun_paket=wewenang.tahun)
    taken = set(rows.values_list("kode", flat=True))
    start = f"MV-{wewenang.tahun}-TW{triwulan}-"
    number = 1
    for _ in range(len(taken) + _TRIES):
        if f"{start}{number}" not in taken:
            key = {"kode": f"{start}{number}", "tahun": wewenang.tahun, "triwulan": triwulan}
            try:
                return paket.add_row(wewenang, TABEL_RAPAT, {**values, **key}, f"rapat triwulan {triwulan}")
            except paket.KunciGandaError:  # somebody else wrote a decision at the same moment
                pass
        number += 1
    raise RuntimeError(start)


def set_status(wewenang: Wewenang, pk: UUID, versi: int, status: str, catatan: str) -> None:
    """Say how far a decision is. Raises PermissionDenied, KonflikError, Http404."""
    if status not in set(StatusTindak):
        raise Http404
    paket.change_row(wewenang, TABEL_RAPAT, pk, versi, {"status": status}, f"keputusan rapat: {catatan or status}")
