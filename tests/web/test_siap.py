"""Queries whose SQL is kept: they ask what the ORM asks, for every kind of value."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from dunia import TAHUN, Dunia

from akuntabel_web.inti.siap import Kueri


def kinds(instansi: Any, tahun: int, alamat: str) -> Any:
    from akuntabel_web.instansi.models import Tahun

    return Tahun.objects.filter(instansi=instansi, tahun=tahun, instansi__alamat=alamat).values_list("tahun")


def test_it_asks_what_the_orm_asks_each_time_anew(dunia: Dunia) -> None:
    asked = Kueri(kinds, UUID(int=1), 9999, "contoh")
    with dunia.konteks():
        for values in ((dunia.disnaker.pk, TAHUN, "disnaker"), (dunia.disnaker.pk, TAHUN - 50, "disnaker"),
                       (uuid4(), TAHUN, "disnaker"), (dunia.disnaker.pk, TAHUN, "lain' OR true --")):  # fmt: skip
            assert asked.rows(*values) == list(kinds(*values))
        assert asked.rows(dunia.disnaker.pk, TAHUN, "disnaker") == [(TAHUN,)]


def test_a_whole_row_comes_as_its_model(dunia: Dunia) -> None:
    from akuntabel_web.instansi.models import Instansi

    asked = Kueri(lambda alamat: Instansi.objects.filter(alamat=alamat), "contoh")
    with dunia.konteks():
        found = asked.first("disnaker")
        assert (found, found.nama, found._state.adding) == (dunia.disnaker, dunia.disnaker.nama, False)
        assert asked.first("tidak-ada") is None


def test_a_sample_that_stands_nowhere_is_refused(dunia: Dunia) -> None:
    from akuntabel_web.instansi.models import Instansi

    with pytest.raises(ValueError, match="stands nowhere"):
        Kueri(lambda alamat, _: Instansi.objects.filter(alamat=alamat), "contoh", date(1, 1, 1)).rows(
            "a", date(1, 1, 1)
        )
