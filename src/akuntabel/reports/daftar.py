"""The table of documents: kind and the module that builds it, loaded when one of its kind is asked for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from akuntabel.doctree.nodes import Document
from akuntabel.reports.bahan import Bahan

Builder = Callable[[Bahan, str | None], Document]

DOKUMEN: dict[str, str] = {
    "lkip": "laporan_kinerja",
    "pk": "dokumen.pk",
    "pengukuran": "dokumen.pengukuran",
    "iku": "dokumen.iku",
    "rencana_aksi": "dokumen.rencana_aksi",
    "triwulan": "dokumen.triwulan",
    "rkt": "dokumen.rkt",
    "e81": "dokumen.e81",
    "tl_lhe": "dokumen.tl_lhe",
    "skm": "laporan_survei",
    "poster_skm": "dokumen.poster_skm",
}


def builder(jenis: str) -> Builder:
    """What builds a document of `DOKUMEN` from the material and an optional choice: a quarter, agreement or survey."""
    return cast(Builder, import_module(f"akuntabel.reports.{DOKUMEN[jenis]}").build)
