"""Servers that outlived their supervisor: found by where they stand, asked to stop, waited for."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import psutil

from akuntabel.errors import BerkasError
from akuntabel_web.basisdata.letak import Letak
from akuntabel_web.basisdata.pidfile import NAME, read_pid_file
from akuntabel_web.basisdata.soket import remove_socket_folder

GRACE = 60.0  # a fast shutdown writes a checkpoint first
IMMEDIATE = 10.0


def servers_on(basisdata: Path) -> list[psutil.Process]:
    """Processes of PostgreSQL that work in this folder: the postmaster, and backends that outlived theirs.

    Its number alone proves nothing: after a crash or in a new container it may belong to somebody else.
    """
    found = []
    for process in psutil.process_iter(["name"]):
        try:
            if "postgres" in (process.info["name"] or "") and Path(process.cwd()) == basisdata:
                found.append(process)
        except (psutil.Error, OSError):
            continue
    return found


def stop_orphans(letak: Letak, *, keep_socket: bool = False) -> None:
    """Stop what still runs on the folder, then clear what it left behind. Only the holder of the lock may call this.

    `keep_socket` after a crash of the server alone: others know its address, and it comes back there.
    """
    basisdata = letak.basisdata.resolve()
    left = read_pid_file(basisdata)
    alive = servers_on(basisdata)
    for ask, wait in ((signal.SIGINT, GRACE), (_IMMEDIATE, IMMEDIATE)):
        if alive:
            alive = _ask(alive, ask, wait)
    if alive:
        raise BerkasError(
            str(letak.data),
            f"peladen basis data lama (proses {alive[0].pid}) tidak mau berhenti",
            "diharapkan dihentikan sendiri dahulu",
        )
    (basisdata / NAME).unlink(missing_ok=True)
    if left is not None and left.soket is not None and not keep_socket:
        remove_socket_folder(left.soket, letak)


_IMMEDIATE = getattr(signal, "SIGQUIT", signal.SIGTERM)


def _ask(processes: list[psutil.Process], ask: int, wait: float) -> list[psutil.Process]:
    """Ask the postmaster; its backends follow it. Backends without one are asked themselves. Give what still lives."""
    numbers = {process.pid for process in processes}
    for process in processes:
        try:
            if process.ppid() not in numbers:
                process.send_signal(ask)
        except psutil.Error:
            continue
    deadline = time.monotonic() + wait
    while time.monotonic() < deadline:
        _, processes = psutil.wait_procs(processes, timeout=0.05)
        if not processes:
            break
    return processes
