"""A worker of the queue for tests: one that does what is there and goes, and one that can be killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable

from peladen_uji import NOT_FOR_THE_SERVER


def _environment() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if k not in NOT_FOR_THE_SERVER}


def do_jobs() -> None:
    """All jobs of the queue, by a process with the role that serves."""
    command = [sys.executable, "-P", "-m", "django", "procrastinate", "worker", "--one-shot"]
    done = subprocess.run(command, env=_environment(), capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-3000:]


def start_worker(nama: str) -> subprocess.Popen[bytes]:
    """The worker as the supervisor starts it."""
    command = [sys.executable, "-P", "-m", "akuntabel_web.peladen.pekerja", nama]
    return subprocess.Popen(command, env=_environment(), stdin=subprocess.PIPE, start_new_session=True)


def wait_until(true: Callable[[], bool], seconds: float = 90) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "tidak terjadi"
        time.sleep(0.02)
