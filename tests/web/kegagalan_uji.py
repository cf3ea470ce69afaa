"""What the tests of faults need: the real server with an application that people use, its processes, its database."""

from __future__ import annotations

import http.client
import json
import random
import re
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psutil
import psycopg
from test_peladen import Berjalan, all_gone, environment, free_port, serving

from akuntabel_web.basisdata.letak import Letak
from akuntabel_web.basisdata.peran import Peran
from akuntabel_web.basisdata.pidfile import read_pid_file
from akuntabel_web.basisdata.rahasia import read_passwords
from akuntabel_web.basisdata.yatim import servers_on

PROSES = 2
PATIENCE = 120.0
CSRF = "a" * 32
SESI = "sesi"
APLIKASI = {"DJANGO_SETTINGS_MODULE": "akuntabel_web.pengaturan", "AKUNTABEL_LAJU_KALI": "100"}
# A process that serves, all of the web, the worker, PostgreSQL, one of its sessions, its guard, the supervisor.
KORBAN = ("proses web", "web", "pekerja", "basis data", "sambungan", "penjaga", "peladen")


class BelumPulihError(Exception):
    """The page that says so: 503."""


UNANSWERED = (OSError, http.client.HTTPException, BelumPulihError)


@dataclass(frozen=True, slots=True)
class Jawaban:
    """An answer: its status, where it sends to, its page."""

    status: int
    tujuan: str
    isi: bytes

    def rahasia(self, nama: str) -> str:
        """A hidden field of the page."""
        found = re.search(rf'name="{nama}" value="([^"]*)"', self.isi.decode())
        assert found is not None, self.isi.decode()
        return found.group(1)


def judged(answer: Jawaban, retry_after: str) -> Jawaban:
    """Nobody sees a traceback, or a page of errors that blames the program for a database that was killed."""
    assert b"Traceback" not in answer.isi
    if answer.status == 503:
        assert int(retry_after) > 0
        assert "Aplikasi sedang dipulihkan" in answer.isi.decode()
        raise BelumPulihError
    assert answer.status in {200, 302}, (answer.status, answer.isi.decode())
    return answer


@dataclass
class Orang:
    """A person with a session, at a browser that follows no redirect."""

    layanan: Layanan
    surel: str

    def buka(self, path: str) -> Jawaban:
        return self._ask("GET", path, b"", {})

    def kirim(self, path: str, **isi: str) -> Jawaban:
        """Send a form; an answer is a confirmation: a refusal fails the test."""
        body = urlencode({"csrfmiddlewaretoken": CSRF, **isi}).encode()
        return self._sent(path, body, "application/x-www-form-urlencoded")

    def unggah(self, path: str, nama: str, isi: bytes) -> Jawaban:
        mark = uuid.uuid4().hex
        parts = (
            f'--{mark}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{CSRF}\r\n'
            f'--{mark}\r\nContent-Disposition: form-data; name="berkas"; filename="{nama}"\r\n\r\n'
        )
        body = parts.encode() + isi + f"\r\n--{mark}--\r\n".encode()
        return self._sent(path, body, f"multipart/form-data; boundary={mark}")

    def _sent(self, path: str, body: bytes, kind: str) -> Jawaban:
        answer = self._ask("POST", path, body, {"Content-Type": kind})
        assert answer.status == 302, answer.isi.decode()
        return answer

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Jawaban:
        port = self.layanan.port
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        cookies = f"{SESI}={self.layanan.sesi[self.surel]}; csrf={CSRF}"
        try:
            connection.request(method, path, body or None, {"Host": f"localhost:{port}", "Cookie": cookies, **headers})
            answer = connection.getresponse()
            read = Jawaban(answer.status, answer.getheader("Location", ""), answer.read())
            return judged(read, answer.getheader("Retry-After", ""))
        finally:
            connection.close()


