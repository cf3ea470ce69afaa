"""The real server of the tests: granian with two processes on the database of the test run."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from dunia import Dunia

PROSES = 2
NOT_FOR_THE_SERVER = {"DATABASE_URL_PEMILIK", "DJANGO_ALLOW_ASYNC_UNSAFE"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def alamat(aplikasi: dict[str, str], dunia: Dunia) -> Iterator[str]:
    """The address of a server that has the world of the tests behind it."""
    with server() as url:
        yield url


@contextmanager
def server(processes: int = PROSES, **more: str) -> Iterator[str]:
    """One more server on the same database."""
    port = free_port()
    env = {k: v for k, v in os.environ.items() if k not in NOT_FOR_THE_SERVER} | {"AKUNTABEL_HOST": f"localhost:{port}"}
    env |= more
    command = [sys.executable, "-P", "-m", "akuntabel_web.peladen.web", "127.0.0.1", str(port), str(processes)]
    process = subprocess.Popen(command, env=env, stdin=subprocess.PIPE)
    url = f"http://localhost:{port}"
    try:
        wait_for(f"{url}/sehat/", process)
        yield url
    finally:
        assert process.stdin is not None
        process.stdin.close()
        process.wait(30)


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert process.poll() is None
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                assert answer.read() == b"sehat\n"
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(url)
