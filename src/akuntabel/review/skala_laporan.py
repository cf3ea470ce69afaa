"""The scales that judge the capaian of a report: its own, else those of regulations and practice."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.bahasa.angka import format_number
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.rentang import Rentang
from akuntabel.facts.skala import KelasTertulis, SkalaTertulis, UkuranSkala, normal_class
from akuntabel.facts.tabel import Tabel
from akuntabel.regulations import Regulations
from akuntabel.regulations.scale import classify


def own_scales(fakta: Fakta, ukuran: UkuranSkala = UkuranSkala.CAPAIAN) -> tuple[SkalaTertulis, ...]:
    """The printed scales of one measure."""
    return tuple(s for s in fakta.skala if s.ukuran is ukuran)


def known_classes(regulations: Regulations, value: Decimal) -> set[str]:
    """The names that any known scale of capaian gives a value."""
    found = [classify(s, value) for s in regulations.skala_list if s.kelompok == "capaian"]
    return {normal_class(name) for k in found for name in (k.nama, *k.sebutan_lain)}


def scale_name(scale: SkalaTertulis) -> str:
    """How messages call a printed scale."""
    source = scale.sumber
    return source.nama if isinstance(source, Tabel) else f"skala pada baris {source.tempat.baris}"


def range_text(rentang: Rentang) -> str:
    """An interval in words: "76 sampai 90", "di atas 90", "50 atau kurang"."""
    low, high = (None if v is None else format_number(v, rentang.desimal) for v in (rentang.bawah, rentang.atas))
    if low is None:
        return f"{high} atau kurang" if rentang.atas_termasuk else f"di bawah {high}"
    if high is None:
        return f"{low} atau lebih" if rentang.bawah_termasuk else f"di atas {low}"
    return low if low == high else f"{low} sampai {high}"


def class_text(found: KelasTertulis) -> str:
    """A class with its interval."""
    return f"{found.nama} ({range_text(found.rentang)})"
