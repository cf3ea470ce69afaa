"""Reminders: one short text with a link, for WhatsApp and for e-mail; one e-mail for a person, year and day."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse

from akuntabel.bahasa.tanggal import format_tanggal
from akuntabel_web.akun.models import Pengguna
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.inti.konteks import give_reason
from akuntabel_web.ukur.models import Pengingat
from akuntabel_web.ukur.tugas import Pekerjaan, tasks_of_everybody

_MOST = 5  # tasks that a short text lists
SEGERA = 3  # days before the due date


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


def send_reminders(wewenang: Wewenang, hari: date, segera: int = SEGERA) -> tuple[int, int]:
    """Remind everybody of an agency and year by e-mail: how many were sent and how many could not be.

    Running it again on the same day sends nothing twice; what a mail server refused may be tried again.
    """
    sent = failed = 0
    for person, todo in tasks_of_everybody(wewenang, hari):
        urgent = due_soon(todo, hari, segera)
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
