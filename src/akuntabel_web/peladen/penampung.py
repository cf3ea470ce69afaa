"""The application behind a buffer: a thread gets a request when all of it is here, and is free when it has answered.

A client that sends its body drop by drop, or reads its answer so, costs a place in the event loop and no thread: others
are served meanwhile. Whoever sends too slowly or too much is refused. Granian calls this as RSGI; the application stays
plain WSGI.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from tempfile import SpooledTemporaryFile
from typing import IO, Any

PATIENCE = 30.0  # seconds that any body may take
SLOWEST = 8 * 1024  # bytes in a second from then on
IN_MEMORY = 256 * 1024
TOO_SLOW, TOO_LARGE = 408, 413
_TOLD = {
    TOO_SLOW: "Permintaan ini terlalu lama dikirim. Periksa sambungan, lalu kirim lagi.\n",
    TOO_LARGE: "Permintaan ini terlalu besar.\n",
}
_KEPT = {"content-type": "CONTENT_TYPE", "content-length": "CONTENT_LENGTH"}

Environ = dict[str, Any]
Wsgi = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]


class DitolakError(Exception):
    """A body that is not waited for any longer, with the status that says why."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


@dataclass(slots=True)
class _Jawaban:
    """What the application answers."""

    status: int = 500
    kepala: list[tuple[str, str]] = field(default_factory=list)
    isi: bytes = b""


class Penampung:
    """One for each process that serves."""

    def __init__(self, application: Wsgi, threads: int, largest: int, patience: float = PATIENCE) -> None:
        self._application, self._largest, self._patience = application, largest, patience
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="halaman")

    async def __rsgi__(self, scope: Any, proto: Any) -> None:
        """Take a request, have it answered, send the answer."""
        if scope.proto != "http":
            proto.close(TOO_SLOW)
            return
        with SpooledTemporaryFile(IN_MEMORY) as body:
            try:
                size = await self._receive(scope, proto, body)
            except DitolakError as error:
                proto.response_str(error.status, [("content-type", "text/plain; charset=utf-8")], _TOLD[error.status])
                return
            body.seek(0)
            environ = environ_of(scope, body, size)
            answer = await asyncio.get_running_loop().run_in_executor(self._threads, self._call, environ)
        proto.response_bytes(answer.status, answer.kepala, answer.isi)

    async def _receive(self, scope: Any, proto: Any, body: IO[bytes]) -> int:
        """The whole body into a file that grows onto the disk; its size. Raises DitolakError."""
        if scope.method in {"GET", "HEAD"}:  # nobody reads what comes with these
            return 0
        said = scope.headers.get("content-length", "")
        if said.isdigit() and int(said) > self._largest:
            raise DitolakError(TOO_LARGE)
        begun, size, parts = time.monotonic(), 0, aiter(proto)
        while True:
            left = begun + self._patience + size / SLOWEST - time.monotonic()
            try:
                part = await asyncio.wait_for(anext(parts), max(left, 0.001))
            except StopAsyncIteration:
                return size
            except TimeoutError:
                raise DitolakError(TOO_SLOW) from None
            size += len(part)
            if size > self._largest:
                raise DitolakError(TOO_LARGE)
            body.write(part)

    def _call(self, environ: Environ) -> _Jawaban:
        """In a thread: the application from its first line to its last, so that it may tidy up behind itself there."""
        answer = _Jawaban()

        def start(status: str, headers: list[tuple[str, str]], _error: Any = None) -> None:
            answer.status, answer.kepala = int(status.partition(" ")[0]), headers

        result = self._application(environ, start)
        try:
            answer.isi = b"".join(result)
        finally:
            if (close := getattr(result, "close", None)) is not None:
                close()
        return answer


def environ_of(scope: Any, body: IO[bytes], size: int) -> Environ:
    """A request as WSGI names its parts. A header whose name holds `_` is nobody's: it would pass for one with `-`."""
    server, _, port = scope.server.rpartition(":")
    headers: dict[str, str] = {}
    for name, value in scope.headers.items():
        if "_" not in name and name not in _KEPT:
            key = f"HTTP_{name.upper().replace('-', '_')}"
            headers[key] = f"{headers[key]}{'; ' if name == 'cookie' else ', '}{value}" if key in headers else value
    return {
        **headers,
        "CONTENT_TYPE": scope.headers.get("content-type", ""),
        "CONTENT_LENGTH": str(size),
        "GATEWAY_INTERFACE": "CGI/1.1",
        "PATH_INFO": scope.path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "SERVER_NAME": server.strip("[]"),
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "wsgi.errors": sys.stderr,
        "wsgi.input": body,
        "wsgi.multiprocess": True,
        "wsgi.multithread": True,
        "wsgi.run_once": False,
        "wsgi.url_scheme": scope.scheme,
        "wsgi.version": (1, 0),
    }
