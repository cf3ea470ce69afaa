"""The embedded database: a PostgreSQL of our own in the data folder, started, watched and stopped by us.

Passwords are always asked (SCRAM), the socket lies in a folder that only its owner enters, and there is no TCP where
sockets exist. One supervisor per folder; what an earlier one left behind is stopped first.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import psycopg

from akuntabel.errors import BerkasError
from akuntabel_web.basisdata import penjaga
from akuntabel_web.basisdata.akun import Akun, as_account, check_passable, choose_account, reachable_binaries
from akuntabel_web.basisdata.alamat import Alamat
from akuntabel_web.basisdata.biner import find_binaries, major, program, version_of
from akuntabel_web.basisdata.kunci import locked
from akuntabel_web.basisdata.letak import (
    POSIX,
    Letak,
    give,
    make_new_folder,
    make_private_folder,
    open_data_folder,
    owner_of,
    remove_tree,
    write_private,
)
from akuntabel_web.basisdata.peran import DATABASE, Peran, ensure_database, ensure_grants, ensure_roles
from akuntabel_web.basisdata.pidfile import LOCALHOST, read_pid_file
from akuntabel_web.basisdata.rahasia import ensure_passwords, password_file
from akuntabel_web.basisdata.soket import make_socket_folder, remove_socket_folder
from akuntabel_web.basisdata.yatim import stop_orphans

LONGEST_START = 600.0  # after a crash the log is replayed; as long as the process lives, it works
LONGEST_LOG = 10_000_000
LOG = "basisdata.log"
ROOT_FOLDER = Path(os.path.abspath(os.sep))  # noqa: PTH100 (where each account may stand)
HBA = f"local all {','.join(Peran)} scram-sha-256\n" if POSIX else f"host all all {LOCALHOST}/32 scram-sha-256\n"


class Gugus:
    """A cluster in a data folder. `with Gugus(folder) as gugus:` runs it; afterwards it has stopped cleanly."""

    def __init__(self, folder: Path, binaries: Path | None = None) -> None:
        self._folder, self._wanted = folder, binaries
        self._held = ExitStack()
        self._guard: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Make the cluster where it is missing, run it, make its roles and its database."""
        self.akun: Akun | None = choose_account(self._folder)
        owner = self.akun.pemilik if self.akun else None
        self.letak = open_data_folder(self._folder, owner)
        check_passable(self.letak.data, self.akun)
        try:
            self._held.enter_context(locked(self.letak))
            stop_orphans(self.letak)
            self.biner = reachable_binaries(self._wanted or find_binaries(), self.letak, self.akun)
            self._sandi = _passwords(self.letak)
            self._soket = make_socket_folder(self.letak, owner) if POSIX else None
            if self._soket is not None:
                self._held.callback(remove_socket_folder, self._soket, self.letak)
            self.alamat = Alamat(str(self._soket)) if self._soket else Alamat(LOCALHOST, _free_port())
            _ensure_cluster(self.letak, self.biner, self.akun, self._sandi[Peran.SUPER])
            self._launch()
            self._ensure_contents()
        except BaseException:
            self.stop()
            raise

    def url(self, peran: Peran, database: str = DATABASE) -> str:
        """The address for a role."""
        return self.alamat.url(peran, self._sandi[peran], database)

    def alive(self) -> bool:
        """Whether the server runs. It may have been killed by others; `restart` brings it back."""
        return self._guard is not None and self._guard.poll() is None

    def restart(self) -> None:
        """Bring back a server that died; its data are whole, the log is replayed. The address stays."""
        self._end_guard()
        stop_orphans(self.letak, keep_socket=True)
        self._launch()

    def stop(self) -> None:
        """Stop the server (fast: sessions end, a checkpoint is written) and let the folder go."""
        self._end_guard()
        self._held.close()

    def _end_guard(self) -> None:
        guard, self._guard = self._guard, None
        if guard is not None and guard.stdin is not None:
            guard.stdin.close()
            guard.wait()

    def _launch(self) -> None:
        self._guard = _start_guard(self.letak, self.biner, self.akun, self.alamat)
        _await_ready(self._guard, self.letak)

    def _ensure_contents(self) -> None:
        try:
            with psycopg.connect(self.url(Peran.SUPER, "postgres"), autocommit=True) as server:
                ensure_roles(server, self._sandi)
                ensure_database(server)
            with psycopg.connect(self.url(Peran.SUPER), autocommit=True) as database:
                ensure_grants(database)
        except psycopg.Error as error:
            raise BerkasError(
                str(self.letak.basisdata), f"peran tidak dapat dibuat: {_one_line(str(error))}", "diharapkan gugus kita"
            ) from error


