"""Which unit a row belongs to: its own column, else that of the indicator, action plan or budget that it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from akuntabel_web.instansi.models import Instansi
from akuntabel_web.paket.models import MODEL
from akuntabel_web.paket.petakan import columns

_UNIT = "unit"
_VIA = ("indikator", "rencana_aksi")  # a column of this name that refers to the table of this name

_MONEY, _CODE = "realisasi_anggaran", "kode_anggaran"

Pemilik = Mapping[tuple[str, str], str | None]  # (table, code) -> code of the unit


def owners(instansi: Instansi, tahun: int) -> Pemilik:
    """Who owns each indicator, action plan and budget code: one query for each table, however many rows a list shows.

    A budget code is the unit's whose action plans alone name it; named by two units it is nobody's.
    """
    found: dict[tuple[str, str], str | None] = {}
    named: dict[str, set[str | None]] = {}
    for table in _VIA:
        rows = MODEL[table].objects.filter(instansi=instansi, tahun_paket=tahun).order_by()
        more = (_CODE,) if table == _VIA[-1] else ()
        for kode, unit, *budget in rows.values_list("kode", "penanggung_jawab", *more):
            found[table, kode] = unit
            for code in filter(None, budget):
                named.setdefault(code, set()).add(unit)
    return found | {(_CODE, code): next(iter(units)) for code, units in named.items() if len(units) == 1}


def unit_of(tabel: str, values: Mapping[str, Any], pemilik: Pemilik) -> str | None:
    """The code of the unit, None where nobody owns the row."""
    own = next((k.nama for k in columns(tabel) if k.acuan == _UNIT and k.nama != "induk"), None)
    if own and values.get(own):
        return str(values[own])
    if tabel == _MONEY:
        return pemilik.get((_CODE, str(values.get("kode"))))
    for table in _VIA:
        if values.get(table) and any(k.nama == table and k.acuan == table for k in columns(tabel)):
            return pemilik.get((table, str(values[table])))
    return None
