"""OpenedPaket: what a package holds before it means anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from akuntabel.findings import Temuan
from akuntabel.grid.sheet import Sheet


class Bentuk(StrEnum):
    """The two equal forms of a package."""

    FOLDER = "folder"
    BUKU_KERJA = "buku_kerja"


@dataclass(frozen=True, slots=True)
class OpenedPaket:
    """Tables by name, passages by code (folder only), pictures by name, schema version, findings of the container."""

    bentuk: Bentuk
    versi: int
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    narasi: Mapping[str, str] = field(default_factory=dict)
    berkas: Mapping[str, bytes] = field(default_factory=dict)
    temuan: tuple[Temuan, ...] = ()
