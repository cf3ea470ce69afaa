"""Reminders: one short text with a link, for WhatsApp and for e-mail; one e-mail for a person, year and day.

`pengingat.toml` says on which days before a deadline the timer sends them, and at which hours.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.db import connection, transaction
from django.urls import reverse

from akuntabel.bahasa.tanggal import format_tanggal
from akuntabel_web.akun.models import Pengguna
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.instansi.models import Instansi
from akuntabel_web.inti.konteks import SISTEM, Konteks, give_reason, konteks
from akuntabel_web.ukur.models import Pengingat
from akuntabel_web.ukur.tugas import Pekerjaan, tasks_of_everybody

_MOST = 5  # tasks that a short text lists
SEGERA = 3  # days before the due date
Pilih = Callable[[list[Pekerjaan], date], list[Pekerjaan]]


@dataclass(frozen=True, slots=True)
class Waktu:
    """When the timer sends: days before a deadline, and hours of the day (from, to; local time)."""

    hari_sebelum: tuple[int, ...]
    jam: tuple[int, int]


@cache
def waktu() -> Waktu:
    """The times of pengingat.toml."""
    data = tomllib.loads(files(__package__).joinpath("pengingat.toml").read_text(encoding="utf-8"))
    return Waktu(tuple(data["hari_sebelum"]), (data["jam_mulai"], data["jam_akhir"]))


def short_text(nama: str, daftar: list[Pekerjaan], hari: date) -> str:
    """A text that fits a message: how many, the first ones with their day, the link."""
    about = daftar[0]
    lines = [f"Yth. {nama}, ada {len(daftar)} tugas data kinerja {about.instansi.nama} tahun {about.tahun}:"]
    for task in daftar[:_MOST]:
        due = f", paling lambat {format_tanggal(task.tenggat)}" if task.tenggat else ""
        lines.append(f"- {task.judul}{due}{' (TERLAMBAT)' if task.late(hari) else ''}")
    if len(daftar) > _MOST:
        lines.append(f"- dan {len(daftar) - _MOST} tugas lain")
    return "\n".join([*lines, f"Buka: {settings.ALAMAT}{reverse('tugas')}"])


def due_soon(daftar: list[Pekerjaan], hari: date, segera: int = SEGERA) -> list[Pekerjaan]:
    """Tasks worth an e-mail: late, due within some days, or waiting for this person alone."""
    return [t for t in daftar if t.tenggat is None or t.tenggat <= hari + timedelta(days=segera)]


def near(daftar: list[Pekerjaan], hari: date) -> list[Pekerjaan]:
    """Tasks whose deadline is as many days away as the timer is told to remind of."""
    return [t for t in daftar if t.tenggat is not None and (t.tenggat - hari).days in waktu().hari_sebelum]


def remind_by_time(sekarang: datetime) -> tuple[int, int]:
    """What the timer does in an hour: nothing without a mail server or outside of its hours."""
    first, last = waktu().jam
    if not settings.SUREL_TERPASANG or not first <= sekarang.hour <= last:
        return 0, 0
    return remind_everywhere(sekarang.date(), near)


def remind_everywhere(hari: date, pilih: Pilih) -> tuple[int, int]:
    """Remind people of every agency, each in its own context: how many were sent and how many could not be."""
    sent = failed = 0
    for instansi, tahun in _places():
        with konteks(Konteks(SISTEM, instansi, tahun, "pengingat")):
            here = Wewenang(Pengguna(pk=SISTEM, email="", nama="sistem"), Instansi.objects.get(pk=instansi), tahun, ())
            done = send_reminders(here, hari, pilih)
        sent, failed = sent + done[0], failed + done[1]
    return sent, failed


def _places() -> list[tuple[UUID, int]]:
    with konteks(Konteks(SISTEM)), connection.cursor() as cursor:
        cursor.execute("SELECT instansi, tahun FROM instansi_tempat()")
        return list(cursor.fetchall())


def send_reminders(wewenang: Wewenang, hari: date, pilih: Pilih = due_soon) -> tuple[int, int]:
    """Remind everybody of an agency and year by e-mail: how many were sent and how many could not be.

    Running it again on the same day sends nothing twice; what a mail server refused may be tried again.
    """
    sent = failed = 0
    for person, todo in tasks_of_everybody(wewenang, hari):
        urgent = pilih(todo, hari)
        if urgent:
            try:
                sent += _send(wewenang, person, urgent, hari)
            except OSError:  # the mail server; smtplib's errors are OSErrors
                failed += 1
    return sent, failed


def _send(wewenang: Wewenang, person: Pengguna, daftar: list[Pekerjaan], hari: date) -> bool:
    with transaction.atomic():
        give_reason("pengingat lewat surel")
        key = {"instansi": wewenang.instansi, "tahun_paket": wewenang.tahun, "pengguna": person, "tanggal": hari}
        if not Pengingat.objects.get_or_create(**key)[1]:
            return False
        title = f"Akuntabel: {len(daftar)} tugas data kinerja menunggu"
        send_mail(title, short_text(person.nama, daftar, hari), None, [person.email])
    return True
