"""Open the next year of an agency: all or nothing, once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from akuntabel.domain.paket import Paket
from akuntabel_web.akun.models import Penugasan
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.instansi.models import Tahun
from akuntabel_web.instansi.tindakan import year_problem
from akuntabel_web.inti.konteks import apply, current
from akuntabel_web.paket.models import MODEL, Berkas
from akuntabel_web.paket.petakan import read_paket, values_of
from akuntabel_web.paket.urutan import JARAK
from akuntabel_web.rencana.bawaan import Bawaan, as_rows, carry_over, pictures

BUKA = "tahun.buka"
_BATCH = 500


class BelumDapatError(Exception):
    """A year that cannot be opened, with the line that says why."""


@dataclass(frozen=True, slots=True)
class Pratinjau:
    """What opening the year would do, and the fingerprint of what it starts from."""

    tahun: int
    bagian: list[Bawaan]
    gambar: list[tuple[str, bytes]]
    penugasan: int  # duties that are held to the old year and do not come along
    dasar: str

    @property
    def jumlah(self) -> int:
        """How many rows come along."""
        return sum(len(p.dibawa) for p in self.bagian)


def obstacle(wewenang: Wewenang, hari_ini: date) -> str | None:
    """Why the year after that of this page cannot be opened, else None."""
    tahun = wewenang.tahun + 1
    if Tahun.objects.filter(instansi=wewenang.instansi, tahun=tahun).exists():
        return f"Tahun {tahun} sudah dibuka; data tahun itu tidak ditimpa."
    return year_problem(tahun, hari_ini)


def preview(wewenang: Wewenang) -> Pratinjau:
    """What the year after that of this page would take over."""
    wewenang.require(BUKA)
    paket = read_paket(wewenang.instansi, wewenang.tahun)
    tahun = wewenang.tahun + 1
    bagian = carry_over(paket, tahun)
    held = Penugasan.objects.filter(instansi=wewenang.instansi, tahun=wewenang.tahun).count()
    return Pratinjau(tahun, bagian, pictures(paket, bagian), held, _fingerprint(paket))


def open_next_year(wewenang: Wewenang, dasar: str, alasan: str) -> Pratinjau:
    """Open the year after that of this page with what it takes over. Raises PermissionDenied, BelumDapatError.

    Everything is written with the context of the new year, so that the trail of that year begins with it.
    """
    wewenang.require(BUKA)
    if problem := obstacle(wewenang, timezone.localdate()):
        raise BelumDapatError(problem)
    view = preview(wewenang)
    if view.dasar != dasar:
        raise BelumDapatError("Data tahun ini berubah sejak pratinjau. Periksa pratinjau yang baru, lalu ulangi.")
    here = current()
    try:
        with transaction.atomic():
            apply(replace(here, tahun=view.tahun, alasan=f"membuka tahun {view.tahun}: {alasan}"))
            Tahun.objects.create(instansi=wewenang.instansi, tahun=view.tahun)
            _write(wewenang, view)
    except IntegrityError as error:
        raise BelumDapatError(f"Tahun {view.tahun} baru saja dibuka orang lain, atau sudah berisi data.") from error
    finally:
        apply(here)
    return view


def _write(wewenang: Wewenang, view: Pratinjau) -> None:
    for part in view.bagian:
        model = MODEL[part.tabel]
        rows = [
            model(
                instansi=wewenang.instansi,
                tahun_paket=view.tahun,
                urutan_baris=JARAK * place,
                **values_of(part.tabel, row),
            )
            for place, row in enumerate(as_rows(part), 1)
        ]
        model.objects.bulk_create(rows, batch_size=_BATCH)
    for nama, isi in view.gambar:
        Berkas.objects.create(instansi=wewenang.instansi, tahun_paket=view.tahun, nama=nama, isi=isi)


def has_duty(wewenang: Wewenang, tahun: int) -> bool:
    """Whether this person has a duty in a year: duties that are held to the old year do not come along."""
    rows = Penugasan.objects.filter(pengguna=wewenang.pengguna, instansi=wewenang.instansi)
    return rows.filter(Q(tahun=None) | Q(tahun=tahun)).exists()


def _fingerprint(paket: Paket) -> str:
    """The state of the old year: identities and contents of all rows."""
    state = hashlib.sha256()
    for name, rows in paket.tables():
        for row in rows:
            state.update(f"{name}:{row.model_dump_json()}\n".encode())
    return state.hexdigest()
