"""Table Schemas and `datapackage.json`, generated from the columns of the domain."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any

from akuntabel.domain.catatan import Narasi
from akuntabel.domain.kolom import Baris, JenisKolom, Kolom, columns_of
from akuntabel.domain.paket import TABEL, VERSI_SKEMA, Paket
from akuntabel.paket.versi import KUNCI_VERSI

PEMISAH = ";"
_TYPES: dict[JenisKolom, dict[str, Any]] = {
    JenisKolom.BULAT: {"type": "integer"},
    JenisKolom.TAHUN: {"type": "year"},
    JenisKolom.DESIMAL: {"type": "number", "decimalChar": ","},
    JenisKolom.UANG: {"type": "number", "decimalChar": ","},
    JenisKolom.TANGGAL: {"type": "date", "format": "default"},
    JenisKolom.YA_TIDAK: {"type": "boolean", "trueValues": ["ya"], "falseValues": ["tidak"]},
}


def table_schema(model: type[Baris], shown: Sequence[Kolom], tables: Collection[str]) -> dict[str, Any]:
    """The Table Schema of a table for the columns shown, with references to the tables that are there.

    A key with columns that may be blank is no primary key in the sense of Table Schema and is left out.
    """
    schema: dict[str, Any] = {"fields": [_field(k) for k in shown]}
    if all(k.wajib for k in shown if k.nama in model.KUNCI):
        schema["primaryKey"] = list(model.KUNCI)
    references = [_reference(k) for k in shown if k.acuan in tables]
    return schema | ({"foreignKeys": references} if references else {})


def _field(kolom: Kolom) -> dict[str, Any]:
    field: dict[str, Any] = {"name": kolom.nama, **_TYPES.get(kolom.jenis, {"type": "string"})}
    field["description"] = kolom.petunjuk
    if kolom.contoh:
        field["example"] = kolom.contoh
    constraints: dict[str, Any] = {"required": True} if kolom.wajib else {}
    if kolom.pilihan:
        constraints["enum"] = list(kolom.pilihan)
    return field | ({"constraints": constraints} if constraints else {})


def _reference(kolom: Kolom) -> dict[str, Any]:
    key = TABEL[kolom.acuan].KUNCI[0]
    return {"fields": [kolom.nama], "reference": {"resource": kolom.acuan, "fields": [key]}}


def used_columns(model: type[Baris], rows: Sequence[Baris]) -> tuple[Kolom, ...]:
    """The columns that a file needs: required ones, key columns, and those that hold something in some row."""
    return tuple(
        k
        for k in columns_of(model)
        if k.wajib or k.nama in model.KUNCI or any(getattr(row, k.nama) is not None for row in rows)
    )


def datapackage(paket: Paket) -> str:
    """The text of `datapackage.json`: one resource for each table that has rows. Its bytes depend on the data only."""
    tables = {name: rows for name, rows in paket.tables() if rows and name != Narasi.TABEL}
    resources = [_resource(name, rows, tables) for name, rows in tables.items()]
    title = f"{paket.laporan[0].nama} {paket.laporan[0].tahun}" if paket.laporan else "Paket data kinerja"
    owner = paket.instansi[0].nama if paket.instansi else None
    content: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "paket-kinerja",
        "title": f"{title}, {owner}" if owner else title,
        KUNCI_VERSI: VERSI_SKEMA,
        "resources": resources,
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _resource(name: str, rows: tuple[Baris, ...], tables: Collection[str]) -> dict[str, Any]:
    model = TABEL[name]
    return {
        "name": name,
        "title": model.JUDUL,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": PEMISAH, "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True},
        "schema": table_schema(model, used_columns(model, rows), tables),
    }
