"""What a person may do in an agency and a year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.utils import timezone

from akuntabel_web.akun.models import Pengguna, Penugasan
from akuntabel_web.instansi.models import Instansi, Tahun
from akuntabel_web.inti.konteks import Konteks, apply
from akuntabel_web.inti.peran import Tugas, allowed, allowed_row, matrix
from akuntabel_web.inti.siap import Kueri


@dataclass(frozen=True, slots=True)
class Wewenang:
    """A person with his duties in one agency and year; every action asks it."""

    pengguna: Pengguna
    instansi: Instansi
    tahun: int
    tugas: tuple[Tugas, ...]

    def may(self, izin: str) -> bool:
        """Whether he may, for some row at least."""
        return allowed(self.tugas, izin)

    def may_row(self, izin: str, unit: str | None) -> bool:
        """Whether he may for a row of that unit."""
        return allowed_row(self.tugas, izin, unit)

    def require(self, izin: str) -> None:
        """Raise PermissionDenied unless he may."""
        if not self.may(izin):
            raise PermissionDenied(izin)

    @property
    def judul_peran(self) -> tuple[str, ...]:
        """His roles as people call them."""
        return role_titles(t.peran for t in self.tugas)


def role_titles(kode: Iterable[str]) -> tuple[str, ...]:
    """Roles as people call them, each once."""
    return tuple(dict.fromkeys(matrix().peran[k].judul for k in kode if k in matrix().peran))


def enter(pengguna: Pengguna, alamat: str, tahun: int) -> Wewenang | None:
    """His duties in the agency of a URL; None where he has none or the year is not open: both look alike to him.

    Needs the context of the person: the database shows him the agencies of his duties only. Leaves the agency as the
    context.
    """
    instansi = _INSTANSI.first(alamat)
    if instansi is None or not _TAHUN.rows(instansi.pk, tahun):
        return None
    apply(Konteks(pengguna.pk, instansi.pk, tahun))
    found = tuple(Tugas(*row) for row in _TUGAS.rows(timezone.localdate(), tahun, pengguna.pk, instansi.pk))
    return Wewenang(pengguna, instansi, tahun, found) if found else None


def _duties(hari: date, tahun: int, pengguna: UUID, instansi: UUID) -> QuerySet[Penugasan, Any]:
    rows = Penugasan.objects.on(hari).filter(Q(tahun=tahun) | Q(tahun=None), pengguna=pengguna, instansi=instansi)
    return rows.values_list("peran", "unit__kode", "dari_id")


def _open_years(instansi: UUID, tahun: int) -> QuerySet[Tahun, Any]:
    return Tahun.objects.filter(instansi=instansi, tahun=tahun).values("pk")


_INSTANSI = Kueri(lambda alamat: Instansi.objects.filter(alamat=alamat), "alamat")
_TAHUN = Kueri(_open_years, UUID(int=1), 9999)
_TUGAS = Kueri(_duties, date(1, 1, 1), 9999, UUID(int=1), UUID(int=2))
