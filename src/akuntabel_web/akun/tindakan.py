"""Duties: given and taken away."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404

from akuntabel_web.akun.models import Pengguna, Penugasan, Undangan
from akuntabel_web.akun.undangan import TugasUndangan, invite
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.inti.konteks import give_reason

ADMINISTRATOR = "administrator"
KELOLA = "akun.kelola"


class AdministratorTerakhirError(Exception):
    """The last administrator of an agency stays: otherwise nobody could let people in."""


def invite_person(wewenang: Wewenang, surel: str, peran: str, tahun: int | None, unit: UUID | None) -> str | None:
    """Invite a person; returns the link where no mail server brings it."""
    wewenang.require(KELOLA)
    give_reason(f"mengundang {surel}")
    duty = TugasUndangan(str(wewenang.instansi.pk), peran, tahun, str(unit) if unit else None)
    return invite(wewenang.instansi, surel, duty, wewenang.pengguna)


def withdraw_duty(wewenang: Wewenang, pk: UUID, alasan: str) -> None:
    """Take a duty away. Raises AdministratorTerakhirError, Http404."""
    wewenang.require(KELOLA)
    duties = Penugasan.objects.filter(instansi=wewenang.instansi)
    gone = duties.filter(pk=pk).first()
    if {d.pk for d in able_administrators(wewenang)} == {pk}:
        raise AdministratorTerakhirError
    give_reason(alasan)
    if gone is None:
        raise Http404
    same = {"dari": gone.pengguna_id, "peran": gone.peran, "tahun": gone.tahun, "unit": gone.unit_id}
    duties.filter(pk=pk).delete()
    if gone.dari_id is None:
        duties.filter(**same).delete()  # what he gave to others ends with his own


def able_administrators(wewenang: Wewenang) -> list[Penugasan]:
    """The duties of administrators who can sign in.

    All are locked, duties and people, so that two administrators who remove each other at once do not leave none.
    """
    duties = Penugasan.objects.filter(instansi=wewenang.instansi, peran=ADMINISTRATOR).order_by("pk")
    people = {d.pengguna_id for d in duties.select_for_update()}
    active = Pengguna.objects.filter(pk__in=people, is_active=True).order_by("pk").select_for_update()
    able = {p.pk for p in active}
    return [d for d in duties.all() if d.pengguna_id in able]


def withdraw_invitation(wewenang: Wewenang, pk: UUID) -> None:
    """Make an invitation that waits worthless. Raises Http404."""
    wewenang.require(KELOLA)
    give_reason("membatalkan undangan")
    if not Undangan.objects.filter(instansi=wewenang.instansi, pk=pk, diterima=None).delete()[0]:
        raise Http404
