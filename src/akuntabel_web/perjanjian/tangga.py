"""The ladder of an agency: its own, else the one that comes with the program."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from uuid import UUID

from django.db import transaction
from django.db.models import F

from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.instansi.models import Instansi
from akuntabel_web.inti.konteks import give_reason
from akuntabel_web.perjanjian.models import AnakTangga

ATUR = "perjanjian.tangga"
_PEMDA = "pemda"


class TertinggalError(Exception):
    """Somebody else changed the rung in between."""


@dataclass(frozen=True, slots=True)
class Anak:
    """A rung as drafts use it. `pk` is None for one that comes with the program."""

    urutan: int
    sebutan: str
    jenjang: str
    tingkat: tuple[str, ...]
    anggaran: str
    per_unit: bool = False
    pk: UUID | None = None
    versi: int = 0


@cache
def _defaults(pemda: bool) -> tuple[Anak, ...]:
    data = tomllib.loads(files(__package__).joinpath("tangga.toml").read_text(encoding="utf-8"))["tangga"]
    fitting = [one for one in data if (one.get("instansi") == _PEMDA) == pemda or (pemda and "instansi" not in one)]
    if pemda:
        fitting = [one for one in fitting if one["jenjang"] != "kepala_instansi"]
    return tuple(
        Anak(n, d["sebutan"], d["jenjang"], tuple(d["tingkat"]), d["anggaran"], d.get("per_unit", False))
        for n, d in enumerate(fitting, 1)
    )


def ladder(instansi: Instansi) -> tuple[Anak, ...]:
    """The rungs from the top down."""
    own = AnakTangga.objects.filter(instansi=instansi)
    rows = tuple(
        Anak(r.urutan, r.sebutan, r.jenjang, tuple(r.tingkat), r.anggaran, r.per_unit, r.pk, r.versi_baris) for r in own
    )
    return rows or _defaults(instansi.jenis == _PEMDA)


def own_ladder(wewenang: Wewenang, alasan: str) -> None:
    """Give an agency a ladder of its own, a copy of the default; changes nothing where it has one."""
    wewenang.require(ATUR)
    if AnakTangga.objects.filter(instansi=wewenang.instansi).exists():
        return
    give_reason(alasan)
    AnakTangga.objects.bulk_create(
        AnakTangga(
            instansi=wewenang.instansi,
            urutan=a.urutan,
            sebutan=a.sebutan,
            jenjang=a.jenjang,
            tingkat=list(a.tingkat),
            anggaran=a.anggaran,
            per_unit=a.per_unit,
        )
        for a in _defaults(wewenang.instansi.jenis == _PEMDA)
    )


def save_rung(wewenang: Wewenang, anak: Anak, alasan: str) -> None:
    """Add a rung, or change the one that was read at `anak.versi`. Raises TertinggalError, IntegrityError."""
    wewenang.require(ATUR)
    own_ladder(wewenang, alasan)
    give_reason(alasan)
    values = {
        "urutan": anak.urutan,
        "sebutan": anak.sebutan,
        "jenjang": anak.jenjang,
        "tingkat": list(anak.tingkat),
        "anggaran": anak.anggaran,
        "per_unit": anak.per_unit,
    }
    with transaction.atomic():
        if anak.pk is None:
            AnakTangga.objects.create(instansi=wewenang.instansi, **values)
            return
        rows = AnakTangga.objects.filter(instansi=wewenang.instansi, pk=anak.pk, versi_baris=anak.versi)
        if not rows.update(**values, versi_baris=F("versi_baris") + 1):
            raise TertinggalError


def drop_rung(wewenang: Wewenang, pk: UUID, versi: int, alasan: str) -> None:
    """Delete a rung. Agreements that were made with it stay. Raises TertinggalError."""
    wewenang.require(ATUR)
    give_reason(alasan)
    if not AnakTangga.objects.filter(instansi=wewenang.instansi, pk=pk, versi_baris=versi).delete()[0]:
        raise TertinggalError