def _passwords(letak: Letak) -> dict[Peran, str]:
    """New ones for a new cluster only: one that is there knows its own."""
    path = password_file(letak, Peran.SUPER)
    if letak.basisdata.exists() and not path.exists():
        raise BerkasError(str(path), "tidak ada", "diharapkan sandi basis data yang ada, atau pulihkan dari cadangan")
    return ensure_passwords(letak)


def _ensure_cluster(letak: Letak, binaries: Path, account: Akun | None, password: str) -> None:
    """Make the cluster beside and rename it, so that a killed start leaves no half of one."""
    ours = version_of(binaries)
    if letak.basisdata.exists():
        there = (letak.basisdata / "PG_VERSION").read_text(encoding="ascii").strip()
        if there != str(major(ours)):
            raise BerkasError(
                str(letak.basisdata),
                f"dibuat PostgreSQL {there}, yang terpasang {ours}",
                "diharapkan cadangan dari versi lama dipulihkan ke folder baru",
                "akuntabel pulihkan cadangan.zip --data FOLDER-BARU",
            )
        return
    for half in letak.data.glob("basisdata.baru-*"):
        remove_tree(half)
    beside = make_new_folder(letak.data, "basisdata.baru-")
    give(beside, account.pemilik if account else None)
    _initdb(beside, binaries, account, password)
    beside.rename(letak.basisdata)


def _initdb(target: Path, binaries: Path, account: Akun | None, password: str) -> None:
    """No ICU and no locale of the machine: the same order of text everywhere, upper and lower case of all letters."""
    owner = account.pemilik if account else None
    builtin = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] if major(version_of(binaries)) >= 17 else []
    # Beside the cluster: what a kill leaves here the next start takes away.
    with tempfile.TemporaryDirectory(prefix="basisdata.baru-", dir=target.parent) as name:
        secret = Path(name) / "sandi"
        give(secret.parent, owner)
        write_private(secret, password, owner)
        command = [
            str(program(binaries, "initdb")), "-D", str(target), "-U", Peran.SUPER.value, f"--pwfile={secret}",
            "--auth=scram-sha-256", "--encoding=UTF8", "--no-locale", "--data-checksums", "--no-instructions", *builtin,
        ]  # fmt: skip
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            cwd=ROOT_FOLDER,
            **as_account(account),
        )
    if done.returncode:
        raise BerkasError(
            str(target), f"initdb gagal: {_one_line(done.stderr)}", "diharapkan folder data yang dapat dipakai"
        )


def _start_guard(letak: Letak, binaries: Path, account: Akun | None, alamat: Alamat) -> subprocess.Popen[bytes]:
    """Start the guard, which starts the server and stops it when we are gone."""
    hba = letak.basisdata / "pg_hba.conf"
    write_private(hba, HBA, account.pemilik if account else None)
    if POSIX:
        listen = {"listen_addresses": "", "unix_socket_directories": alamat.host, "unix_socket_permissions": "0700"}
    else:
        listen = {"listen_addresses": LOCALHOST}
    settings = {**listen, "port": alamat.port, "timezone": "UTC", "log_timezone": "UTC", "logging_collector": "off"}
    server = [str(program(binaries, "postgres")), "-D", str(letak.basisdata)]
    server += [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    change = ["--sebagai", str(account.uid), str(account.gid)] if account else []
    with _open_log(letak) as log:
        return subprocess.Popen(
            [sys.executable, "-I", "-S", penjaga.__file__, *change, "--", *server],
            stdin=subprocess.PIPE, stdout=log, stderr=log, start_new_session=POSIX, cwd=ROOT_FOLDER,
        )  # fmt: skip


def _open_log(letak: Letak) -> IO[bytes]:
    owner = owner_of(letak.data)
    make_private_folder(letak.catatan, owner)
    path = letak.catatan / LOG
    if path.exists() and path.stat().st_size > LONGEST_LOG:
        path.replace(path.with_suffix(".lama.log"))
    stream = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab")
    give(path, owner)
    return stream


def _await_ready(guard: subprocess.Popen[bytes], letak: Letak) -> None:
    deadline = time.monotonic() + LONGEST_START
    while time.monotonic() < deadline and guard.poll() is None:
        told = read_pid_file(letak.basisdata)
        if told is not None and told.siap:
            return
        time.sleep(0.01)
    log = (letak.catatan / LOG).read_text(encoding="utf-8", errors="replace")
    raise BerkasError(
        str(letak.basisdata),
        f"basis data tidak mau mulai: {_one_line(log)}",
        f"diharapkan siap; lihat {letak.catatan / LOG}",
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())[-300:]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOCALHOST, 0))
        return int(probe.getsockname()[1])
