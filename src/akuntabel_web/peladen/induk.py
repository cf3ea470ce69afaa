"""`akuntabel serve`: database, migrations, web and workers under one supervisor.

Whatever ends the supervisor ends all: asked to stop, it stops them in order; killed, their lifelines break (see
`nyawa`) and the guard of the database shuts it down cleanly.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from akuntabel.errors import BerkasError
from akuntabel_web.basisdata.letak import Letak, give, make_private_folder, owner_of
from akuntabel_web.peladen.anak import Anak
from akuntabel_web.peladen.basis import SECRET_NAMES, Basis, account_of_children, reached
from akuntabel_web.peladen.porta import answers, refuse_taken
from akuntabel_web.peladen.siapkan import Kesiapan

PACKAGE = "akuntabel_web.peladen"
TICK = 0.2
LONGEST_START = 120.0
FAILED_STARTS = 3
STOPPING = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Pesanan:
    """What is asked for: the data folder, where to listen, how many processes serve and work, the example or not."""

    data: Path
    alamat: str
    port: int
    proses: int
    pekerja: int
    contoh: bool


def serve(order: Pesanan, say: Say) -> None:
    """Run until told to stop. Returns when everything has ended and the database is shut down."""
    refuse_taken(order.alamat, order.port)
    with _told_to_stop() as told, reached(order.data, os.environ) as basis:
        account, environment = _who(basis.letak, say), _environment(order, basis)
        ready = _prepare(order, basis, environment, account, told)
        if ready is None:
            return
        children = _children(order, ready, environment, account)
        try:
            _start(children, order, told)
            if not told.is_set():
                _announce(order, ready, say)
            _look_after(children, basis, told, say)
        finally:
            for child in children:
                child.ask_to_stop()
            for child in children:
                child.stop()
    say("Peladen berhenti.")


@contextmanager
def _told_to_stop() -> Iterator[threading.Event]:
    """An event that the signals to stop set; the handlers before come back afterwards."""
    told = threading.Event()
    known = [getattr(signal, name) for name in STOPPING if hasattr(signal, name)]
    names = [name for name in known if signal.getsignal(name) != signal.SIG_IGN]  # nohup wants us to go on
    before = {name: signal.signal(name, lambda *_: told.set()) for name in names}
    try:
        yield told
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)


def _who(letak: Letak, say: Say) -> dict[str, Any]:
    """As whom the children run. Root gives them to the owner of the data folder where that user can start Python."""
    account = account_of_children(letak)
    if account is not None:
        command = [sys.executable, "-P", "-c", "import akuntabel_web, django"]
        try:
            if subprocess.run(command, capture_output=True, check=False, cwd=os.sep, **account.popen()).returncode == 0:
                return account.popen()
        except OSError:
            pass
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        say("Perhatian: web berjalan sebagai root; sebaiknya jalankan sebagai pengguna biasa.")
    return {}


def _environment(order: Pesanan, basis: Basis) -> dict[str, str]:
    """What web and workers know: the role that serves, never the owner's address."""
    known = {name: value for name, value in os.environ.items() if name not in SECRET_NAMES}
    known.setdefault("AKUNTABEL_HOST", f"localhost:{order.port}")
    return {**known, "AKUNTABEL_DATA": str(basis.letak.data), "DATABASE_URL": basis.url, "PYTHONUTF8": "1"}


def _prepare(
    order: Pesanan, basis: Basis, environment: Mapping[str, str], account: Mapping[str, Any], told: threading.Event
) -> Kesiapan | None:
    """Run the child that migrates; None when we were told to stop meanwhile. It alone gets the owner's address."""
    log = _log(basis.letak, "penyiapan.log")
    child = Anak(
        f"{PACKAGE}.siapkan",
        ["--contoh"] if order.contoh else [],
        {**environment, "DATABASE_URL_PEMILIK": basis.url_pemilik},
        account,
    )
    with log.open("wb") as words:
        process = child.start(stdout=subprocess.PIPE, stderr=words)
        shown: list[bytes] = []
        assert process.stdout is not None
        reader = threading.Thread(target=shown.extend, args=(process.stdout,))
        reader.start()
        while process.poll() is None and not told.wait(TICK / 4):
            pass
        child.stop()
        reader.join()
    if told.is_set():
        return None
    if process.returncode or not shown:
        lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines() or ["tanpa keterangan"]
        raise BerkasError("penyiapan basis data", f"gagal ({lines[-1][:300]})", f"diharapkan selesai; lihat {log}")
    return Kesiapan(**json.loads(shown[-1]))


def _log(letak: Letak, name: str) -> Path:
    owner = owner_of(letak.data)
    path = make_private_folder(letak.catatan, owner) / name
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
    give(path, owner)
    return path


def _children(
    order: Pesanan, ready: Kesiapan, environment: Mapping[str, str], account: Mapping[str, Any]
) -> list[Anak]:
    web = Anak(f"{PACKAGE}.web", [order.alamat, str(order.port), str(order.proses)], environment, account)
    count = order.pekerja if ready.antrean else 0
    return [web, *(Anak(f"{PACKAGE}.pekerja", [f"pekerja-{n + 1}"], environment, account) for n in range(count))]


def _start(children: list[Anak], order: Pesanan, told: threading.Event) -> None:
    """Start all and wait until the web answers; one that never comes up is told, not retried for ever."""
    for child in children:
        child.start()
    web, failed = children[0], 0
    deadline = time.monotonic() + LONGEST_START
    while not told.is_set() and not answers(order.alamat, order.port):
        failed += web.look_after() is not None
        if failed >= FAILED_STARTS or time.monotonic() > deadline:
            raise BerkasError("web", "tidak mau mulai", "diharapkan menjawab; sebabnya tercetak di atas")
        told.wait(TICK)


def _announce(order: Pesanan, ready: Kesiapan, say: Say) -> None:
    say(f"Akuntabel berjalan di http://localhost:{order.port} (Ctrl-C menghentikan).")
    if ready.peringatan:
        say(ready.peringatan)
    if ready.tautan:
        say(f"Administrator pertama mendaftar lewat tautan sekali pakai ini: {ready.tautan}")


def _look_after(children: list[Anak], basis: Basis, told: threading.Event, say: Say) -> None:
    """Until we are told to stop: whoever dies is started again, the database first."""
    while not told.wait(TICK):
        if basis.gugus is not None and not basis.gugus.alive():
            say("Basis data berhenti sendiri, dimulai lagi.")
            basis.gugus.restart()
        for child in children:
            line = child.look_after()
            if line:
                say(line)
