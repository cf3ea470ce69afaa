"""What a person may do in an agency and a year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils import timezone

from akuntabel_web.akun.models import Pengguna, Penugasan
from akuntabel_web.instansi.models import Instansi, Tahun
from akuntabel_web.inti.konteks import Konteks, apply
from akuntabel_web.inti.peran import Tugas, allowed, allowed_row, matrix


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
    instansi = Instansi.objects.filter(alamat=alamat).first()
    if instansi is None or not Tahun.objects.filter(instansi=instansi, tahun=tahun).exists():
        return None
    apply(Konteks(pengguna.pk, instansi.pk, tahun))
    rows = Penugasan.objects.on(timezone.localdate())
    rows = rows.filter(Q(tahun=tahun) | Q(tahun=None), pengguna=pengguna, instansi=instansi)
    found = tuple(Tugas(*row) for row in rows.values_list("peran", "unit__kode", "dari_id"))
    return Wewenang(pengguna, instansi, tahun, found) if found else None
