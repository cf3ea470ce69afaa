"""Which unit a row belongs to: its own column, else that of the indicator or action plan that it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from akuntabel_web.instansi.models import Instansi
from akuntabel_web.paket.models import MODEL
from akuntabel_web.paket.petakan import columns

_UNIT = "unit"
_VIA = ("indikator", "rencana_aksi")  # a column of this name that refers to the table of this name

Pemilik = Mapping[tuple[str, str], str | None]  # (table, code) -> code of the unit


def owners(instansi: Instansi, tahun: int) -> Pemilik:
    """Who owns each indicator and action plan: one query for each, however many rows a list shows."""
    found: dict[tuple[str, str], str | None] = {}
    for table in _VIA:
        rows = MODEL[table].objects.filter(instansi=instansi, tahun_paket=tahun).order_by()
        found |= {(table, kode): unit for kode, unit in rows.values_list("kode", "penanggung_jawab")}
    return found


def unit_of(tabel: str, values: Mapping[str, Any], pemilik: Pemilik) -> str | None:
    """The code of the unit, None where nobody owns the row."""
    own = next((k.nama for k in columns(tabel) if k.acuan == _UNIT and k.nama != "induk"), None)
    if own and values.get(own):
        return str(values[own])
    for table in _VIA:
        if values.get(table) and any(k.nama == table and k.acuan == table for k in columns(tabel)):
            return pemilik.get((table, str(values[table])))
    return None
