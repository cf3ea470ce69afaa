"""Filters of the plan's templates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

from akuntabel_web.inti.teks import shown
from akuntabel_web.rencana.pohon import Simpul
from akuntabel_web.rencana.simpul import below

register = template.Library()


@register.filter
def ambil(isi: Mapping[str, Any], nama: str) -> Any:
    """The entry of a mapping, None where there is none."""
    return isi.get(nama)


@register.filter
def bawah(simpul: Simpul) -> str:
    """The kind that may be added below a node, empty where none may."""
    kind = below(simpul.jenis.kode)
    return kind.kode if kind else ""


@register.filter
def tampil(nilai: object) -> str:
    """A value as people read it."""
    return shown(nilai)
