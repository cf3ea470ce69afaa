"""The world of the benchmark of the web: the application on its own PostgreSQL, with the large example and people."""

import io
import logging
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.error import URLError
from uuid import UUID

from akuntabel.domain.paket import TABEL
from akuntabel.pipelines.contoh_besar import TAHUN, large_packages
from akuntabel_web.basisdata.gugus import Gugus
from akuntabel_web.basisdata.peran import Peran

YEAR = 2025
AGENCIES = 20  # of forty: one for each of the users at once
COLLEAGUES = 30  # people with a duty in the first agency, for its list of people
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@dataclass(frozen=True)
class Orang:
    """A person who is signed in: agency's address, cookie."""

    alamat: str
    kuki: str


@contextmanager
def installed(routes: str) -> Iterator[None]:
    """The application, installed on a new cluster, answering in this process by the routes of a module."""
    folder = Path(tempfile.mkdtemp(prefix="akuntabel-"))
    folder.chmod(0o755)  # root's cluster runs as somebody else
    try:
        (folder / "berkas").mkdir()
        with Gugus(folder / "data") as gugus:
            os.environ |= {
                "DATABASE_URL": gugus.url(Peran.APLIKASI),
                "DATABASE_URL_PEMILIK": gugus.url(Peran.PEMILIK),
                "AKUNTABEL_DATA": str(folder / "berkas"),
                "AKUNTABEL_HOST": "localhost",
                "AKUNTABEL_PENGEMBANGAN": "1",
                "DJANGO_SETTINGS_MODULE": "akuntabel_web.pengaturan",
            }
            import django
            from django.conf import settings
            from django.core.management import call_command

            settings.ROOT_URLCONF = routes
            django.setup()
            call_command("siapkan_instalasi", verbosity=0, stdout=io.StringIO())
            logging.getLogger("akuntabel").setLevel(logging.WARNING)
            yield
            from django.db import connections

            connections.close_all()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def fill() -> tuple[int, float]:
    """Load the last year of AGENCIES and every year of the first; gives how many packages, and the seconds."""
    from akuntabel_web.paket.pasang import load
    from akuntabel_web.paket.unggahan import Bacaan

    begin, count = time.perf_counter(), 0
    for packages in (large_packages(instansi=1), large_packages(instansi=AGENCIES, tahun=1)):
        for _, paket in packages:
            count += load(Bacaan(paket, frozenset(TABEL), ()), "tolok ukur")
    assert count == AGENCIES + TAHUN - 1
    return count, time.perf_counter() - begin


def people() -> tuple[list[Orang], str]:
    """A planner of every agency, signed in, and the cookie of somebody who fills in the entries of a unit.

    The first agency has colleagues, and every agency documents on its shelf.
    """
    from akuntabel_web.akun.models import Pengguna, Penugasan
    from akuntabel_web.instansi.models import Instansi, Unit
    from akuntabel_web.inti.konteks import SISTEM, Konteks, konteks

    found, clerk = [], ""
    agencies = list(
        Instansi.objects.using("pemilik").exclude(jenis="pemda").order_by("kode").values_list("pk", "alamat")
    )
    for n, (pk, alamat) in enumerate(agencies):
        with konteks(Konteks(SISTEM, pk, YEAR, "tolok ukur")):
            for m in range(COLLEAGUES if not n else 1):
                person = Pengguna(email=f"orang{m}@{alamat}.test", nama=f"Orang {m} {alamat}", password="!")
                person.save(force_insert=True)
                unit = Unit.objects.filter(instansi_id=pk).first() if m else None
                role = "pengelola_data" if m else "penyusun"
                Penugasan.objects.create(instansi_id=pk, pengguna=person, peran=role, unit=unit)
                if not m:
                    Penugasan.objects.create(instansi_id=pk, pengguna=person, peran="administrator", unit=None)
                    _shelve(pk, person)
                    found.append(Orang(alamat, _sign_in(person)))
                elif not clerk:
                    clerk = _sign_in(person)
    return found, clerk


def _shelve(instansi: UUID, person: Any) -> None:
    """A shelf with two versions of every document, each a link."""
    from akuntabel_web.laporan.jenis import shelf_kinds
    from akuntabel_web.laporan.models import Dokumen

    for kind in shelf_kinds():
        for version in (1, 2):
            Dokumen.objects.create(
                instansi_id=instansi, tahun=YEAR, jenis=kind, versi=version, tanggal=date(YEAR, 1, 2),
                disampaikan=date(YEAR, 1, 2 + version), tautan=f"https://contoh.test/{kind}-{version}.pdf", oleh=person,
            )  # fmt: skip


def _sign_in(person: object) -> str:
    from django.contrib.auth import login
    from django.contrib.sessions.backends.db import SessionStore
    from django.http import HttpRequest

    request = HttpRequest()
    request.session = SessionStore()
    login(request, person, backend=BACKEND)
    request.session.save()
    return f"sesi={request.session.session_key}"


@contextmanager
def server(processes: int) -> Iterator[tuple[int, int]]:
    """The server that `akuntabel serve` starts, with so many processes; gives its port and its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    env = {k: v for k, v in os.environ.items() if k != "DATABASE_URL_PEMILIK"} | {"AKUNTABEL_HOST": f"localhost:{port}"}
    command = [sys.executable, "-P", "-m", "akuntabel_web.peladen.web", "127.0.0.1", str(port), str(processes)]
    process = subprocess.Popen(command, env=env, stdin=subprocess.PIPE)
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"http://localhost:{port}/sehat/", timeout=5).close()
                break
            except (URLError, ConnectionError):
                time.sleep(0.1)
        yield port, process.pid
    finally:
        assert process.stdin is not None
        process.stdin.close()
        process.wait(30)
