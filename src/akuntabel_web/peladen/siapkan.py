"""The child that brings the database to this version: `python -m akuntabel_web.peladen.siapkan [--contoh]`.

It alone gets the owner's address. Its last line of output tells the supervisor what to start and what to show.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from dataclasses import asdict, dataclass

from akuntabel_web.peladen.nyawa import bind_life_to_input
from akuntabel_web.peladen.pengaturan_anak import QUEUE_APP, SETTINGS

INSTALL = "siapkan_instalasi"
INVITATION, FACTORS = "akuntabel_web.akun.undangan", "akuntabel_web.akun.faktor"


@dataclass(frozen=True, slots=True)
class Kesiapan:
    """What the supervisor learns: is there a queue to work on, the link for the first administrator, a warning."""

    antrean: bool
    tautan: str | None
    peringatan: str | None = None


def main(*, example: bool) -> Kesiapan:
    """Migrate and seed with the owner's role; each step may run again."""
    os.environ.setdefault(*SETTINGS)
    import django  # noqa: PLC0415 (only in the child)
    from django.conf import settings  # noqa: PLC0415
    from django.core.management import call_command, get_commands  # noqa: PLC0415

    django.setup()
    if INSTALL in get_commands():
        call_command(INSTALL, *(["--contoh"] if example else []), stdout=sys.stderr)
    else:
        owner = "pemilik" if "pemilik" in settings.DATABASES else "default"
        call_command("migrate", database=owner, interactive=False, stdout=sys.stderr)
    people = INVITATION.rpartition(".")[0] in settings.INSTALLED_APPS
    queue = QUEUE_APP in settings.INSTALLED_APPS
    return (
        Kesiapan(queue, _told(INVITATION, "tautan_admin_pertama"), _told(FACTORS, "warning"))
        if people
        else Kesiapan(queue, None)
    )


def _told(module: str, function: str) -> str | None:
    told: str | None = getattr(importlib.import_module(module), function)()
    return told


if __name__ == "__main__":
    bind_life_to_input()
    print(json.dumps(asdict(main(example="--contoh" in sys.argv))), flush=True)  # noqa: T201 (read by the supervisor)