@dataclass
class Layanan:
    """`akuntabel serve` on a data folder with people, started again by the test only when its supervisor is killed."""

    data: Path
    acak: random.Random
    port: int = field(default_factory=free_port)
    sesi: dict[str, str] = field(default_factory=dict)
    keluarga: list[psutil.Process] = field(default_factory=list)
    _held: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> Layanan:
        self._start("--contoh")
        self.letak = Letak(self.data)
        filled = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("kegagalan_isi.py"))],
            env=environment(
                **APLIKASI,
                AKUNTABEL_DATA=str(self.data),
                AKUNTABEL_HOST=f"localhost:{self.port}",
                DATABASE_URL=self.url(Peran.APLIKASI),
                DATABASE_URL_PEMILIK=self.url(Peran.PEMILIK),
            ),
            capture_output=True,
            text=True,
            check=False,
        )
        assert filled.returncode == 0, filled.stderr
        self.sesi = json.loads(filled.stdout)
        return self

    def __exit__(self, *_: object) -> None:
        self._held.close()

    def _start(self, *more: str) -> None:
        order = ("--proses", str(PROSES), "--pekerja", "1", *more)
        serves = serving(self.data, *order, more=APLIKASI, port=self.port)
        self.server: Berjalan = self._held.enter_context(serves)

    def orang(self, peran: str, alamat: str) -> Orang:
        return Orang(self, f"{peran}@{alamat}.test")

    def url(self, peran: Peran) -> str:
        told = read_pid_file(self.letak.basisdata)
        assert told is not None
        return told.alamat.url(peran, read_passwords(self.letak)[peran])

    def tanya(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Rows, as the superuser sees them: over all agencies."""
        with psycopg.connect(self.url(Peran.SUPER), autocommit=True) as connection:
            done = connection.execute(query, values)  # type: ignore[call-overload]
            return done.fetchall() if done.description else []

    # The processes.

    def anak(self, nama: str) -> psutil.Process:
        """A child of the supervisor by the module or file that it runs."""
        children = psutil.Process(self.server.process.pid).children()
        return next(c for c in children if nama in " ".join(c.cmdline()))

    def web(self) -> list[psutil.Process]:
        """The processes that serve."""
        return [c for c in self.anak("peladen.web").children() if "resource_tracker" not in " ".join(c.cmdline())]

    def sasaran(self, korban: str) -> psutil.Process:
        """The process that a point kills."""
        told = read_pid_file(self.letak.basisdata)
        assert told is not None
        known: dict[str, Callable[[], psutil.Process]] = {
            "proses web": lambda: self.acak.choice(self.web()),
            "web": lambda: self.anak("peladen.web"),
            "pekerja": lambda: self.anak("peladen.pekerja"),
            "basis data": lambda: psutil.Process(told.pid),
            "sambungan": lambda: psutil.Process(self.acak.choice(self._sessions())),
            "penjaga": lambda: self.anak("penjaga.py"),
            "peladen": lambda: psutil.Process(self.server.process.pid),
        }
        return known[korban]()

    def _sessions(self) -> list[int]:
        """Sessions of the application that work just now, else any."""
        rows = self.tanya(
            "SELECT pid, state = 'idle' FROM pg_stat_activity WHERE backend_type = 'client backend' AND usename = %s",
            Peran.APLIKASI.value,
        )
        busy = [pid for pid, idle in rows if not idle]
        return busy or [pid for pid, _ in rows]

    def lengkap(self) -> None:
        """Wait until everybody is there; a worker that lost its database comes back a little later than it."""
        assert wait_until(lambda: self._everybody() is not None, PATIENCE), "tidak lengkap"

    def bunuh(self, korban: str) -> psutil.Process:
        """kill -9; who stood below the supervisor until then is remembered."""
        assert wait_until(lambda: bool(self.sasaran(korban).is_running()), PATIENCE), f"tidak ada: {korban}"
        target = self.sasaran(korban)
        self.keluarga = self.server.descendants()
        target.kill()
        return target

    def pulih(self, korban: str, mati: psutil.Process) -> None:
        """Wait until the service is back; only a killed supervisor needs a new start, as a person or systemd gives."""
        if korban == "peladen":
            self.server.process.wait()
            assert wait_until(lambda: all_gone(self.keluarga), PATIENCE), names(self.keluarga)
            assert servers_on(self.letak.basisdata.resolve()) == []
            self._held.close()
            self._start()
        assert wait_until(lambda: self._replaced(mati), PATIENCE), "tidak dimulai lagi"
        assert wait_until(lambda: all(self._healthy() for _ in range(2 * PROSES)), PATIENCE), "tidak menjawab"
        assert wait_until(lambda: self._left_over() == [], PATIENCE), names(self._left_over())

    def _replaced(self, mati: psutil.Process) -> bool:
        there = self._everybody()
        return there is not None and mati not in there

    def _everybody(self) -> list[psutil.Process] | None:
        """Those who make the service: web, worker, database; None while somebody is missing."""
        told = read_pid_file(self.letak.basisdata)
        if told is None or not told.siap:
            return None
        there = [*self.web(), *map(self.anak, ("peladen.web", "peladen.pekerja", "penjaga.py"))]
        return [*there, psutil.Process(told.pid)] if len(there) == PROSES + 3 else None

    def _healthy(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/sehat/", headers={"Host": f"localhost:{self.port}"})
            answer = connection.getresponse()
            return (answer.status, answer.read()) == (200, b"sehat\n")
        finally:
            connection.close()

    def _left_over(self) -> list[psutil.Process]:
        """Who lives although his parent was killed: below no supervisor, or below one that is not ours."""
        ours = {psutil.Process(self.server.process.pid), *self.server.descendants()}
        return [p for p in self.keluarga if p not in ours and not all_gone([p])]


def names(processes: list[psutil.Process]) -> list[str]:
    return [" ".join(p.cmdline()) for p in processes if p.is_running()]


def wait_until(true: Callable[[], bool], seconds: float) -> bool:
    """Whether it came true in time; what breaks while it is asked is not true yet."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if true():
                return True
        except (OSError, AssertionError, StopIteration, psutil.Error, psycopg.Error, http.client.HTTPException):
            pass
        time.sleep(0.1)
    return False
