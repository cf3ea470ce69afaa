"""One process beside ours that draws: Vega needs a third of a second to start and never lets other Python code run."""

from __future__ import annotations

import json
import subprocess
from collections import deque
from concurrent.futures import Future
from contextlib import suppress
from functools import cache
from threading import Lock, Thread
from typing import IO, Any

from akuntabel.errors import AkuntabelError
from akuntabel.interpreter import command, environment

_CHILD = "from akuntabel.charts.vega_process import child_main; child_main()"
_DEAD = "Grafik: penggambarnya terhenti, mungkin memori tidak cukup; ulangi."


class Converter:
    """Draws in the order of asking. The process ends when ours does, as its input closes then."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._start()

    def draw(self, vega_lite: dict[str, Any]) -> Future[str]:
        """The SVG to come. Its result raises ValueError for a spec that Vega refuses, AkuntabelError when Vega died."""
        drawing: Future[str] = Future()
        line = json.dumps(vega_lite).encode() + b"\n"
        with self._lock:
            if self._ended:
                self._start()
            self._waiting.append(drawing)
            try:
                self._requests.write(line)
                self._requests.flush()
            except OSError:  # the end of its answers then fails what waits
                self._child.kill()
                with suppress(OSError):
                    self._requests.close()
        return drawing

    def _start(self) -> None:
        self._child = subprocess.Popen(
            command(_CHILD),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
        )
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._requests = self._child.stdin
        self._waiting: deque[Future[str]] = deque()
        self._ended = False
        # Answers are taken by a thread, so that neither pipe can fill up while the other side writes.
        Thread(target=self._take, args=(self._child.stdout,), name="grafik", daemon=True).start()

    def _take(self, answers: IO[bytes]) -> None:
        for line in answers:
            if not line.endswith(b"\n"):  # killed in the middle of an answer
                break
            answer = json.loads(line)
            drawing = self._waiting.popleft()
            if "salah" in answer:
                drawing.set_exception(ValueError(f"Vega: {answer['salah']}"))
            else:
                drawing.set_result(answer["svg"])
        with self._lock:
            self._ended = True
            for drawing in self._waiting:
                drawing.set_exception(AkuntabelError(_DEAD))


@cache
def converter() -> Converter:
    """The one converter of this process, started by the first call."""
    return Converter()
