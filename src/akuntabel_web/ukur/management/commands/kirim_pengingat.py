"""`kirim_pengingat`: e-mail of the day to everybody with late, urgent or waiting tasks, at any hour."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from akuntabel_web.ukur.pengingat import SEGERA, due_soon, remind_everywhere


class Command(BaseCommand):
    """Remind people of every agency."""

    help = "Mengirim pengingat tugas lewat surel; menjalankannya dua kali sehari tidak mengirim dua kali."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--segera N`: from how many days before the due date."""
        parser.add_argument("--segera", type=int, default=SEGERA, help="hari sebelum tenggat")

    def handle(self, *_: Any, **options: Any) -> None:
        """Remind, and say how many were."""
        sent, failed = remind_everywhere(
            timezone.localdate(), lambda todo, hari: due_soon(todo, hari, options["segera"])
        )
        self.stdout.write(f"Terkirim {sent} surel, gagal {failed}.")
