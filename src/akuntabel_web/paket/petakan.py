"""A row of the database <-> a row of the contract."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import Any, cast

from akuntabel.domain.kolom import Baris, Kolom, columns_of
from akuntabel.domain.paket import TABEL, Paket
from akuntabel_web.instansi.models import Instansi
from akuntabel_web.paket.models import MODEL, BarisPaket, Berkas
from akuntabel_web.paket.pelengkap import complete, completed

# What the figures of a single indicator need of the package, and of the tables whose rows name their indicator.
_OF_ALL = ("instansi", "laporan", "dokumen_rencana", "skala_peringkat", "perjanjian_kinerja", "kebijakan")
_OF_INDICATOR = ("komponen", "target", "dasar_pengukuran", "realisasi", "nilai_komponen")


@cache
def columns(tabel: str) -> tuple[Kolom, ...]:
    """The columns of a table that people fill."""
    return tuple(k for k in columns_of(TABEL[tabel]) if k.nama != "id")


def to_contract(tabel: str, row: BarisPaket) -> Baris:
    """A row of the database as the library knows it, with its identity where the contract has a place for it."""
    contract = TABEL[tabel]
    values = {k.nama: getattr(row, k.nama) for k in columns(tabel)}
    return contract(**values, **({"id": str(row.pk)} if "id" in contract.model_fields else {}))


def values_of(tabel: str, row: Baris) -> dict[str, Any]:
    """The columns of a row as the database holds them."""
    return {k.nama: _plain(getattr(row, k.nama)) for k in columns(tabel)}


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value


def rows_of(tabel: str, instansi: Instansi, tahun: int) -> list[BarisPaket]:
    """The rows of a table in their order."""
    return list(MODEL[tabel].objects.filter(instansi=instansi, tahun_paket=tahun).order_by("urutan_baris", "id"))


def _whole_rows(tabel: str, instansi: Instansi, tahun: int) -> list[Baris]:
    more = completed(tabel, instansi, tahun)
    return [complete(to_contract(tabel, r), more.get(r.pk, {})) for r in rows_of(tabel, instansi, tahun)]


def read_indicator(instansi: Instansi, tahun: int, kode: str) -> Paket:
    """What the figures of one indicator are made of: no row of another enters them."""
    mine = {"instansi": instansi, "tahun_paket": tahun}
    own = MODEL["indikator"].objects.filter(**mine, kode=kode)
    tables = {t: rows_of(t, instansi, tahun) for t in _OF_ALL} | {"indikator": list(own)}
    for tabel in _OF_INDICATOR:
        rows = MODEL[tabel].objects.filter(**mine, indikator=kode)
        tables[tabel] = list(rows.order_by("urutan_baris", "id"))
    read = {tabel: tuple(to_contract(tabel, row) for row in rows) for tabel, rows in tables.items()}
    return Paket(**cast("dict[str, Any]", read))


def read_paket(instansi: Instansi, tahun: int) -> Paket:
    """The whole package of an agency and year, as if it had been read from a file."""
    tables = {tabel: tuple(_whole_rows(tabel, instansi, tahun)) for tabel in TABEL}
    files = Berkas.objects.filter(instansi=instansi, tahun_paket=tahun).order_by("nama")
    pictures = tuple((b.nama, bytes(b.isi)) for b in files)
    return Paket(**cast("dict[str, Any]", tables), berkas=pictures)
