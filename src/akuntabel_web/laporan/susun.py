"""The job of a build, step by step. Each step may run again: what is done stays done, what was begun begins anew."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.core.cache import cache
from django.db import close_old_connections
from django.utils import timezone

from akuntabel.errors import AkuntabelError
from akuntabel.pipelines.dokumen import Pesanan
from akuntabel_web.inti.gudang import fetch, keep, sweep, workshop
from akuntabel_web.inti.konteks import Konteks, konteks
from akuntabel_web.inti.putus import is_lost
from akuntabel_web.laporan import anak
from akuntabel_web.laporan.models import BerkasVersi, Keadaan, Versi

LANGKAH = ("membaca data", "menyusun dokumen", "memeriksa data dan mereviu dokumen", "menyimpan hasil")
PERCOBAAN = 4
_TERHENTI = "Penyusunan terhenti berkali-kali. Ulangi; bila tetap terhenti, laporkan kepada pengelola aplikasi."
_RUSAK = "Penyusunan gagal karena kesalahan program. Laporkan kepada pengelola aplikasi."


@dataclass(frozen=True, slots=True)
class Kerja:
    """Which version is built, for whom and where: what the queue carries, identifiers only."""

    versi: UUID
    instansi: UUID
    tahun: int
    pengguna: UUID

    @property
    def konteks(self) -> Konteks:
        """The context of every transaction of this job."""
        return Konteks(self.pengguna, self.instansi, self.tahun, "penyusunan dokumen")


def perform(kerja: Kerja, percobaan: int) -> None:
    """Build the version. No transaction is open while the library works, so that nothing waits for it.

    A database that went away is no failure of the version: the error goes to the queue, which calls again.
    """
    sweep()
    versi = _begin(kerja, percobaan)
    if versi is None:
        return
    try:
        _build(kerja, versi)
    except AkuntabelError as error:
        _fail(kerja, str(error))
    except Exception as error:
        if not is_lost(error):
            _fail(kerja, _RUSAK)
        raise


def _begin(kerja: Kerja, percobaan: int) -> Versi | None:
    """Mark it as being built; None when there is nothing to do (done, or given up)."""
    with konteks(kerja.konteks):
        versi = Versi.objects.select_for_update().filter(pk=kerja.versi).first()
        if versi is None or versi.keadaan in {Keadaan.SELESAI, Keadaan.GAGAL}:
            return None
        if percobaan >= PERCOBAAN:
            Versi.objects.filter(pk=versi.pk).update(keadaan=Keadaan.GAGAL, galat=_TERHENTI)
            return None
        Versi.objects.filter(pk=versi.pk).update(keadaan=Keadaan.DISUSUN)
        return versi


def _build(kerja: Kerja, versi: Versi) -> None:
    _tell(versi.pk, 0)
    paket = fetch(versi.paket_sidik)
    nama = f"paket-{versi.tahun}.xlsx"
    order = Pesanan(
        versi.jenis,
        anak.FORMAT,
        versi.pilihan or None,
        final=versi.final,
        publik=versi.publik,
        nomor_halaman=versi.nomor_halaman,
    )
    _tell(versi.pk, 1)
    made = anak.build_limited(nama, paket, order, workshop())
    _tell(versi.pk, 2)
    findings = anak.inspect_limited(nama, paket, made.berkas["docx"], workshop())
    _tell(versi.pk, 3)
    _keep(kerja, made, findings)


def _keep(kerja: Kerja, made: anak.Tersusun, findings: bytes) -> None:
    """Files first, each whole; then all rows in one transaction. Who dies in between leaves files that no row names."""
    kept = {form: (nama, keep(isi), len(isi)) for form, (nama, isi) in made.berkas.items()}
    temuan = keep(findings)
    with konteks(kerja.konteks):
        versi = Versi.objects.select_for_update().get(pk=kerja.versi)
        if versi.keadaan == Keadaan.SELESAI:  # somebody else built it: a job that was thought dead and was not
            return
        BerkasVersi.objects.bulk_create(
            BerkasVersi(instansi_id=kerja.instansi, versi=versi, format=form, nama=nama, sidik=sidik, ukuran=size)
            for form, (nama, sidik, size) in kept.items()
        )
        Versi.objects.filter(pk=versi.pk).update(
            keadaan=Keadaan.SELESAI,
            selesai=timezone.now(),
            galat="",
            draf=made.draf,
            temuan_sidik=temuan,
            jumlah_temuan=anak.counts(findings),
        )


def _fail(kerja: Kerja, pesan: str) -> None:
    with konteks(kerja.konteks):
        running = Versi.objects.filter(pk=kerja.versi).exclude(keadaan=Keadaan.SELESAI)
        running.update(keadaan=Keadaan.GAGAL, galat=pesan)


def _tell(versi: UUID, langkah: int) -> None:
    """How far it is, for the page that waits. In the cache: it is no record, and the audit need not keep it.

    Between two steps a connection that broke is let go: a database that was restarted meanwhile is reached again.
    """
    close_old_connections()
    cache.set(f"susun:{versi}", langkah, 3600)


def step_of(versi: UUID) -> tuple[int, str]:
    """The step at hand: its number from 1, and its words."""
    step = cache.get(f"susun:{versi}", 0)
    return step + 1, LANGKAH[step]
