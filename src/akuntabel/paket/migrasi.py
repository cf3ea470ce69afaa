"""Older schemas -> the one of this program, on sheets before they mean anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from akuntabel.domain.paket import VERSI_SKEMA
from akuntabel.grid.sheet import Sheet
from akuntabel.paket.opened import OpenedPaket

Migration = Callable[[Mapping[str, Sheet]], Mapping[str, Sheet]]

# The version that a migration starts from -> the migration to the next one. Version 1 is the first: none yet.
MIGRASI: Mapping[int, Migration] = {}


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
