"""Which unit a row belongs to: its own column, else that of the indicator or action plan that it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from akuntabel_web.instansi.models import Instansi
from akuntabel_web.paket.models import MODEL
from akuntabel_web.paket.petakan import columns

_UNIT = "unit"
_VIA = {"indikator": "indikator", "rencana_aksi": "rencana_aksi"}  # column -> table whose owner counts


def unit_of(tabel: str, values: Mapping[str, Any], instansi: Instansi, tahun: int) -> str | None:
    """The code of the unit, None where nobody owns the row."""
    own = next((k.nama for k in columns(tabel) if k.acuan == _UNIT and k.nama != "induk"), None)
    if own and values.get(own):
        return str(values[own])
    for column, table in _VIA.items():
        kode = values.get(column)
        if kode and any(k.nama == column and k.acuan == table for k in columns(tabel)):
            rows = MODEL[table].objects.filter(instansi=instansi, tahun_paket=tahun, kode=kode)
            return rows.values_list("penanggung_jawab", flat=True).first()
    return None
