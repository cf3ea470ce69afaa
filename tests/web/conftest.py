"""A real PostgreSQL for the tests of the web: the embedded one, one cluster per test process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from dunia import aplikasi, dunia
from dunia_ukur import ukur
from peladen_uji import alamat
from ruang import DIMINTA, made_room

from akuntabel_web.basisdata.gugus import Gugus

__all__ = ["alamat", "aplikasi", "dunia", "gugus", "ukur"]


@pytest.fixture(scope="session")
def gugus() -> Iterator[Gugus]:
    """A running cluster with the three roles and the empty database `akuntabel`; `gugus.url(Peran.APLIKASI)`."""
    with made_room() as folder, Gugus(folder / "data", DIMINTA) as running:
        yield running


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs the installed application with its world takes its time: it is in the gate, not in the fast run."""
    for item in items:
        if {"aplikasi", "dunia"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.lambat)
