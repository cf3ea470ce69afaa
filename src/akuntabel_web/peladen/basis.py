"""Where the data are: the embedded database in the data folder, or any PostgreSQL that DATABASE_URL names."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from akuntabel.errors import BerkasError
from akuntabel_web.basisdata.akun import Akun, choose_account
from akuntabel_web.basisdata.gugus import Gugus
from akuntabel_web.basisdata.letak import Letak, open_data_folder
from akuntabel_web.basisdata.peran import Peran

URL, OWNER_URL, BACKUP_URL = "DATABASE_URL", "DATABASE_URL_PEMILIK", "DATABASE_URL_CADANGAN"
SECRET_NAMES = (OWNER_URL, BACKUP_URL)
PATIENCE = 30.0  # a server that starts together with us


@dataclass(frozen=True, slots=True)
class Basis:
    """A database that answers, the data folder beside it, and the embedded server where it is ours."""

    letak: Letak
    url: str
    url_pemilik: str
    gugus: Gugus | None


@contextmanager
def reached(folder: Path, environment: Mapping[str, str]) -> Iterator[Basis]:
    """The database for as long as the block runs."""
    url = environment.get(URL)
    if not url:
        with Gugus(folder) as gugus:
            yield Basis(gugus.letak, gugus.url(Peran.APLIKASI), gugus.url(Peran.PEMILIK), gugus)
        return
    account = choose_account(folder)
    letak = open_data_folder(folder, account.pemilik if account else None)
    _await_server(url)
    yield Basis(letak, url, environment.get(OWNER_URL) or url, None)


def _await_server(url: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            psycopg.connect(url, connect_timeout=5).close()
        except psycopg.OperationalError as error:
            if time.monotonic() > deadline:
                told = " ".join(str(error).split())[-300:]
                raise BerkasError(URL, f"tidak menjawab ({told})", "diharapkan PostgreSQL 15 sampai 18") from None
            time.sleep(0.5)
        else:
            return


def backup_url(environment: Mapping[str, str]) -> str | None:
    """Who saves: the role made for it, else the owner, else the one that serves; None means the embedded database."""
    if not environment.get(URL):
        return None
    return environment.get(BACKUP_URL) or environment.get(OWNER_URL) or environment[URL]


def restore_url(environment: Mapping[str, str]) -> str | None:
    """Who restores: the owner, so that what comes back is his."""
    return (environment.get(OWNER_URL) or environment[URL]) if environment.get(URL) else None


def account_of_children(letak: Letak) -> Akun | None:
    """Root starts the web as the owner of the data folder, unless that is root himself."""
    account = choose_account(letak.data)
    return account if account is not None and letak.data.stat().st_uid == account.uid else None
