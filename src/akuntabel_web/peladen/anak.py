"""One child of the supervisor: started, watched, started again with growing pauses, stopped with all it made."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import psutil

POSIX = os.name == "posix"
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
STEADY = 10.0  # who lived this long has recovered: only what dies as it starts waits longer and longer
LONGEST_STOP = 30.0


class Anak:
    """A Python module run as a child. Its standard input is its lifeline (see `nyawa`); nothing is written to it."""

    def __init__(
        self, module: str, arguments: Sequence[str], environment: Mapping[str, str], account: Mapping[str, Any]
    ) -> None:
        self.nama = module.rpartition(".")[2]
        self._command = [sys.executable, "-P", "-m", module, *arguments]
        self._environment, self._account = dict(environment), dict(account)
        self._process: subprocess.Popen[bytes] | None = None
        self._pause, self._since, self._not_before = FIRST_PAUSE, 0.0, 0.0

    def start(self, **more: Any) -> subprocess.Popen[bytes]:
        """Start it, apart from our terminal: Ctrl-C comes to the supervisor, who stops all in order."""
        apart: dict[str, Any] = (
            {"start_new_session": True}
            if POSIX
            else {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
        )
        self._since = time.monotonic()
        self._process = subprocess.Popen(
            self._command, env=self._environment, stdin=subprocess.PIPE, cwd=os.sep, **apart, **self._account, **more
        )
        return self._process

    def alive(self) -> bool:
        """Whether it runs."""
        return self._process is not None and self._process.poll() is None

    def look_after(self) -> str | None:
        """Start it again when it died and its pause is over. Gives a line for the log when it has just died."""
        now = time.monotonic()
        if self.alive():
            return None
        if self._process is not None:
            status = self._process.returncode
            self.stop()
            self._pause = FIRST_PAUSE if now - self._since > STEADY else min(self._pause * 2, LONGEST_PAUSE)
            self._not_before = now + self._pause
            return f"{self.nama} berhenti (status {status}), dimulai lagi dalam {self._pause:.0f} detik"
        if now >= self._not_before:
            self.start()
        return None

    def ask_to_stop(self) -> None:
        """Close its lifeline; it ends what it is doing and goes."""
        if self._process is not None and self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()

    def stop(self) -> None:
        """Wait until it is gone, and take away what it left: processes that it made and did not end."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            with suppress(OSError):
                process.stdin.close()
        left = [] if POSIX else _children(process.pid)
        try:
            process.wait(LONGEST_STOP)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if POSIX:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
        for child in left:
            with suppress(psutil.Error):
                child.kill()


def _children(pid: int) -> list[psutil.Process]:
    with suppress(psutil.Error):
        return list(psutil.Process(pid).children(recursive=True))
    return []
