"""A person gives a duty to another for a time: it ends by itself, and the audit keeps both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.http import Http404

from akuntabel_web.akun.models import Pengguna, Penugasan
from akuntabel_web.akun.tindakan import ADMINISTRATOR
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.inti.konteks import give_reason

IZIN = "akun.limpahkan"


class LimpahTidakSahError(Exception):
    """A duty that cannot be given so, with the line that says why."""


@dataclass(frozen=True, slots=True)
class Limpahan:
    """Which duty goes to whom, from when to when, and why."""

    tugas: UUID
    kepada: UUID
    mulai: date
    sampai: date
    alasan: str


def own_duties(wewenang: Wewenang) -> QuerySet[Penugasan]:
    """The duties that a person may give: his own, not those that were given to him, never that of administrator."""
    rows = Penugasan.objects.filter(instansi=wewenang.instansi, pengguna=wewenang.pengguna, dari=None)
    rows = rows.filter(Q(tahun=wewenang.tahun) | Q(tahun=None)).exclude(peran=ADMINISTRATOR)
    return rows.select_related("unit").order_by("peran")


def receivers(wewenang: Wewenang) -> QuerySet[Pengguna]:
    """Who may receive a duty: people with a duty of their own in this agency."""
    people = Penugasan.objects.filter(instansi=wewenang.instansi, dari=None).values("pengguna_id")
    return Pengguna.objects.filter(pk__in=people, is_active=True).exclude(pk=wewenang.pengguna.pk).order_by("nama")


def given(wewenang: Wewenang) -> QuerySet[Penugasan]:
    """What a person gave and received here."""
    mine = Q(dari=wewenang.pengguna) | Q(pengguna=wewenang.pengguna)
    rows = Penugasan.objects.filter(mine, instansi=wewenang.instansi).exclude(dari=None)
    return rows.select_related("pengguna", "dari", "unit").order_by("-sampai")


def give_duty(wewenang: Wewenang, isi: Limpahan, hari: date) -> Penugasan:
    """Give a duty for a time. Raises LimpahTidakSahError, Http404."""
    wewenang.require(IZIN)
    duty = own_duties(wewenang).filter(pk=isi.tugas).first()
    person = receivers(wewenang).filter(pk=isi.kepada).first()
    if duty is None or person is None:
        raise Http404
    if not hari <= isi.mulai <= isi.sampai:
        raise LimpahTidakSahError("Masa pelimpahan dimulai paling cepat hari ini dan berakhir sesudah dimulai.")
    give_reason(f"melimpahkan tugas: {isi.alasan}")
    same = {"instansi": wewenang.instansi, "pengguna": person, "peran": duty.peran, "tahun": duty.tahun}
    over = Penugasan.objects.filter(**same, unit=duty.unit, dari=wewenang.pengguna, sampai__lt=hari)
    try:
        with transaction.atomic():
            over.delete()
            return Penugasan.objects.create(
                **same, unit=duty.unit, dari=wewenang.pengguna, mulai=isi.mulai, sampai=isi.sampai
            )
    except IntegrityError as error:
        raise LimpahTidakSahError("Tugas ini sudah dilimpahkan kepada orang itu.") from error


def take_back(wewenang: Wewenang, pk: UUID) -> None:
    """End what one gave, or hand back what one received, before its time. Raises Http404."""
    wewenang.require(IZIN)
    give_reason("mengakhiri pelimpahan tugas")
    if not given(wewenang).filter(pk=pk).order_by().select_related(None).delete()[0]:
        raise Http404
