"""The child that does jobs of the queue: `python -m akuntabel_web.peladen.pekerja NAME`."""

from __future__ import annotations

import os
import sys

from akuntabel_web.peladen.nyawa import GRACE, bind_life_to_input
from akuntabel_web.peladen.pengaturan_anak import SETTINGS


def main(name: str) -> None:
    """Work until told to stop; the job at hand is finished, or left for the retry when it takes too long."""
    bind_life_to_input()
    os.environ.setdefault(*SETTINGS)
    import django  # noqa: PLC0415 (only in the child)
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    call_command("procrastinate", "worker", f"--name={name}", f"--shutdown-graceful-timeout={GRACE - 5:.0f}")


if __name__ == "__main__":
    main(sys.argv[1])
