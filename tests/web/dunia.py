"""A small world for the tests of the web: two agencies, a person for every role in the first one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from akuntabel_web.basisdata.gugus import Gugus
from akuntabel_web.basisdata.peran import Peran

TAHUN = 2025
SANDI = "kuda-besi-hijau-79"


def use_environment(gugus: Gugus, data: Path) -> dict[str, str]:
    """The contract of the settings module, as the supervisor gives it to its children."""
    wanted = {
        "DATABASE_URL": gugus.url(Peran.APLIKASI),
        "DATABASE_URL_PEMILIK": gugus.url(Peran.PEMILIK),
        "AKUNTABEL_DATA": str(data),
        "AKUNTABEL_HOST": "localhost",
        "AKUNTABEL_PENGEMBANGAN": "1",
        "AKUNTABEL_SUREL_PELADEN": "surel.test",  # no mail leaves: the tests keep them
        "AKUNTABEL_LAJU_KALI": "100",  # one person of the tests does in a minute what a person does in a month
        "DJANGO_SETTINGS_MODULE": "akuntabel_web.pengaturan",
    }
    os.environ.update(wanted)
    return wanted


@pytest.fixture(scope="session")
def aplikasi(gugus: Gugus, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The application on a real database, installed as a user installs it, with the example."""
    wanted = use_environment(gugus, tmp_path_factory.mktemp("data"))
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright keeps a loop in this thread, Django runs beside it
    import django
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    django.setup()
    setup_test_environment()
    call_command("siapkan_instalasi", "--contoh", verbosity=0)
    return wanted


@dataclass
class Dunia:
    """Agencies by address, people by e-mail."""

    disnaker: Any
    lain: Any
    orang: dict[str, Any] = field(default_factory=dict)
    uji: Any = None  # the agency of one test, where it has its own

    def klien(self, surel: str | None = None) -> Any:
        """A browser of a person; None is a visitor."""
        from django.test import Client

        client = Client(enforce_csrf_checks=False, raise_request_exception=True, HTTP_HOST="localhost")
        if surel:
            client.force_login(self.orang[surel], backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    def konteks(self, instansi: Any = None, pengguna: UUID | None = None) -> Any:
        """A transaction in the context of an agency, as the system unless somebody is named."""
        from akuntabel_web.inti.konteks import SISTEM, Konteks, konteks

        return konteks(Konteks(pengguna or SISTEM, (instansi or self.disnaker).pk, TAHUN, "uji"))


@cache
def sealed_password() -> str:
    """One seal of the password for all: each costs a tenth of a second, as it must."""
    from django.contrib.auth.hashers import make_password

    return make_password(SANDI)


def make_person(dunia: Dunia, surel: str, *duties: tuple[Any, str, Any]) -> Any:
    """A person with duties: (agency, role, unit)."""
    from allauth.account.models import EmailAddress

    from akuntabel_web.akun.models import Pengguna, Penugasan

    name = surel.partition("@")[0].replace("_", " ").title()
    person = Pengguna.objects.create(email=surel, password=sealed_password(), nama=name)
    EmailAddress.objects.create(user=person, email=surel, verified=True, primary=True)
    for instansi, peran, unit in duties:
        with dunia.konteks(instansi):
            Penugasan.objects.create(instansi=instansi, pengguna=person, peran=peran, unit=unit)
    dunia.orang[surel] = person
    return person


def own_agency(dunia: Dunia, kode: str) -> Any:
    """An agency of one test alone, with the year open: what is counted there, no other test changes."""
    from akuntabel_web.instansi.models import Pemerintah
    from akuntabel_web.instansi.tindakan import add_agency, open_year
    from akuntabel_web.inti.konteks import SISTEM, Konteks, konteks

    with konteks(Konteks(SISTEM)):
        made = add_agency(Pemerintah.objects.get(), kode, f"Dinas {kode.title()}", "opd", kode.lower())
        open_year(made, TAHUN)
    return made


def roles() -> list[str]:
    """Every role of the matrix."""
    from akuntabel_web.inti.peran import matrix

    return list(matrix().peran)


def _shelve_at(dunia: Dunia) -> None:
    """A document on the shelf of the second agency: the shelf is seen over agencies, by who has a duty there."""
    from datetime import date

    from akuntabel_web.laporan.models import Dokumen

    with dunia.konteks(dunia.lain):
        Dokumen.objects.create(
            instansi=dunia.lain,
            tahun=TAHUN,
            jenis="renja",
            versi=1,
            tanggal=date(TAHUN, 1, 2),
            disampaikan=date(TAHUN, 1, 3),
            tautan="https://dinkes.test/renja.pdf",
            oleh=dunia.orang["penyusun@lain.test"],
        )


@pytest.fixture(scope="session")
def dunia(aplikasi: dict[str, str]) -> Iterator[Dunia]:
    """Disnaker with the example, a second agency with rows of its own, `<role>@disnaker.test`, `penyusun@lain.test`."""
    from akuntabel_web.instansi.models import Instansi, Pemerintah, Unit
    from akuntabel_web.instansi.tindakan import add_agency, open_year
    from akuntabel_web.inti.konteks import SISTEM, Konteks, konteks
    from akuntabel_web.paket.models import MODEL

    disnaker = Instansi.objects.using("pemilik").get(kode="DISNAKER")
    disnaker._state.db = "default"
    with konteks(Konteks(SISTEM)):
        lain = add_agency(Pemerintah.objects.get(), "DINKES", "Dinas Kesehatan", "opd", "dinkes")
        open_year(lain, TAHUN)
        common = {"instansi": lain, "tahun_paket": TAHUN, "urutan_baris": 1}
        MODEL["pejabat"].objects.create(
            kode="KADINKES",
            nama="Rahasia Dinkes",
            jabatan="Kepala",
            jenis="kepala_instansi",
            status_jabatan="definitif",
            **common,
        )
    made = Dunia(disnaker, lain)
    with made.konteks():
        unit = Unit.objects.filter(instansi=disnaker).order_by("kode").first()
    for role in roles():
        make_person(made, f"{role}@disnaker.test", (disnaker, role, unit if role == "pengelola_data" else None))
    make_person(made, "penyusun@lain.test", (lain, "penyusun", None), (lain, "administrator", None))
    make_person(made, "tanpa@tugas.test")
    _shelve_at(made)
    yield made
    from django.db import connections

    connections.close_all()
