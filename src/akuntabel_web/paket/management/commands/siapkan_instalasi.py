"""`siapkan_instalasi`: migrate, protect, seed. Run before the web starts, at every start."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils import timezone

from akuntabel_web.akun.faktor import reseal
from akuntabel_web.inti.pengaman import protect, role_is_harmless
from akuntabel_web.paket.pasang import seed

_OWNER = "pemilik"
_LOCK = 4_711_2025  # two installers at once wait for each other


class Command(BaseCommand):
    """Bring the database to this version of the program."""

    help = "Memigrasi basis data, memasang pengaman tabel, dan mengisi yang diperlukan instalasi baru."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--contoh` fills the example agency."""
        parser.add_argument("--contoh", action="store_true", help="isi juga instansi contoh")

    def handle(self, *_: Any, **options: Any) -> None:
        """Run every step; each may run again."""
        owner = connections[_OWNER]
        with owner.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        try:
            call_command("migrate", database=_OWNER, interactive=False, verbosity=0)
            call_command("createcachetable", database=_OWNER, verbosity=0)
            try:
                protect(_OWNER)
            except RuntimeError as error:
                raise CommandError(str(error)) from error
            if not role_is_harmless():
                role = settings.DATABASES["default"]["USER"]
                problem = "terlalu berkuasa: ia tidak boleh superuser, BYPASSRLS, atau pemilik tabel"
                raise CommandError(f"Peran {role} {problem}.")
            reseal()
            seed(timezone.localdate(), contoh=options["contoh"])
        finally:
            with owner.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])
        self.stdout.write("Instalasi siap.")
