"""Older schemas -> the one of this program, on sheets before they mean anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from akuntabel.domain.paket import VERSI_SKEMA
from akuntabel.grid.sheet import RawCell, Sheet
from akuntabel.paket.opened import OpenedPaket

Migration = Callable[[Mapping[str, Sheet]], Mapping[str, Sheet]]


def name_documents(sheets: Mapping[str, Sheet]) -> Mapping[str, Sheet]:
    """Version 1 to 2: documents of spending have a table of their own; the words of the code become the name."""
    old = sheets.get(_SPENDING)
    at = _column(old, "dokumen") if old is not None else None
    if old is None or at is None or _DOCUMENTS in sheets:
        return sheets
    first: dict[str, RawCell] = {}
    for row in old.rows[1:]:
        for cell in row:
            if cell.kolom == at and not cell.blank and not row[0].text.strip().casefold().startswith(_EXAMPLE):
                first.setdefault(cell.text.strip(), cell)
    heading = tuple(RawCell(name, name, 1, n) for n, name in enumerate(("kode", "nama"), 1))
    rows = tuple(_named(code, cell) for code, cell in first.items())
    return {**sheets, _DOCUMENTS: replace(old, nama=_DOCUMENTS, rows=(heading, *rows), temuan=())}


def _column(sheet: Sheet, name: str) -> int | None:
    """The position of a column by its heading."""
    return next((c.kolom for c in (sheet.rows[0] if sheet.rows else ()) if _heading(c) == name), None)


def _heading(cell: RawCell) -> str:
    return cell.text.strip().rstrip("*").strip().casefold()


def _named(code: str, cell: RawCell) -> tuple[RawCell, ...]:
    name = code.replace("-", " ").replace("_", " ")
    return (replace(cell, kolom=1), RawCell(name, name, cell.baris, 2))


_SPENDING, _DOCUMENTS = "realisasi_anggaran", "dokumen_realisasi"
_EXAMPLE = "contoh:"

# The version that a migration starts from -> the migration to the next one.
MIGRASI: Mapping[int, Migration] = {1: name_documents}


def migrate(
    opened: OpenedPaket, migrations: Mapping[int, Migration] = MIGRASI, target: int = VERSI_SKEMA
) -> OpenedPaket:
    """Apply the migrations from the package's version up to `target`, in order.

    Raises KeyError when one is missing: the table above is then incomplete.
    """
    sheets = opened.sheets
    for version in range(opened.versi, target):
        sheets = migrations[version](sheets)
    return replace(opened, sheets=sheets, versi=max(opened.versi, target))
