"""Clients that send or read drop by drop: they hold no thread, others are served, and they are cut off."""

from __future__ import annotations

import http.client
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from io import BytesIO
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from dunia import Dunia
from peladen_uji import server

from akuntabel_web.peladen.penampung import environ_of
from akuntabel_web.peladen.web import LARGEST, THREADS

BANYAK = 3 * THREADS  # three times as many as there are threads to hold
SABAR = 3.0
# With the cookie of a form: without it the application refuses before it reads.
HEAD = (
    "POST /akun/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    f"Cookie: csrf={'a' * 32}\r\n"
)


@pytest.fixture(scope="module")
def satu(dunia: Dunia) -> Iterator[str]:
    """One process alone, with little patience."""
    with server(1, AKUNTABEL_BADAN_DETIK=str(SABAR)) as url:
        yield url


def opened(url: str, stack: ExitStack, small: bool = False) -> socket.socket:
    made = stack.enter_context(socket.socket())
    if small:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    made.settimeout(20)
    made.connect(("127.0.0.1", urlsplit(url).port))
    return made


def served(url: str) -> float:
    """How long another person waits for a page of the database."""
    begun = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", urlsplit(url).port, timeout=10)
    connection.request("GET", "/sehat/", headers={"Host": "localhost"})
    assert connection.getresponse().read() == b"sehat\n"
    connection.close()
    return time.monotonic() - begun


@pytest.mark.lambat
def test_who_sends_drop_by_drop_holds_nobody_up_and_is_cut_off(satu: str) -> None:
    with ExitStack() as stack:
        slow = [opened(satu, stack) for _ in range(BANYAK)]
        begun = time.monotonic()
        for one in slow:
            one.sendall(f"{HEAD}Content-Length: 5000\r\n\r\n".encode())
        waits = []
        while time.monotonic() - begun < SABAR - 0.5:
            for one in slow:
                one.sendall(b"a")
            waits.append(served(satu))
            time.sleep(0.2)
        assert len(waits) > 5
        assert max(waits) < 1.0
        answers = [one.recv(4096).decode() for one in slow]
        assert {a.split("\r\n")[0] for a in answers} == {"HTTP/1.1 408 Request Timeout"}
        assert all("terlalu lama dikirim" in a for a in answers)
        assert SABAR - 0.5 < time.monotonic() - begun < SABAR + 3


@pytest.mark.lambat
def test_who_sends_nothing_or_half_a_head_holds_nobody_up(satu: str) -> None:
    with ExitStack() as stack:
        for _ in range(BANYAK):
            opened(satu, stack).sendall(HEAD[:40].encode())
            opened(satu, stack)
        assert max(served(satu) for _ in range(5)) < 1.0


@pytest.mark.lambat
def test_who_reads_drop_by_drop_holds_nobody_up(satu: str) -> None:
    with ExitStack() as stack:
        for _ in range(BANYAK):
            asked = "GET /aset/bootstrap/bootstrap.min.css HTTP/1.1\r\nHost: localhost\r\n\r\n"
            opened(satu, stack, small=True).sendall(asked.encode() * 20)
        assert max(served(satu) for _ in range(5)) < 1.0


@pytest.mark.lambat
def test_what_is_too_large_is_refused_before_it_is_sent_and_while_it_is(satu: str) -> None:
    chunk = b"%x\r\n" % (1 << 20) + b"a" * (1 << 20) + b"\r\n"
    with ExitStack() as stack:
        told = opened(satu, stack)
        told.sendall(f"{HEAD}Content-Length: {LARGEST + 1}\r\n\r\n".encode())
        assert told.recv(64).startswith(b"HTTP/1.1 413")
        hidden = opened(satu, stack)
        hidden.sendall(f"{HEAD}Transfer-Encoding: chunked\r\n\r\n".encode())
        try:
            for _ in range(LARGEST // (1 << 20) + 2):
                hidden.sendall(chunk)
        except OSError:
            pass  # the server closes what it has refused
        else:
            assert hidden.recv(64).startswith(b"HTTP/1.1 413")
        assert served(satu) < 1.0


@pytest.mark.lambat
def test_a_body_that_comes_in_parts_arrives_whole(satu: str) -> None:
    """The form is read: it lacks its token, and is refused for that and nothing else."""
    with ExitStack() as stack:
        for head in ("Content-Length: 11\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n"):
            one = opened(satu, stack)
            one.sendall((HEAD + head).encode())
            for part in ("login=", "a&b=c"):
                time.sleep(0.2)
                one.sendall((part if "Length" in head else f"{len(part):x}\r\n{part}\r\n").encode())
            if "chunked" in head:
                one.sendall(b"0\r\n\r\n")
            assert one.recv(4096).startswith(b"HTTP/1.1 403")


def asked(**more: object) -> SimpleNamespace:
    headers = {
        "host": "localhost", "content-type": "text/plain", "x-forwarded-for": "10.0.0.1", "x_forwarded_for": "6.6.6.6",
        "cookie": "a=1",
    }  # fmt: skip
    usual = {
        "server": "127.0.0.1:80", "client": "10.1.1.1:5", "path": "/é", "query_string": "a=1", "method": "POST",
        "http_version": "1.1", "scheme": "http", "headers": headers,
    }  # fmt: skip
    return SimpleNamespace(**usual | more)


def test_a_request_is_named_as_wsgi_names_it_and_no_header_passes_for_another() -> None:
    environ = environ_of(asked(), BytesIO(b"abc"), 3)
    assert environ["HTTP_X_FORWARDED_FOR"] == "10.0.0.1"
    assert (environ["PATH_INFO"].encode("latin-1").decode(), environ["CONTENT_LENGTH"]) == ("/é", "3")
    assert (environ["REMOTE_ADDR"], environ["SERVER_NAME"], environ["SERVER_PORT"]) == ("10.1.1.1", "127.0.0.1", "80")
    six = environ_of(asked(client="[::1]:9", server="[::1]:80"), BytesIO(), 0)
    assert (six["REMOTE_ADDR"], six["SERVER_NAME"]) == ("::1", "::1")
