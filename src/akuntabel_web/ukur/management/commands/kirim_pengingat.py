"""`kirim_pengingat`: e-mail of the day to everybody with late, urgent or waiting tasks. Meant for a daily timer."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from akuntabel_web.akun.models import Pengguna
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.instansi.models import Tahun
from akuntabel_web.inti.konteks import SISTEM, Konteks, konteks
from akuntabel_web.ukur.pengingat import SEGERA, send_reminders

_OWNER = "pemilik"


class Command(BaseCommand):
    """Remind people of every agency."""

    help = "Mengirim pengingat tugas lewat surel; menjalankannya dua kali sehari tidak mengirim dua kali."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--segera N`: from how many days before the due date."""
        parser.add_argument("--segera", type=int, default=SEGERA, help="hari sebelum tenggat")

    def handle(self, *_: Any, **options: Any) -> None:
        """The owner alone sees every agency; each is worked on in its own context."""
        today = timezone.localdate()
        sent = failed = 0
        system = Pengguna(pk=SISTEM, email="", nama="sistem")
        for year in Tahun.objects.using(_OWNER).select_related("instansi").order_by("instansi__kode", "tahun"):
            year.instansi._state.db = "default"
            with konteks(Konteks(SISTEM, year.instansi_id, year.tahun, "pengingat")):
                here = send_reminders(Wewenang(system, year.instansi, year.tahun, ()), today, options["segera"])
            sent, failed = sent + here[0], failed + here[1]
        self.stdout.write(f"Terkirim {sent} surel, gagal {failed}.")
