"""A worker is killed in the middle of a build: nothing half-written, the job comes back and ends."""

from __future__ import annotations

import hashlib
import os
import signal
from pathlib import Path
from typing import Any

import pytest
from dunia import Dunia
from pekerja_uji import do_jobs, start_worker, wait_until
from test_halaman import add
from test_laporan import PENYUSUN, built, order

pytestmark = pytest.mark.lambat


def state(dunia: Dunia, url: str) -> tuple[str, int]:
    """(state of the version, step of its job)."""
    from akuntabel_web.laporan.susun import step_of

    versi = built(dunia, url)
    return versi.keadaan, step_of(versi.pk)[0]


def let_heartbeats_grow_old() -> None:
    """As if half a minute had passed since the last sign of life of every worker."""
    from django.db import connections

    with connections["pemilik"].cursor() as cursor:
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '10 minutes'")


def ask_for_the_stalled() -> None:
    """The periodic job, now."""
    from akuntabel_web.laporan.antrean import ulangi_terhenti

    ulangi_terhenti.defer(timestamp=0)


def files_are_whole() -> None:
    from django.conf import settings

    for path in Path(settings.DATA, "berkas").rglob("*"):
        if path.is_file():
            assert hashlib.sha256(path.read_bytes()).hexdigest() == path.name


@pytest.mark.panjang
@pytest.mark.parametrize(("titik", "langkah"), [("menyusun", 2), ("mereviu", 3)])
def test_a_killed_worker_leaves_nothing_half_done(dunia: Dunia, titik: str, langkah: int) -> None:
    client = dunia.klien(PENYUSUN)
    add(client, "inovasi", kode=f"INO-MATI-{langkah}", nama=titik)
    url = order(client)
    worker = start_worker("pekerja-uji")
    try:
        wait_until(lambda: state(dunia, url) == ("disusun", langkah))
    finally:
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()
    assert built(dunia, url).keadaan == "disusun"
    assert list(built(dunia, url).berkas.all()) == []
    files_are_whole()
    assert job(dunia, url).status == "doing"
    let_heartbeats_grow_old()
    ask_for_the_stalled()
    do_jobs()
    do_jobs()
    versi = built(dunia, url)
    assert (versi.keadaan, len(versi.berkas.all())) == ("selesai", 4)
    assert (job(dunia, url).status, job(dunia, url).attempts) == ("succeeded", 2)
    files_are_whole()


def job(dunia: Dunia, url: str) -> Any:
    from procrastinate.contrib.django.models import ProcrastinateJob

    return ProcrastinateJob.objects.get(task_name="laporan.susun", args__versi=str(built(dunia, url).pk))


def test_a_job_that_runs_twice_writes_once(dunia: Dunia) -> None:
    from akuntabel_web.laporan.susun import Kerja, perform

    client = dunia.klien(PENYUSUN)
    add(client, "inovasi", kode="INO-DUA-KALI", nama="Dua kali")
    url = order(client, "pengukuran:")
    do_jobs()
    versi = built(dunia, url)
    perform(Kerja(versi.pk, dunia.disnaker.pk, versi.tahun, versi.diminta_oleh_id), 0)
    again = built(dunia, url)
    assert (again.selesai, [b.pk for b in again.berkas.all()]) == (versi.selesai, [b.pk for b in versi.berkas.all()])


def test_a_job_that_dies_again_and_again_is_given_up(dunia: Dunia) -> None:
    from akuntabel_web.laporan.susun import PERCOBAAN, Kerja, perform

    client = dunia.klien(PENYUSUN)
    add(client, "inovasi", kode="INO-MENYERAH", nama="Menyerah")
    url = order(client, "pengukuran:")
    versi = built(dunia, url)
    perform(Kerja(versi.pk, dunia.disnaker.pk, versi.tahun, versi.diminta_oleh_id), PERCOBAAN)
    assert built(dunia, url).keadaan == "gagal"
    assert "terhenti berkali-kali" in client.get(url).content.decode()
    do_jobs()
