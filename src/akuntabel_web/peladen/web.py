"""The child that serves pages, granian with the application: `python -m akuntabel_web.peladen.web ADDRESS PORT N`."""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

from akuntabel.grid.batas import BAKU
from akuntabel_web.peladen.nyawa import bind_life_to_input, bind_life_to_parent
from akuntabel_web.peladen.penampung import PATIENCE, Penampung
from akuntabel_web.peladen.pengaturan_anak import SETTINGS

THREADS = 4  # each thread holds one connection to the database: N processes x 4 stay far below its 100
LONGEST_STOP = 10
LARGEST = BAKU.ukuran + 8 * 1024 * 1024  # the largest file that people hand in, and the form around it
HEADERS = 15_000  # milliseconds in which the head of a request must be here


def load_application(target: str) -> Any:
    """In each process that serves: the application, as the settings name it (WSGI_APPLICATION)."""
    # Until granian has set its own handlers here, those that came with the fork would swallow a signal to stop.
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, signal.SIG_DFL)
    bind_life_to_parent()
    os.environ.setdefault(*SETTINGS)
    from django.core.servers.basehttp import get_internal_wsgi_application  # noqa: PLC0415 (only in the child)

    patience = float(os.environ.get("AKUNTABEL_BADAN_DETIK", PATIENCE))
    return Penampung(get_internal_wsgi_application(), THREADS, LARGEST, patience)


def main(address: str, port: int, processes: int) -> None:
    """Serve until told to stop. A process that dies is replaced by granian; when they die in a row, all of it ends."""
    from granian import Granian  # noqa: PLC0415 (the extra)
    from granian.constants import Interfaces  # noqa: PLC0415
    from granian.http import HTTP1Settings  # noqa: PLC0415
    from granian.log import LogLevels  # noqa: PLC0415

    bind_life_to_input()
    server = Granian(
        "akuntabel_web.wsgi:application",
        address=address,
        port=port,
        interface=Interfaces.RSGI,
        workers=processes,
        websockets=False,
        http1_settings=HTTP1Settings(header_read_timeout=HEADERS),
        respawn_failed_workers=True,
        workers_kill_timeout=LONGEST_STOP,
        log_level=LogLevels.error,
    )
    server.serve(target_loader=load_application)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
