"""Write a plan of changes: all or nothing, in the transaction of the caller."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F, QuerySet

from akuntabel.domain.paket import TABEL, Paket
from akuntabel_web.instansi.models import Instansi, Unit
from akuntabel_web.paket.bandingkan import GESER, HAPUS, TAMBAH, UBAH, Perubahan, Rencana
from akuntabel_web.paket.models import MODEL, BarisPaket, Berkas
from akuntabel_web.paket.petakan import values_of

_BATCH = 500


class TertinggalError(Exception):
    """Somebody wrote one of the rows after they were compared."""


def apply_plan(rencana: Rencana, instansi: Instansi, tahun: int) -> None:
    """Write all changes. A changed key is written as delete and add with the same identity: two rows may swap keys."""
    for tabel in rencana.tabel:
        _apply_table(tabel, [p for p in rencana.perubahan if p.tabel == tabel], instansi, tahun)


def _apply_table(tabel: str, changes: list[Perubahan], instansi: Instansi, tahun: int) -> None:
    rows = MODEL[tabel].objects.filter(instansi=instansi, tahun_paket=tahun)
    _hold(rows, changes)
    moved = [p for p in changes if p.kerja == UBAH and set(p.kolom) & set(TABEL[tabel].KUNCI)]
    versions = {p.id: p.versi for p in moved}
    rows.filter(pk__in=[*versions, *(p.id for p in changes if p.kerja == HAPUS)]).delete()
    for change in changes:
        if change.kerja == UBAH and change.id not in versions and change.baru:
            values = values_of(tabel, change.baru)
            changed = {name: values[name] for name in change.kolom}
            rows.filter(pk=change.id).update(**changed, urutan_baris=change.urutan, versi_baris=F("versi_baris") + 1)
        elif change.kerja == GESER:
            rows.filter(pk=change.id).update(urutan_baris=change.urutan)
    added = [p for p in changes if p.kerja == TAMBAH or p.id in versions]
    MODEL[tabel].objects.bulk_create(
        [
            MODEL[tabel](
                id=p.id,
                instansi=instansi,
                tahun_paket=tahun,
                urutan_baris=p.urutan,
                versi_baris=versions.get(p.id, 0) + 1,
                **values_of(tabel, p.baru),
            )
            for p in added
            if p.baru
        ],
        batch_size=_BATCH,
    )


def _hold(rows: QuerySet[BarisPaket], changes: list[Perubahan]) -> None:
    """Lock the rows that change, at the versions that were compared. Raises TertinggalError when one is newer."""
    expected = {p.id: p.versi for p in changes if p.kerja != TAMBAH}
    held = rows.filter(pk__in=expected).order_by("pk").select_for_update()
    if dict(held.values_list("pk", "versi_baris")) != expected:
        raise TertinggalError


def keep_pictures(paket: Paket, instansi: Instansi, tahun: int) -> None:
    """Add or replace the pictures that a package carries; none is removed, as a workbook may leave them out."""
    for nama, isi in paket.berkas:
        found = Berkas.objects.filter(instansi=instansi, tahun_paket=tahun, nama=nama).first()
        if found is None:
            Berkas.objects.create(instansi=instansi, tahun_paket=tahun, nama=nama, isi=isi)
        elif bytes(found.isi) != isi:
            Berkas.objects.filter(pk=found.pk).update(isi=isi)


def keep_units(units: Iterable[tuple[str, str]], instansi: Instansi) -> None:
    """Units of a package are those that people can be entrusted with; one that vanished stays for its old duties."""
    known = dict(Unit.objects.filter(instansi=instansi).values_list("kode", "nama"))
    for kode, nama in units:
        if kode not in known:
            Unit.objects.create(instansi=instansi, kode=kode, nama=nama)
        elif known[kode] != nama:
            Unit.objects.filter(instansi=instansi, kode=kode).update(nama=nama)
