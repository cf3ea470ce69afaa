"""Put packages into the database: a whole government at once, where an upload for each agency would be a week."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from akuntabel.errors import AkuntabelError
from akuntabel_web.paket.pasang import load
from akuntabel_web.paket.unggahan import read_any

_REASON = "pemuatan paket"


class Command(BaseCommand):
    """Load packages, each in a transaction of its own: what was loaded before a failure stays and is skipped later."""

    help = "Memuat paket ke basis data. Instansi yang sudah mempunyai tahun itu dilewati, tidak ditimpa."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The packages."""
        parser.add_argument("paket", nargs="+", type=Path, help="folder paket atau buku kerja")

    def handle(self, *_: Any, paket: list[Path], **__: Any) -> None:
        """Load one after the other; one that cannot be used stops the command with its name."""
        loaded = 0
        for path in paket:
            try:
                new = load(read_any(path), _REASON)
            except AkuntabelError as error:
                raise CommandError(f"{path}: {error}") from error
            loaded += new
            if not new:
                self.stdout.write(f"{path}: dilewati, tahun itu sudah ada pada instansinya.")
        self.stdout.write(f"{loaded} paket dimuat.")
