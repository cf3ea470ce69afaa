"""The child that does jobs of the queue: `python -m akuntabel_web.peladen.pekerja NAME`."""

from __future__ import annotations

import os
import select
import sys
import threading

import psycopg

from akuntabel_web.peladen.nyawa import GRACE, bind_life_to_input
from akuntabel_web.peladen.pengaturan_anak import SETTINGS


def bind_life_to_database(url: str) -> None:
    """End this process when the database is lost, so that a new one comes in its place in a moment.

    The job at hand has lost its database anyway. The queue's own worker takes no more jobs then, but stays for half a
    minute until its pool gives up, and nobody works.
    """
    threading.Thread(target=_await_loss, args=(url,), daemon=True).start()


def _await_loss(url: str) -> None:
    try:
        with psycopg.connect(url, autocommit=True) as connection:
            while True:
                select.select([connection.fileno()], [], [])  # the server says something, or is gone
                connection.execute("SELECT 1")
    except psycopg.Error:
        os._exit(1)


def main(name: str) -> None:
    """Work until told to stop; the job at hand is finished, or left for the retry when it takes too long."""
    bind_life_to_input()
    bind_life_to_database(os.environ["DATABASE_URL"])
    os.environ.setdefault(*SETTINGS)
    import django  # noqa: PLC0415 (only in the child)
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    call_command("procrastinate", "worker", f"--name={name}", f"--shutdown-graceful-timeout={GRACE - 5:.0f}")


if __name__ == "__main__":
    main(sys.argv[1])
