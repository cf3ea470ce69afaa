"""`pg_dump` and `pg_restore`: how they are called, and what of their words is an error."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from akuntabel.errors import BerkasError
from akuntabel_web.basisdata.biner import program
from akuntabel_web.basisdata.peran import Peran, withdraw_defaults

# pg_restore of 17 and later sets it on each server; one before 17 does not know it and goes on without harm.
TOLERABLE = re.compile(r'unrecognized configuration parameter "transaction_timeout"')
FIRST_WITH_TIMEOUT = 170000


@contextmanager
def dumping(binaries: Path, url: str) -> Iterator[IO[bytes]]:
    """The whole database as a stream in the custom format, in one snapshot; a failure is told when the stream ends.

    pg_dump switches row security off: a role that it binds is refused, never served half.
    """
    command, environment = _call(binaries, "pg_dump", url, ["--format=custom", "--no-password"])
    with tempfile.TemporaryFile() as words:
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=words) as process:
            assert process.stdout is not None
            yield process.stdout
        words.seek(0)
        told = words.read().decode("utf-8", "replace")
    if process.returncode:
        raise BerkasError("pg_dump", _last(told), _hint(told))


def restore(binaries: Path, url: str, source: Path) -> None:
    """Bring a dump into an empty database: all or nothing where the server allows it."""
    with psycopg.connect(url, autocommit=True) as server:
        modern = server.info.server_version >= FIRST_WITH_TIMEOUT
        try:
            withdraw_defaults(server)
        except psycopg.errors.InsufficientPrivilege as error:
            raise BerkasError("DATABASE_URL", str(error), f"diharapkan peran {Peran.PEMILIK}") from None
    whole = ["--single-transaction", "--exit-on-error"] if modern else []
    command, environment = _call(binaries, "pg_restore", url, ["--no-password", *whole])
    run = subprocess.run(
        [*command, str(source)],
        env=environment, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    errors = [line for line in run.stderr.splitlines() if "error:" in line and not TOLERABLE.search(line)]
    tolerated = bool(TOLERABLE.search(run.stderr)) and not modern
    if errors or (run.returncode and not tolerated):
        told = _last("\n".join(errors) or run.stderr)
        raise BerkasError("pg_restore", told, "diharapkan basis data kosong yang dapat diisi")
    with psycopg.connect(url, autocommit=True) as server:
        server.execute("ANALYZE")  # a dump holds no statistics, and without them the first pages are slow


def _call(binaries: Path, name: str, url: str, options: list[str]) -> tuple[list[str], dict[str, str]]:
    """The password travels in the environment: others see the arguments of a process."""
    parts = {name: str(part) for name, part in conninfo_to_dict(url).items() if part is not None}
    password = parts.pop("password", None)
    environment = {**os.environ, "LC_ALL": "C", **({"PGPASSWORD": password} if password else {})}
    return [str(program(binaries, name)), *options, f"--dbname={make_conninfo('', **parts)}"], environment


def _last(words: str) -> str:
    return " ".join(words.split())[-400:]


def _hint(words: str) -> str:
    if "row-level security" in words or "row security" in words:
        return "diharapkan peran yang melihat semua baris (BYPASSRLS) di DATABASE_URL_CADANGAN"
    if "server version mismatch" in words:
        return "diharapkan pg_dump yang tidak lebih tua daripada peladennya"
    return "diharapkan basis data yang dapat dibaca seluruhnya"


def is_empty(url: str) -> bool:
    """Whether nobody has made anything in the database."""
    query = r"""SELECT NOT EXISTS (
        SELECT FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
        WHERE nspname <> 'information_schema' AND nspname NOT LIKE 'pg\_%')"""
    with psycopg.connect(url) as server:
        row = server.execute(query).fetchone()
    return bool(row and row[0])


def missing_roles(url: str) -> list[str]:
    """Roles that a dump names and the server does not have."""
    with psycopg.connect(url) as server:
        there = {row[0] for row in server.execute("SELECT rolname FROM pg_roles").fetchall()}
    return [peran.value for peran in (Peran.PEMILIK, Peran.APLIKASI) if peran.value not in there]
